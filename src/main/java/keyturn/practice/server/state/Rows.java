package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import keyturn.practice.tsql.types.Bytes;
import org.jspecify.annotations.Nullable;

/** The rows of a table: never changed, and cheap to have one more of. Whoever reads a row leaves it as it is. */
public final class Rows implements Iterable<@Nullable Object[]> {

    public static final Rows NONE = new Rows(List.of(), 0, 0);

    private static final int CHUNK = 256;

    /** All full but the last. */
    private final List<List<@Nullable Object[]>> chunks;

    private final int size;
    private final long weight;

    private Rows(List<List<@Nullable Object[]>> chunks, int size, long weight) {
        this.chunks = chunks;
        this.size = size;
        this.weight = weight;
    }

    public static Rows of(Collection<@Nullable Object[]> rows) {
        return NONE.plus(rows);
    }

    public int size() {
        return size;
    }

    /** Characters and bytes of all their texts and binary values. */
    public long weight() {
        return weight;
    }

    /** The same of one row. */
    public static long weight(@Nullable Object[] row) {
        long sum = 0;
        for (Object value : row) {
            sum += value instanceof String text ? text.length() : value instanceof Bytes bytes ? bytes.length() : 0;
        }
        return sum;
    }

    public @Nullable Object[] get(int place) {
        return chunks.get(place / CHUNK).get(place % CHUNK);
    }

    /** With more rows behind the last. */
    public Rows plus(Collection<@Nullable Object[]> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<List<@Nullable Object[]>> now = new ArrayList<>(chunks);
        long sum = weight;
        boolean room = size % CHUNK != 0;
        List<@Nullable Object[]> last = room ? new ArrayList<>(now.removeLast()) : new ArrayList<>();
        for (@Nullable Object[] row : more) {
            if (last.size() == CHUNK) {
                now.add(last);
                last = new ArrayList<>();
            }
            last.add(row);
            sum += weight(row);
        }
        now.add(last);
        return new Rows(now, size + more.size(), sum);
    }

    /** Those at the places that pass. */
    public Rows where(IntPredicate kept) {
        List<@Nullable Object[]> left = new ArrayList<>();
        for (int place = 0; place < size; place++) {
            if (kept.test(place)) {
                left.add(get(place));
            }
        }
        return of(left);
    }

    @Override
    public Iterator<@Nullable Object[]> iterator() {
        return chunks.stream().flatMap(List::stream).iterator();
    }
}
