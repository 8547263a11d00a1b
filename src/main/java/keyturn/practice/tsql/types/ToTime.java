package keyturn.practice.tsql.types;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Conversion to the date and time types, with the grain of each. */
final class ToTime {

    private static final LocalDateTime ZERO = LocalDateTime.of(1900, 1, 1, 0, 0);
    private static final long NANOS_A_DAY = 86_400_000_000_000L;

    private ToTime() {}

    static Object convert(Object value, SqlType from, SqlType to, int style) {
        if (value instanceof OffsetDateTime time && to.kind() == Kind.DATETIMEOFFSET) {
            return rounded(time.toLocalDateTime(), to.scale(), from, to).atOffset(time.getOffset());
        }
        if (value instanceof String text) {
            return fromText(text, from, to, style);
        }
        LocalDateTime moment =
                switch (value) {
                    case LocalDate date -> date.atStartOfDay();
                    case LocalTime time -> time.atDate(ZERO.toLocalDate());
                    case LocalDateTime time -> time;
                    case OffsetDateTime time -> time.toLocalDateTime();
                    default -> fromNumber(value, from, to);
                };
        return shaped(moment, ZoneOffset.UTC, from, to);
    }

    private static Object fromText(String text, SqlType from, SqlType to, int style) {
        try {
            DateParser.Moment moment = DateParser.parse(text, style).orElseThrow(TypeErrors::date241);
            boolean old = to.kind() == Kind.DATETIME || to.kind() == Kind.SMALLDATETIME;
            if (old && moment.fraction() > 3) {
                throw TypeErrors.date241();
            }
            Optional<ZoneOffset> offset = moment.offset();
            LocalDateTime time = old && offset.isPresent()
                    ? moment.time().minusSeconds(offset.get().getTotalSeconds())
                    : moment.time();
            return shaped(time, offset.orElse(ZoneOffset.UTC), from, to);
        } catch (DateTimeException e) {
            throw to.kind() == Kind.DATETIME || to.kind() == Kind.SMALLDATETIME
                    ? TypeErrors.dateRange242(from, to)
                    : TypeErrors.date241();
        }
    }

    private static LocalDateTime fromNumber(Object value, SqlType from, SqlType to) {
        boolean old = to.kind() == Kind.DATETIME || to.kind() == Kind.SMALLDATETIME;
        if (!old) {
            throw from.isBinary()
                    ? TypeErrors.notSupported("conversion from " + from.typeName() + " to " + to.typeName())
                    : TypeErrors.clash206(from, to);
        }
        if (value instanceof Bytes bytes) {
            long packed = (Long) ToInteger.convert(bytes, from, SqlType.BIGINT);
            return ZERO.plusDays(packed >> 32).plusNanos((int) packed * 10_000_000L / 3);
        }
        BigDecimal days = (BigDecimal) ToNumber.convert(value, from, SqlType.decimal(38, 17));
        BigDecimal nanos = days.multiply(BigDecimal.valueOf(NANOS_A_DAY)).setScale(0, RoundingMode.HALF_UP);
        if (days.abs().compareTo(BigDecimal.valueOf(3_000_000)) > 0) {
            throw TypeErrors.overflow8115("expression", to);
        }
        return ZERO.plusDays(nanos.longValueExact() / NANOS_A_DAY).plusNanos(nanos.longValueExact() % NANOS_A_DAY);
    }

    /** The moment as a value of the type. */
    static Object shaped(LocalDateTime time, ZoneOffset offset, SqlType from, SqlType to) {
        return switch (to.kind()) {
            case DATE -> time.toLocalDate();
            case TIME -> round(time, to.scale()).toLocalTime();
            case DATETIME2 -> rounded(time, to.scale(), from, to);
            case DATETIMEOFFSET -> rounded(time, to.scale(), from, to).atOffset(offset);
            case DATETIME -> datetime(time, from, to);
            default -> smalldatetime(time, from, to);
        };
    }

    private static LocalDateTime rounded(LocalDateTime time, int scale, SqlType from, SqlType to) {
        LocalDateTime result = round(time, scale);
        if (result.getYear() > 9999 || result.getYear() < 1) {
            throw TypeErrors.dateRange242(from, to);
        }
        return result;
    }

    private static LocalDateTime round(LocalDateTime time, int scale) {
        long grain = 1;
        for (int i = scale; i < 9; i++) {
            grain *= 10;
        }
        long nanos = time.toLocalTime().toNanoOfDay();
        return time.truncatedTo(ChronoUnit.DAYS).plusNanos((nanos + grain / 2) / grain * grain);
    }

    /** Steps of 1/300 second, written to the millisecond: the last digit is 0, 3 or 7. */
    private static LocalDateTime datetime(LocalDateTime time, SqlType from, SqlType to) {
        long nanos = time.toLocalTime().toNanoOfDay();
        long ticks = (nanos * 3 + 5_000_000) / 10_000_000;
        long millis = (ticks * 10 + 1) / 3;
        LocalDateTime result = time.truncatedTo(ChronoUnit.DAYS).plusNanos(millis * 1_000_000);
        if (result.getYear() < 1753 || result.getYear() > 9999) {
            throw TypeErrors.dateRange242(from, to);
        }
        return result;
    }

    private static LocalDateTime smalldatetime(LocalDateTime time, SqlType from, SqlType to) {
        LocalDateTime result = time.plusNanos(30_000_000_000L).truncatedTo(ChronoUnit.MINUTES);
        if (result.isBefore(ZERO) || result.isAfter(LocalDateTime.of(2079, 6, 6, 23, 59))) {
            throw TypeErrors.dateRange242(from, to);
        }
        return result;
    }
}
