package keyturn.ui.home.period;

import java.time.Period;
import java.util.List;
import keyturn.ui.parts.Words;

/** An age from which on a key is due for rotation, in the DBA's words. */
public record DueAfter(Period age) {

    /** What is offered: the one to two years of Microsoft's page, and what stricter or laxer houses have. */
    public static final List<DueAfter> OFFERED = List.of(
            new DueAfter(Period.ofMonths(6)),
            new DueAfter(Period.ofYears(1)),
            new DueAfter(Period.ofMonths(18)),
            new DueAfter(Period.ofYears(2)),
            new DueAfter(Period.ofYears(3)));

    public DueAfter {
        age = age.normalized();
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return age.getMonths() == 0 && age.getDays() == 0
                ? Words.of("home.due.years", age.getYears())
                : Words.of("home.due.months", age.toTotalMonths());
    }
}
