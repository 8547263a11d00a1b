package keyturn.inspect;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import org.jspecify.annotations.Nullable;

/** A row of an answer, read by column name; a NULL where none may be is said, not guessed away. */
record Row(Map<String, @Nullable Object> cells) {

    String text(String column) {
        return cell(column).toString();
    }

    Optional<String> optionalText(String column) {
        return Optional.ofNullable(cells.get(column)).map(Object::toString);
    }

    int number(String column) {
        if (cell(column) instanceof Number number) {
            return number.intValue();
        }
        throw unexpected(column);
    }

    long big(String column) {
        if (cell(column) instanceof Number number) {
            return number.longValue();
        }
        throw unexpected(column);
    }

    /** The server's local time as an instant, by the offset in force there now. */
    Instant instant(String column) {
        return local(column).toInstant(offset("server_now").getOffset());
    }

    /** bit, or the 1, 0 and NULL of the permission functions, of which only 1 is yes. */
    boolean yes(String column) {
        Object cell = cells.get(column);
        return Boolean.TRUE.equals(cell) || (cell instanceof Number number && number.intValue() == 1);
    }

    /** bit, never NULL. */
    boolean flag(String column) {
        cell(column);
        return yes(column);
    }

    byte[] bytes(String column) {
        if (cell(column) instanceof byte[] bytes) {
            return bytes;
        }
        throw unexpected(column);
    }

    boolean isNull(String column) {
        return cells.get(column) == null;
    }

    LocalDateTime local(String column) {
        if (cell(column) instanceof LocalDateTime time) {
            return time;
        }
        throw unexpected(column);
    }

    OffsetDateTime offset(String column) {
        if (cell(column) instanceof OffsetDateTime time) {
            return time;
        }
        throw unexpected(column);
    }

    private Object cell(String column) {
        Object cell = cells.get(column);
        if (cell == null) {
            throw unexpected(column);
        }
        return cell;
    }

    private Unexpected unexpected(String column) {
        return new Unexpected(Message.of("inspect.unexpected", column, String.valueOf(cells.get(column))));
    }

    /** The server said something that no document allows; ends as an unknown fact. */
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Message why;

        Unexpected(Message why) {
            super(why.key());
            this.why = why;
        }

        Message why() {
            return why;
        }
    }
}
