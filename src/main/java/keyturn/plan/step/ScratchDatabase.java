package keyturn.plan.step;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * An empty database in which a key of a vault is opened, and which the same act drops again. Its name is that of no other plan and no
 * other step.
 *
 * @param name of the database
 * @param since by the server's local time: one of this name that is older is somebody else's, and is not dropped
 */
public record ScratchDatabase(String name, LocalDateTime since) {

    /** How the name of every such database begins. */
    public static final String BEGINS = "Keyturn_scratch_";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    public ScratchDatabase {
        since = since.truncatedTo(ChronoUnit.MILLIS);
        if (!name.matches(BEGINS + "\\d{8}-\\d{6}-\\d{3}_\\d{5}")) {
            throw new IllegalArgumentException("not the name of a scratch database: " + name);
        }
    }

    /** @param seen the server's clock when the plan's inspection was made */
    public static ScratchDatabase of(OffsetDateTime seen, StepId step) {
        return new ScratchDatabase(
                BEGINS + TIME.format(seen) + "_" + String.format(Locale.ROOT, "%05d", step.number()),
                seen.toLocalDateTime());
    }
}
