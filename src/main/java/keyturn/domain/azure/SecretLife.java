package keyturn.domain.azure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * How long a secret of an application is to live: from a day to two years, which is what the portal offers at most (document:
 * SQL Server Connector maintenance, rolling over the service principal).
 */
public record SecretLife(Period period) {

    private static final Instant ANY = Instant.parse("2025-01-01T00:00:00Z");
    private static final int LEAST_DAYS = 1;
    private static final int MOST_DAYS = 731;

    /** A year: what the maintenance page advises at least. */
    public static final SecretLife USUAL = new SecretLife(Period.ofDays(365));

    public SecretLife {
        if (!isInRange(period)) {
            throw broken("range", period.toString());
        }
    }

    private static boolean isInRange(Period period) {
        try {
            long days = ChronoUnit.DAYS.between(ANY, after(ANY, period));
            return days >= LEAST_DAYS && days <= MOST_DAYS;
        } catch (DateTimeException beyondAllDates) {
            return false;
        }
    }

    /** Reads {@code P365D}, {@code P1Y}, {@code P6M}. */
    public static SecretLife parse(String text) {
        try {
            return new SecretLife(Period.parse(text.strip()));
        } catch (DateTimeParseException unreadable) {
            throw broken("form", text);
        }
    }

    /** When one that is made then expires, to the second. */
    public Instant from(Instant made) {
        return after(made, period).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant after(Instant from, Period period) {
        return from.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }

    @Override
    public String toString() {
        return period.toString();
    }

    private static InvalidValue broken(String rule, String value) {
        return Rules.broken(
                "secret-life." + rule,
                Message.of("domain.secretLife." + rule, OneLine.shown(value)),
                Message.of("domain.secretLife.next"));
    }
}
