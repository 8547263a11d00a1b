package keyturn.plan.forecast;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import keyturn.domain.inspection.KeyUses.Tested;
import keyturn.plan.flow.Confirmation;

/**
 * How a forecast is made.
 *
 * @param attested what a DBA says of the host; it never outweighs what was seen
 * @param warning how long before they expire secrets and key versions are told
 * @param untraced tests that used a key and left nothing on the server: what a run itself saw of them
 */
public record Outlook(Set<Confirmation> attested, Period warning, List<Tested> untraced) {

    public static final Period USUAL_WARNING = Period.ofDays(60);

    private static final int LONGEST_YEARS = 100;

    public static final Outlook USUAL = new Outlook(Set.of(), USUAL_WARNING);

    public Outlook {
        attested = Set.copyOf(attested);
        untraced = List.copyOf(untraced);
    }

    /** Of no run. */
    public Outlook(Set<Confirmation> attested, Period warning) {
        this(attested, warning, List.of());
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

    /** The same, with tests that left nothing on the server. */
    public Outlook with(List<Tested> tests) {
        return new Outlook(attested, warning, tests);
    }

    boolean isSoon(Instant end, Instant now) {
        return !end.isAfter(now.atZone(ZoneOffset.UTC).plus(warning).toInstant());
    }
}
