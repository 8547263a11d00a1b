package keyturn.practice.server;

import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import org.jspecify.annotations.Nullable;

/** How large a table may become: the range keeps tables in memory. It counts while rows are still gathered. */
final class TableSize {

    private static final int MOST_ROWS = 2_000_000;
    private static final long MOST_VALUES = 8_000_000;
    private static final long MOST_CHARACTERS = 64_000_000;

    private final TablePlaces.Found found;
    private long rows;
    private long weight;

    TableSize(TablePlaces.Found found) {
        this.found = found;
        this.rows = found.table().rows().size();
        this.weight = found.table().rows().weight();
    }

    /**
     * The row, counted as one more of the table.
     *
     * @throws keyturn.practice.tsql.SqlError 1105 where it does not fit
     */
    @Nullable
    Object[] counted(@Nullable Object[] row) {
        rows++;
        weight += Rows.weight(row);
        demand();
        return row;
    }

    /** @throws keyturn.practice.tsql.SqlError 1105 where so many rows do not fit */
    static void demand(TablePlaces.Found found, Rows now) {
        TableSize size = new TableSize(found);
        size.rows = now.size();
        size.weight = now.weight();
        size.demand();
    }

    private void demand() {
        if (rows > MOST_ROWS || rows * found.table().columns().size() > MOST_VALUES || weight > MOST_CHARACTERS) {
            throw Messages.error(
                    1105, 2, found.table().schema() + "." + found.table().shown(), "", found.databaseName(), "PRIMARY");
        }
    }
}
