package keyturn.practice.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.query.BoundChange;
import keyturn.practice.tsql.syntax.TableStatement;
import org.jspecify.annotations.Nullable;

/** UPDATE, DELETE and MERGE, from the rows that they touch to the table. */
final class ChangeRun {

    private final Turn turn;
    private final TablePlaces places;
    private final TablePlaces.Found found;
    private final TableWriter writer;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Integer, @Nullable Object[]> replaced = new LinkedHashMap<>();
    private final Set<Integer> gone = new LinkedHashSet<>();
    private final List<@Nullable Object[]> added = new ArrayList<>();

    /** A row of FROM with the table's row before and after. */
    private static final class Step {
        private final @Nullable Object[] from;
        private final @Nullable Object[] before;
        private final @Nullable Object[] after;

        Step(@Nullable Object[] from, @Nullable Object[] before, @Nullable Object[] after) {
            this.from = from;
            this.before = before;
            this.after = after;
        }
    }

    /** @param verb UPDATE or MERGE, as errors name it */
    ChangeRun(Turn turn, TablePlaces places, TablePlaces.Found found, String verb) {
        this.turn = turn;
        this.places = places;
        this.found = found;
        this.writer = new TableWriter(turn, found, verb);
    }

    void run(BoundChange change, Optional<TableStatement.Output> output, Backend.StatementKind kind) {
        OutputRun told = OutputRun.of(output, change.outputs(), turn);
        change.run(this::touch, turn.cancel()::requested);
        Table now = writer.changed(replaced, gone, added);
        if (!steps.isEmpty()) {
            places.replace(found, now);
        }
        added.forEach(writer::remember);
        steps.forEach(step -> told.tell(step.from, step.before, step.after));
        told.end(steps.size(), kind);
    }

    private void touch(BoundChange.Touched touched, @Nullable Object[] from) {
        @Nullable Object[] nothing = new @Nullable Object[0];
        switch (touched.act()) {
            case DELETE -> {
                gone.add(touched.place());
                steps.add(new Step(from, standing(touched), nothing));
            }
            case UPDATE -> {
                @Nullable Object[] after = updated(touched);
                replaced.put(touched.place(), after);
                steps.add(new Step(from, standing(touched), after));
            }
            case INSERT -> {
                @Nullable Object[] row = writer.row(given(touched));
                added.add(row);
                steps.add(new Step(from, nothing, row));
            }
        }
    }

    private @Nullable Object[] standing(BoundChange.Touched touched) {
        return found.table().rows().get(touched.place());
    }

    private @Nullable Object[] updated(BoundChange.Touched touched) {
        @Nullable Object[] row = standing(touched).clone();
        List<TableColumn> columns = found.table().columns();
        for (int i = 0; i < touched.setters().size(); i++) {
            BoundChange.Setter setter = touched.setters().get(i);
            TableColumn column = columns.get(setter.column());
            row[setter.column()] = setter.defaulted()
                    ? writer.otherwise(column)
                    : Storing.fit(
                            touched.values().get(i),
                            setter.type(),
                            column,
                            found,
                            turn.scene().version().year());
        }
        for (int i = 0; i < row.length; i++) {
            if (columns.get(i).rowVersion()) {
                row[i] = writer.otherwise(columns.get(i));
            }
        }
        return writer.completed(row);
    }

    private static Map<Integer, TableWriter.Given> given(BoundChange.Touched touched) {
        Map<Integer, TableWriter.Given> given = new LinkedHashMap<>();
        for (int i = 0; i < touched.setters().size(); i++) {
            BoundChange.Setter setter = touched.setters().get(i);
            if (!setter.defaulted()) {
                given.put(
                        setter.column(),
                        new TableWriter.Given(setter.type(), touched.values().get(i)));
            }
        }
        return given;
    }

    /** @throws keyturn.practice.tsql.SqlError 271, 272, 8102 if SET names a column that the server fills */
    static void demandWritable(List<TableStatement.Assignment> sets, Table table) {
        for (TableStatement.Assignment set : sets) {
            if (set.column().isEmpty()) {
                continue;
            }
            table.place(set.column().getLast()).ifPresent(place -> {
                TableColumn column = table.columns().get(place);
                if (column.computed().isPresent()) {
                    throw Messages.error(271, 1, column.name());
                }
                if (column.rowVersion()) {
                    throw Messages.error(272, 1);
                }
                if (column.identity().isPresent()) {
                    throw Messages.error(8102, 1, column.name());
                }
            });
        }
    }
}
