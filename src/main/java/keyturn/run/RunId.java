package keyturn.run;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Names runs: by time, so that folders sort as they happened, and at random, so that no two share a name. */
final class RunId {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunId() {}

    /** Such as {@code 20261124T234720Z-5f0c91ab}: fit for file names and program names. */
    static String next(Clock clock) {
        byte[] salt = new byte[4];
        RANDOM.nextBytes(salt);
        return TIME.format(clock.instant()) + "-" + HexFormat.of().formatHex(salt);
    }
}
