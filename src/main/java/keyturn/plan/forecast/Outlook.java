package keyturn.plan.forecast;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import keyturn.plan.flow.Confirmation;

/**
 * How a forecast is made.
 *
 * @param attested what a DBA says of the host; it never outweighs what was seen
 * @param warning how long before they expire secrets and key versions are told
 */
public record Outlook(Set<Confirmation> attested, Period warning) {

    public static final Period USUAL_WARNING = Period.ofDays(60);

    private static final int LONGEST_YEARS = 100;

    public static final Outlook USUAL = new Outlook(Set.of(), USUAL_WARNING);

    public Outlook {
        attested = Set.copyOf(attested);
    }

    /** Whether it is a time to warn by: not negative, and within a hundred years. */
    public static boolean isWarning(Period time) {
        return !time.isNegative()
                && time.getYears() <= LONGEST_YEARS
                && time.getMonths() <= LONGEST_YEARS * 12
                && time.getDays() <= LONGEST_YEARS * 365;
    }

    public static Outlook attested(Set<Confirmation> attested) {
        return new Outlook(attested, USUAL_WARNING);
    }

    boolean isSoon(Instant end, Instant now) {
        return !end.isAfter(now.atZone(ZoneOffset.UTC).plus(warning).toInstant());
    }
}
