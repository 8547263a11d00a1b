package keyturn.domain.inspection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for people: to the second, in the server's zone, with UTC beside it where the two differ. */
public record ServerTimes(ZoneOffset offset) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    /** In the zone of this server's clock; UTC where it was not read. */
    public static ServerTimes of(Inspection seen) {
        return new ServerTimes(seen.facts()
                .around()
                .underway()
                .clock()
                .value()
                .map(OffsetDateTime::getOffset)
                .orElse(ZoneOffset.UTC));
    }

    public String of(Instant at) {
        String utc = UTC.format(at.atOffset(ZoneOffset.UTC));
        return offset.equals(ZoneOffset.UTC) ? utc : LOCAL.format(at.atOffset(offset)) + " (" + utc + ")";
    }
}
