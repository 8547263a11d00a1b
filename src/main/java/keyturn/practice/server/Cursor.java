package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.query.BoundQuery;
import keyturn.practice.tsql.syntax.CursorStatement.Direction;
import org.jspecify.annotations.Nullable;

/** A cursor: a query, and once it is open its rows and a place among them. */
final class Cursor {

    private static final int MOST_ROWS = 1_000_000;

    private final BoundQuery query;
    private final boolean scrolls;
    private Optional<List<@Nullable Object[]>> rows = Optional.empty();
    private long at = -1;

    Cursor(BoundQuery query, boolean scrolls) {
        this.query = query;
        this.scrolls = scrolls;
    }

    List<Column> columns() {
        return query.columns();
    }

    int count() {
        return rows.map(List::size).orElse(0);
    }

    /** @throws keyturn.practice.tsql.SqlError 16905 if it is open */
    void open(BooleanSupplier cancelled) {
        if (rows.isPresent()) {
            throw Messages.error(16905, 1);
        }
        List<@Nullable Object[]> all = new ArrayList<>();
        query.run(
                row -> {
                    if (all.size() == MOST_ROWS) {
                        throw Messages.error(1101, 12, "TEMPDB", "DEFAULT");
                    }
                    all.add(row.clone());
                },
                cancelled);
        rows = Optional.of(all);
        at = -1;
    }

    /** @throws keyturn.practice.tsql.SqlError 16917 if it is not open */
    void close() {
        demandOpen();
        rows = Optional.empty();
    }

    void demandOpen() {
        if (rows.isEmpty()) {
            throw Messages.error(16917, 1);
        }
    }

    /**
     * Moves, and gives the row there, if there is one.
     *
     * @throws keyturn.practice.tsql.SqlError 16917 if it is not open, 16911 if it only goes forward
     */
    Optional<@Nullable Object[]> fetch(Direction direction, long offset) {
        demandOpen();
        if (!scrolls && direction != Direction.NEXT) {
            throw Messages.error(16911, 1, "fetch", direction.name().toLowerCase(Locale.ROOT));
        }
        int size = count();
        long wanted =
                switch (direction) {
                    case NEXT -> at + 1;
                    case PRIOR -> at - 1;
                    case FIRST -> 0;
                    case LAST -> size - 1L;
                    case ABSOLUTE -> offset < 0 ? size + offset : offset - 1;
                    case RELATIVE -> at + offset;
                };
        at = Math.clamp(wanted, -1, size);
        return at >= 0 && at < size ? rows.map(r -> r.get((int) at)) : Optional.empty();
    }
}
