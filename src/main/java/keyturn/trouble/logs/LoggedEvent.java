package keyturn.trouble.logs;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.trouble.RootCause;

/**
 * What a log says, once or several times on end.
 *
 * @param first when it was said first
 * @param last when it was said last; {@code first} where it was said once
 * @param times how often, one after the other
 * @param text in one line
 * @param cause the most likely one; empty where the text tells of no error that is known
 */
public record LoggedEvent(Instant first, Instant last, int times, Log log, String text, Optional<RootCause> cause) {

    /** Where it stands. */
    public enum Log {
        /** Of SQL Server. */
        ERROR_LOG,
        /** Of Windows, where the connector writes. */
        APPLICATION_LOG;

        /** {@code error-log}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Message title() {
            return Message.of("trouble.log." + slug());
        }
    }

    boolean isSaidBy(LoggedEvent other) {
        return log == other.log() && text.equals(other.text());
    }

    /** The same, said again. */
    LoggedEvent until(LoggedEvent next) {
        return new LoggedEvent(first, next.last(), times + next.times(), log, text, cause);
    }
}
