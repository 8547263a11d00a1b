package keyturn.practice.tds.codec;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Bodies of dates and times. */
final class Times {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate DAY_1900 = LocalDate.of(1900, 1, 1);
    private static final int DATE_SIZE = 3;
    private static final int MOST_SCALE = 7;
    private static final long NANOS_OF_DAY = 86_400_000_000_000L;

    private Times() {}

    static int timeSize(int scale) {
        if (scale <= 2) {
            return 3;
        }
        return scale <= 4 ? 4 : 5;
    }

    static int checkedScale(int scale) throws ProtocolFault {
        if (scale > MOST_SCALE) {
            throw new ProtocolFault("A time with " + scale + " digits.");
        }
        return scale;
    }

    static void writeDate(LocalDate date, ByteSink out) {
        out.number(ChronoUnit.DAYS.between(FIRST_DAY, date), DATE_SIZE);
    }

    static LocalDate readDate(ByteSource in) throws ProtocolFault {
        return FIRST_DAY.plusDays(in.unsigned(DATE_SIZE));
    }

    static void writeTime(LocalTime time, int scale, ByteSink out) {
        out.number(time.toNanoOfDay() / unit(scale), timeSize(scale));
    }

    static LocalTime readTime(int scale, int size, ByteSource in) throws ProtocolFault {
        return LocalTime.ofNanoOfDay(in.unsigned(size) * unit(scale));
    }

    static void writeDateTime2(LocalDateTime value, int scale, ByteSink out) {
        writeTime(value.toLocalTime(), scale, out);
        writeDate(value.toLocalDate(), out);
    }

    static LocalDateTime readDateTime2(int scale, ByteSource in) throws ProtocolFault {
        LocalTime time = readTime(scale, in.remaining() - DATE_SIZE, in);
        return readDate(in).atTime(time);
    }

    /** Date and time are those of UTC; the offset in minutes stands behind them. */
    static void writeOffset(OffsetDateTime value, int scale, ByteSink out) {
        writeDateTime2(value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), scale, out);
        out.u16(value.getOffset().getTotalSeconds() / 60);
    }

    static OffsetDateTime readOffset(int scale, ByteSource in) throws ProtocolFault {
        LocalTime time = readTime(scale, in.remaining() - DATE_SIZE - 2, in);
        LocalDateTime utc = readDate(in).atTime(time);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((short) in.u16() * 60);
        return utc.atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
    }

    /** Days since 1900 and steps of 1/300 second. */
    static void writeDateTime(LocalDateTime value, ByteSink out) {
        long steps = Math.round(value.toLocalTime().toNanoOfDay() * 3 / 1e7);
        long stepsOfDay = NANOS_OF_DAY * 3 / 10_000_000;
        long days = ChronoUnit.DAYS.between(DAY_1900, value.toLocalDate()) + steps / stepsOfDay;
        out.i32((int) days).i32((int) (steps % stepsOfDay));
    }

    /** Rounded to the millisecond, as the server shows it. */
    static LocalDateTime readDateTime(ByteSource in) throws ProtocolFault {
        LocalDate date = DAY_1900.plusDays(in.i32());
        return date.atStartOfDay().plus(Math.round(in.i32() * 10 / 3.0), ChronoUnit.MILLIS);
    }

    /** Days since 1900 and minutes. */
    static void writeSmallDateTime(LocalDateTime value, ByteSink out) {
        out.u16((int) ChronoUnit.DAYS.between(DAY_1900, value.toLocalDate()));
        out.u16(value.getHour() * 60 + value.getMinute());
    }

    static LocalDateTime readSmallDateTime(ByteSource in) throws ProtocolFault {
        return DAY_1900.plusDays(in.u16()).atStartOfDay().plusMinutes(in.u16());
    }

    private static long unit(int scale) {
        long nanos = 1_000_000_000L;
        for (int i = 0; i < scale; i++) {
            nanos /= 10;
        }
        return nanos;
    }
}
