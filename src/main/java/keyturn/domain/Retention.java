package keyturn.domain;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long backups are kept and may have to be restored, as the DBA states it: at least a day. */
public record Retention(Period period) {

    private static final int MOST_MONTHS = 100 * 12;
    private static final int MOST_DAYS = 36_500;

    /** @throws InvalidValue {@code retention.form} */
    public Retention {
        boolean negative = period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0;
        boolean endless = period.toTotalMonths() > MOST_MONTHS || period.getDays() > MOST_DAYS;
        if (negative || period.isZero() || endless) {
            throw broken(period.toString());
        }
    }

    /**
     * @param text ISO 8601, in days, weeks, months or years: {@code P35D}, {@code P5W}, {@code P7Y}
     * @throws InvalidValue {@code retention.form}
     */
    public static Retention parse(String text) {
        try {
            return new Retention(Period.parse(text));
        } catch (DateTimeParseException not) {
            throw broken(text);
        }
    }

    /** When what was written then is kept no more. */
    public Instant after(Instant written) {
        return written.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }

    private static InvalidValue broken(String text) {
        return new InvalidValue(new Problem(
                "retention.form",
                Message.of("domain.retention.form", OneLine.shown(text)),
                Optional.empty(),
                Message.of("domain.retention.form.next")));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return period.toString();
    }
}
