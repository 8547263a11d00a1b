package keyturn.practice.server;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.query.BoundExpression;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.Statement;

/** WAITFOR DELAY and WAITFOR TIME. */
final class Waiting {

    private static final Pattern TIME =
            Pattern.compile("\\s*(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.:](\\d{1,3}))?)?\\s*");
    private static final Duration DAY = Duration.ofDays(1);

    private Waiting() {}

    static void run(Statement.WaitFor wait, Turn turn) {
        BoundExpression bound = Queries.bind(wait.time(), turn.catalog(), turn.variables());
        Object value = bound.value();
        Duration given = value instanceof LocalDateTime moment
                ? Duration.between(LocalTime.MIN, moment.toLocalTime())
                : written(turn.text(wait.time()));
        Duration pause = given;
        if (!wait.delay()) {
            Duration today = Duration.between(LocalTime.MIN, turn.scene().now().toLocalTime());
            pause = given.compareTo(today) < 0 ? given.plus(DAY).minus(today) : given.minus(today);
        }
        turn.server().holds().pause(pause, turn.cancel()::requested);
        turn.state().ended(0, 0);
        turn.done();
    }

    private static Duration written(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw Messages.error(148, 1, text);
        }
        Duration all = Duration.ofHours(part(time.group(1), 1))
                .plusMinutes(part(time.group(2), 1))
                .plusSeconds(part(time.group(3), 1))
                .plusMillis(part(time.group(4), 3));
        if (all.compareTo(DAY) >= 0) {
            throw Messages.error(148, 1, text);
        }
        return all;
    }

    /** @param digits that the number is filled up to with zeros behind */
    private static long part(String written, int digits) {
        return written == null ? 0 : Long.parseLong(written + "0".repeat(Math.max(0, digits - written.length())));
    }
}
