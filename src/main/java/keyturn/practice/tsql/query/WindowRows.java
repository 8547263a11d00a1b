package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** Fills the places of the window functions behind each row. */
final class WindowRows implements RowSource {

    private final RowSource input;
    private final OutputScope scope;

    WindowRows(RowSource input, OutputScope scope) {
        this.input = input;
        this.scope = scope;
    }

    /** A row and the way to look at it. */
    private static final class PlacedRow {
        private final Env env;
        private final @Nullable Object[] row;

        PlacedRow(Env env, @Nullable Object[] row) {
            this.env = env;
            this.row = row;
        }
    }

    @Override
    public boolean run(Env outer, RowConsumer consumer) {
        int width = scope.width() + scope.extras().size();
        List<@Nullable Object[]> rows = new ArrayList<>();
        input.run(outer, row -> {
            outer.execution().hold(width);
            rows.add(Arrays.copyOf(row, width));
            return true;
        });
        for (int i = 0; i < scope.extras().size(); i++) {
            if (scope.extras().get(i) instanceof OutputScope.WindowExtra window) {
                fill(window.window(), scope.width() + i, rows, outer);
            }
        }
        for (@Nullable Object[] row : rows) {
            if (!consumer.accept(row)) {
                return false;
            }
        }
        return true;
    }

    private static void fill(Window window, int place, List<@Nullable Object[]> rows, Env outer) {
        Map<List<@Nullable Object>, List<Sorted<PlacedRow>>> partitions = new LinkedHashMap<>();
        for (@Nullable Object[] row : rows) {
            Env env = outer.inner(row);
            List<@Nullable Object> key = new ArrayList<>();
            for (Expr part : window.partition()) {
                key.add(Values.key(part.eval(env), part.collation()));
            }
            partitions
                    .computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new Sorted<>(SortKey.values(window.order(), env), new PlacedRow(env, row)));
        }
        var order = SortKey.order(window.order());
        for (List<Sorted<PlacedRow>> placed : partitions.values()) {
            Sorted.sort(placed, window.order());
            Partition partition = new Partition(
                    placed.stream().map(p -> p.content().env).toList(),
                    placed.stream().map(Sorted::keys).toList(),
                    order);
            @Nullable Object[] values = window.kernel().values(partition);
            for (int i = 0; i < values.length; i++) {
                placed.get(i).content().row[place] = values[i];
            }
        }
    }
}
