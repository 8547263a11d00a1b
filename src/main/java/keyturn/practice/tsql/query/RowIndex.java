package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows held in memory, found by key where there is one. */
final class RowIndex {

    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Map<List<Object>, List<Integer>> places = new HashMap<>();

    void add(@Nullable Object[] row, Execution execution) {
        execution.hold(row.length);
        rows.add(row);
    }

    void add(@Nullable Object[] row, List<Object> key, Execution execution) {
        places.computeIfAbsent(key, k -> new ArrayList<>(1)).add(rows.size());
        add(row, execution);
    }

    int size() {
        return rows.size();
    }

    @Nullable
    Object[] row(int place) {
        return rows.get(place);
    }

    List<Integer> places(List<Object> key) {
        return places.getOrDefault(key, List.of());
    }
}
