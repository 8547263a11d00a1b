package keyturn.practice.server;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.tsql.query.Changes;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.query.Variables;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows fit for a table: values of the columns' types, defaults, IDENTITY, computed columns; then NULLs, checks and
 * keys are looked at. Nothing is stored here.
 */
final class TableWriter {

    private final Turn turn;
    private final TablePlaces.Found found;
    private final Table table;
    private final String verb;
    private final List<Optional<Changes.OfRow>> computed;
    private final List<Changes.TestOfRow> checks;
    private Optional<BigInteger> counter;
    private boolean explicit;

    /** @param verb INSERT, UPDATE, MERGE, as errors name it */
    TableWriter(Turn turn, TablePlaces.Found found, String verb) {
        this.turn = turn;
        this.found = found;
        this.table = found.table();
        this.verb = verb;
        this.counter = table.counter();
        this.computed = table.columns().stream()
                .map(c -> c.computed().map(e -> Changes.ofRow(e, table.relation(), turn.catalog())))
                .toList();
        this.checks = table.checks().stream()
                .map(c -> Changes.test(c.condition(), table.relation(), turn.catalog()))
                .toList();
    }

    /** A row with more columns than it had; those that may be NULL are. */
    @Nullable
    Object[] widened(@Nullable Object[] row) {
        @Nullable Object[] wider = java.util.Arrays.copyOf(row, table.columns().size());
        for (int i = row.length; i < wider.length; i++) {
            TableColumn column = table.columns().get(i);
            if (column.identity().isPresent()) {
                wider[i] = next(column, column.identity().get());
            } else if (!column.nullable() || column.rowVersion()) {
                wider[i] = otherwise(column);
            }
        }
        return completed(wider);
    }

    /** A value for a column, with the type that it has now. */
    record Given(SqlType type, @Nullable Object value) {}

    /** A new row; what is not given gets its default, the next of IDENTITY, or NULL. */
    @Nullable
    Object[] row(Map<Integer, Given> given) {
        @Nullable Object[] row = new @Nullable Object[table.columns().size()];
        for (int i = 0; i < row.length; i++) {
            TableColumn column = table.columns().get(i);
            Given value = given.get(i);
            if (value != null) {
                row[i] = Storing.fit(
                        value.value(),
                        value.type(),
                        column,
                        found,
                        turn.scene().version().year());
                column.identity().ifPresent(c -> {
                    explicit = true;
                    counter = later(counter, c, value);
                });
            } else if (column.identity().isPresent()) {
                row[i] = next(column, column.identity().get());
            } else {
                row[i] = otherwise(column);
            }
        }
        return completed(row);
    }

    private static Optional<BigInteger> later(Optional<BigInteger> counter, TableColumn.Counter identity, Given value) {
        if (value.value() == null) {
            return counter;
        }
        Object number = Conversions.convert(value.value(), value.type(), SqlType.decimal(38, 0));
        BigInteger given = number instanceof BigDecimal n ? n.toBigInteger() : identity.seed();
        boolean up = identity.increment().signum() > 0;
        return Optional.of(counter.map(c -> up ? c.max(given) : c.min(given)).orElse(given));
    }

    private @Nullable Object next(TableColumn column, TableColumn.Counter identity) {
        BigInteger value = counter.map(c -> c.add(identity.increment())).orElse(identity.seed());
        counter = Optional.of(value);
        SqlType whole = SqlType.decimal(38, 0);
        return Conversions.convert(new BigDecimal(value), whole, column.type());
    }

    /** The default of a column, or NULL. */
    @Nullable
    Object otherwise(TableColumn column) {
        if (column.rowVersion()) {
            return turn.server().numbers().rowVersion();
        }
        return column.defaulted()
                .map(d -> Queries.bind(d.value(), turn.catalog(), Variables.NONE))
                .map(b -> Storing.fit(
                        b.value(),
                        b.type(),
                        column,
                        found,
                        turn.scene().version().year()))
                .orElse(null);
    }

    /** The row with its computed columns, looked over. */
    @Nullable
    Object[] completed(@Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            if (computed.get(i).isPresent()) {
                row[i] = computed.get(i).get().value(row);
            }
        }
        for (int i = 0; i < row.length; i++) {
            TableColumn column = table.columns().get(i);
            if (row[i] == null && !column.nullable() && column.computed().isEmpty()) {
                throw Messages.error(515, 2, column.name(), found.fullName(), verb);
            }
        }
        for (int i = 0; i < checks.size(); i++) {
            if (!checks.get(i).passes(row)) {
                throw conflict547(table.checks().get(i));
            }
        }
        return row;
    }

    private keyturn.practice.tsql.SqlError conflict547(Table.Check check) {
        return Messages.error(
                547,
                0,
                verb,
                "CHECK",
                check.name(),
                found.databaseName(),
                table.schema() + "." + table.shown(),
                check.column().map(c -> ", column '").orElse(""),
                check.column().orElse(""),
                check.column().map(c -> "'").orElse(""));
    }

    /** The table with new rows; its keys hold. */
    Table plus(List<@Nullable Object[]> rows) {
        new TableKeys(table).admit(rows, Set.of());
        Table now = table.counted(counter);
        return sized(
                now.clustered().isPresent()
                        ? now.with(TableKeys.sorted(now, rows))
                        : now.with(now.rows().plus(rows)));
    }

    /** The table with rows replaced at their places, others gone and new ones put in; its keys hold. */
    Table changed(Map<Integer, @Nullable Object[]> replaced, Set<Integer> gone, List<@Nullable Object[]> added) {
        List<@Nullable Object[]> changed = new ArrayList<>(replaced.values());
        changed.addAll(added);
        Set<Integer> out = new java.util.HashSet<>(gone);
        out.addAll(replaced.keySet());
        new TableKeys(table).admit(changed, out);
        List<@Nullable Object[]> all = new ArrayList<>();
        for (int place = 0; place < table.rows().size(); place++) {
            if (!gone.contains(place)) {
                all.add(replaced.getOrDefault(place, table.rows().get(place)));
            }
        }
        all.addAll(added);
        Table now = table.counted(counter).with(Rows.NONE);
        return sized(now.clustered().isPresent() ? now.with(TableKeys.sorted(now, all)) : now.with(Rows.of(all)));
    }

    private Table sized(Table now) {
        TableSize.demand(found, now.rows());
        return now;
    }

    /** The session remembers what IDENTITY gave to a row. */
    void remember(@Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            if (table.columns().get(i).identity().isPresent()
                    && Conversions.convert(row[i], table.columns().get(i).type(), SqlType.decimal(38, 0))
                            instanceof BigDecimal number) {
                turn.state().scopes().gave(number);
            }
        }
    }

    /** The numbers that IDENTITY gave are used up, whether or not their rows stay. */
    Table spent() {
        return explicit ? table : table.counted(counter);
    }
}
