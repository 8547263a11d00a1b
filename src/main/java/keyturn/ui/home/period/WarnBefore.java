package keyturn.ui.home.period;

import java.time.Period;
import java.util.List;
import keyturn.ui.parts.Words;

/** How long before they expire secrets and key versions are told, in the DBA's words. */
public record WarnBefore(Period time) {

    /** From the shortest in which a house can act to the half year of those that plan ahead. */
    public static final List<WarnBefore> OFFERED = List.of(
            new WarnBefore(Period.ofDays(14)),
            new WarnBefore(Period.ofDays(30)),
            new WarnBefore(Period.ofDays(60)),
            new WarnBefore(Period.ofDays(90)),
            new WarnBefore(Period.ofDays(180)));

    public WarnBefore {
        time = time.normalized();
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return time.getYears() == 0 && time.getMonths() == 0
                ? Words.of("home.warn.days", time.getDays())
                : Words.of("home.warn.months", time.toTotalMonths());
    }
}
