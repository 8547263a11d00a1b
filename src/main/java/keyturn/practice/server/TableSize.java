package keyturn.practice.server;

import java.util.Collection;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.tsql.types.Bytes;
import org.jspecify.annotations.Nullable;

/** How large a table may become: the range keeps tables in memory. */
final class TableSize {

    private static final int MOST_ROWS = 2_000_000;
    private static final long MOST_VALUES = 8_000_000;
    private static final long MOST_CHARACTERS = 64_000_000;

    private TableSize() {}

    /** @throws keyturn.practice.tsql.SqlError 1105 where the rows do not fit */
    static void demand(TablePlaces.Found found, Rows rows, Collection<@Nullable Object[]> more) {
        long count = (long) rows.size() + more.size();
        long values = count * found.table().columns().size();
        if (count > MOST_ROWS || values > MOST_VALUES || characters(more) > MOST_CHARACTERS) {
            throw Messages.error(
                    1105, 2, found.table().schema() + "." + found.table().shown(), "", found.databaseName(), "PRIMARY");
        }
    }

    private static long characters(Collection<@Nullable Object[]> rows) {
        long sum = 0;
        for (@Nullable Object[] row : rows) {
            for (Object value : row) {
                sum += value instanceof String text ? text.length() : value instanceof Bytes bytes ? bytes.length() : 0;
            }
        }
        return sum;
    }
}
