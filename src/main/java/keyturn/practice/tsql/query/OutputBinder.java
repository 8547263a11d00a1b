package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Query;
import org.jspecify.annotations.Nullable;

/** OUTPUT: its scope has the columns of FROM, then those of the row before, then those of the row after. */
final class OutputBinder {

    private final Binder binder;
    private final List<Exposed> from;
    private final int width;
    private final List<Column> table;

    OutputBinder(Binder binder, List<Exposed> from, int width, List<Column> table) {
        this.binder = binder;
        this.from = List.copyOf(from);
        this.width = width;
        this.table = List.copyOf(table);
    }

    BoundOutput bind(List<Query.Item> items, boolean before, boolean after) {
        List<Column> optional = table.stream().map(Column::optional).toList();
        List<Exposed> entries = new ArrayList<>();
        if (before) {
            entries.add(new Exposed(List.of("deleted"), true, width, optional));
        }
        if (after) {
            entries.add(new Exposed(List.of("inserted"), true, width + table.size(), optional));
        }
        entries.addAll(from);
        FromScope scope = new FromScope(entries, Scope.root(), Clause.SELECT);
        SelectList list = new SelectList(binder, OutputScope.plain(scope, width + 2 * table.size())).bind(items);
        return new Prepared(
                list.outputs().stream().map(Result.Output::column).toList(), list.expressions(), table.size());
    }

    private record Prepared(List<Column> columns, List<Expr> expressions, int count) implements BoundOutput {
        @Override
        public @Nullable Object[] row(
                @Nullable Object[] from, @Nullable Object[] deleted, @Nullable Object[] inserted) {
            @Nullable
            Object[] all = JoinRows.concat(
                    JoinRows.concat(from, Arrays.copyOf(deleted, count)), Arrays.copyOf(inserted, count));
            Env env = Env.root(new Execution(() -> false)).inner(all);
            @Nullable Object[] row = new @Nullable Object[expressions.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = expressions.get(i).eval(env);
            }
            return row;
        }
    }
}
