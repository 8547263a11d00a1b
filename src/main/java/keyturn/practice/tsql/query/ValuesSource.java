package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code (VALUES (1, 'a'), (2, 'b')) AS v (n, t)}: each column has the common type of its values. */
final class ValuesSource {

    private static final @Nullable Object[] NOTHING = {};

    private ValuesSource() {}

    static Source bind(Query.Values tree, Binder binder, Scope outer, int first) {
        FromScope scope = new FromScope(List.of(), outer, Clause.ON);
        int width = tree.rows().getFirst().size();
        List<List<Expr>> rows = new ArrayList<>();
        for (var row : tree.rows()) {
            if (row.size() != width) {
                throw BindErrors.error(
                        10709,
                        tree.line(),
                        "The number of columns for each row in a table value constructor must be the same.");
            }
            rows.add(row.stream().map(e -> binder.expression(e, scope)).toList());
        }
        List<Column> columns = new ArrayList<>();
        List<List<Expr>> typed = new ArrayList<>();
        rows.forEach(row -> typed.add(new ArrayList<>()));
        for (int i = 0; i < width; i++) {
            int column = i;
            List<Expr> values = rows.stream().map(row -> row.get(column)).toList();
            SqlType type = Common.type(values);
            for (int r = 0; r < values.size(); r++) {
                typed.get(r).add(values.get(r).as(type));
            }
            columns.add(new Column("", type, values.stream().anyMatch(Expr::nullable)));
        }
        List<Column> named = ColumnNames.of(columns, tree.columns(), tree.alias(), tree.line());
        Exposed exposed = new Exposed(List.of(tree.alias()), true, first, named);
        return new Source(rows(typed), first, width, List.of(exposed), scope.isCorrelated());
    }

    private static RowSource rows(List<List<Expr>> rows) {
        return (outer, consumer) -> {
            Env env = outer.inner(NOTHING);
            for (List<Expr> row : rows) {
                @Nullable Object[] values = new @Nullable Object[row.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.get(i).eval(env);
                }
                if (!consumer.accept(values)) {
                    return false;
                }
            }
            return true;
        };
    }
}
