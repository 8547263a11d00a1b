package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** PIVOT: a row a group of what is neither gathered nor turned, with a column for each value of the turned one. */
final class PivotBinder {

    private final Binder binder;

    PivotBinder(Binder binder) {
        this.binder = binder;
    }

    /** A column that keeps its place in the group. */
    private record Kept(Column column, Expr expr) {}

    Source bind(Query.Pivot pivot, Source input, Scope outer) {
        FromScope scope = new FromScope(input.exposed(), outer, Clause.SELECT);
        Aggregate aggregate = AggregateBinder.bind(pivot.aggregate(), binder, scope);
        Expr turned = binder.expression(new Expression.ColumnName(pivot.line(), List.of(pivot.column())), scope);
        List<Kept> kept = kept(pivot, input);
        List<Object> wanted = new ArrayList<>();
        List<Column> columns = new ArrayList<>(kept.stream().map(Kept::column).toList());
        Set<String> seen = new HashSet<>();
        kept.forEach(k -> seen.add(Prevailing.here().key(k.column().name())));
        for (String value : pivot.values()) {
            if (!seen.add(Prevailing.here().key(value))) {
                throw BindErrors.error(
                        8156,
                        pivot.line(),
                        "The column '" + value + "' was specified multiple times for '" + pivot.alias() + "'.");
            }
            Object converted = Conversions.convert(value, SqlType.nvarchar(4000), turned.type());
            wanted.add(String.valueOf(Values.key(converted, turned.collation())));
            columns.add(new Column(value, aggregate.call().type(), true));
        }
        Exposed exposed = new Exposed(List.of(pivot.alias()), true, input.first(), columns);
        RowSource rows = new PivotRows(input, kept.stream().map(Kept::expr).toList(), turned, wanted, aggregate);
        return new Source(rows, input.first(), columns.size(), List.of(exposed), input.correlated());
    }

    private static List<Kept> kept(Query.Pivot pivot, Source input) {
        Set<String> used = new HashSet<>();
        used.add(Prevailing.here().key(pivot.column()));
        for (Expression argument : pivot.aggregate().arguments()) {
            if (argument instanceof Expression.ColumnName name) {
                used.add(Prevailing.here().key(name.parts().getLast()));
            }
        }
        List<Kept> kept = new ArrayList<>();
        for (Exposed entry : input.exposed()) {
            for (int i = 0; i < entry.columns().size(); i++) {
                Column column = entry.columns().get(i);
                if (!used.contains(Prevailing.here().key(column.name())) && !Marked.hides(column)) {
                    kept.add(new Kept(column, entry.value(i)));
                }
            }
        }
        return kept;
    }

    /** The rows, gathered anew at each run. */
    private record PivotRows(Source input, List<Expr> kept, Expr turned, List<Object> wanted, Aggregate aggregate)
            implements RowSource {

        /** A group: what is kept, and a gathering for each wanted value. */
        private static final class Group {
            private final List<@Nullable Object> values;
            private final List<Aggregate.Gathering> gatherings;

            Group(List<@Nullable Object> values, List<Aggregate.Gathering> gatherings) {
                this.values = values;
                this.gatherings = gatherings;
            }
        }

        @Override
        public boolean run(Env outer, RowConsumer consumer) {
            Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
            input.rows().run(outer, row -> {
                gather(groups, outer.inner(row, input.first()));
                return true;
            });
            for (Group group : groups.values()) {
                List<@Nullable Object> row = new ArrayList<>(group.values);
                group.gatherings.forEach(g -> row.add(g.result()));
                if (!consumer.accept(row.toArray())) {
                    return false;
                }
            }
            return true;
        }

        private void gather(Map<List<@Nullable Object>, Group> groups, Env env) {
            List<@Nullable Object> values = new ArrayList<>();
            List<@Nullable Object> key = new ArrayList<>();
            for (Expr each : kept) {
                Object value = each.eval(env);
                values.add(value);
                key.add(Values.key(value, each.collation()));
            }
            Group group = groups.computeIfAbsent(key, k -> {
                env.execution().hold(values.size() + wanted.size());
                return new Group(
                        values, wanted.stream().map(w -> aggregate.start()).toList());
            });
            Object at = turned.eval(env);
            int place = at == null ? -1 : wanted.indexOf(String.valueOf(Values.key(at, turned.collation())));
            if (place >= 0) {
                group.gatherings.get(place).row(env);
            }
        }
    }
}
