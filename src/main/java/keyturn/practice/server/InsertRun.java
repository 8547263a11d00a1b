package keyturn.practice.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.TableStatement;
import org.jspecify.annotations.Nullable;

/** INSERT, from its plan to the table. */
record InsertRun(Interpreter interpreter, Turn turn, TableStatement.Insert insert) {

    /** Runs it; what EXEC gives is gathered before the table is looked at. */
    void run() {
        Optional<Captured> executed = insert.source() instanceof TableStatement.ExecutedRows rows
                ? Optional.of(captured(rows))
                : Optional.empty();
        new TableLock(turn).around(insert.target(), fresh -> store(fresh, executed));
    }

    private Captured captured(TableStatement.ExecutedRows rows) {
        if (turn.reply() instanceof Captured) {
            throw Messages.error(8164, 1);
        }
        Captured captured = new Captured(turn.reply());
        interpreter.saying(captured).step(rows.call());
        return captured;
    }

    private void store(Turn fresh, Optional<Captured> executed) {
        TablePlaces places = new TablePlaces(fresh);
        TablePlaces.Found found = TableRun.target(places, insert.target(), fresh);
        Table table = found.table();
        boolean explicit = fresh.state().scopes().identityInsert() == table.id();
        InsertPlan plan = InsertPlan.of(insert, table, explicit, fresh.catalog(), fresh.variables());
        OutputRun output = OutputRun.of(insert.output(), table, fresh);
        TableWriter writer = new TableWriter(fresh, found, "INSERT");
        List<@Nullable Object[]> rows = new ArrayList<>();
        TableSize size = new TableSize(found);
        try {
            long most = TableRun.top(insert.top(), fresh);
            each(plan, executed, table, fresh, given -> {
                if (rows.size() < most) {
                    rows.add(size.counted(writer.row(given)));
                }
            });
            places.replace(found, writer.plus(rows));
        } catch (keyturn.practice.tsql.SqlError e) {
            places.replace(found, writer.spent());
            throw e;
        }
        rows.forEach(writer::remember);
        rows.forEach(row -> output.tell(new @Nullable Object[0], new @Nullable Object[0], row));
        output.end(rows.size(), Backend.StatementKind.INSERT);
    }

    /** Takes the values of a row. */
    @FunctionalInterface
    private interface Each {
        void take(Map<Integer, TableWriter.Given> given);
    }

    private void each(InsertPlan plan, Optional<Captured> executed, Table table, Turn fresh, Each each) {
        for (List<Optional<InsertPlan.Bound>> row : plan.rows()) {
            Map<Integer, TableWriter.Given> given = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                int place = plan.columns().get(i);
                row.get(i)
                        .ifPresent(b -> given.put(
                                place,
                                new TableWriter.Given(b.type(), b.expression().value())));
            }
            each.take(given);
        }
        plan.query()
                .ifPresent(query -> query.run(
                        values -> each.take(given(plan.columns(), query.columns(), values)),
                        fresh.cancel()::requested));
        executed.ifPresent(c -> c.rows().forEach(row -> each.take(ofCall(plan, table, row))));
    }

    private Map<Integer, TableWriter.Given> ofCall(InsertPlan plan, Table table, Captured.Row row) {
        int count = row.columns().size();
        List<Integer> places = plan.columns().isEmpty() ? InsertColumns.meant(table, count, 7) : plan.columns();
        if (places.size() != count) {
            throw Messages.error(213, 7);
        }
        Map<Integer, TableWriter.Given> given = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            given.put(
                    places.get(i),
                    new TableWriter.Given(
                            row.columns().get(i).type(), row.values().get(i)));
        }
        return given;
    }

    private static Map<Integer, TableWriter.Given> given(
            List<Integer> places, List<Column> columns, @Nullable Object[] values) {
        Map<Integer, TableWriter.Given> given = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            given.put(places.get(i), new TableWriter.Given(columns.get(i).type(), values[i]));
        }
        return given;
    }
}
