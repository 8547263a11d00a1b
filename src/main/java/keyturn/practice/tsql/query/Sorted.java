package keyturn.practice.tsql.query;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with the values by which it is put in order. */
final class Sorted<T> {

    private final @Nullable Object[] keys;
    private final T content;

    Sorted(@Nullable Object[] keys, T content) {
        this.keys = keys;
        this.content = content;
    }

    @Nullable
    Object[] keys() {
        return keys;
    }

    T content() {
        return content;
    }

    static <T> void sort(List<Sorted<T>> list, List<SortKey> order) {
        Comparator<@Nullable Object[]> comparator = SortKey.order(order);
        list.sort((a, b) -> comparator.compare(a.keys, b.keys));
    }

    boolean tiesWith(Sorted<T> other, List<SortKey> order) {
        return SortKey.order(order).compare(keys, other.keys) == 0;
    }
}
