package keyturn.practice.tsql.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Conversion to binary and varbinary, and the byte order of uniqueidentifier. */
final class ToBinary {

    private ToBinary() {}

    static Bytes convert(Object value, SqlType from, SqlType to, int style) {
        return switch (value) {
            case Bytes bytes -> leading(bytes.toArray(), to);
            case String text -> leading(fromText(text, from, to, style), to);
            case UUID id -> leading(bytes(id), to);
            default -> trailing(fromNumber(value, from, to), to);
        };
    }

    private static byte[] fromText(String text, SqlType from, SqlType to, int style) {
        if (style != 1 && style != 2) {
            return text.getBytes(from.isUnicode() ? StandardCharsets.UTF_16LE : ToText.CODE_PAGE);
        }
        String digits = text.stripTrailing();
        if (style == 1) {
            if (!digits.startsWith("0x") && !digits.startsWith("0X")) {
                throw TypeErrors.converting8114(from, to);
            }
            digits = digits.substring(2);
        }
        if (digits.length() % 2 != 0 || !digits.matches("[0-9A-Fa-f]*")) {
            throw TypeErrors.converting8114(from, to);
        }
        return Bytes.ofHex(digits).toArray();
    }

    private static byte[] fromNumber(Object value, SqlType from, SqlType to) {
        return switch (value) {
            case Boolean bit -> new byte[] {(byte) (bit ? 1 : 0)};
            case Integer number ->
                switch (from.kind()) {
                    case TINYINT -> new byte[] {number.byteValue()};
                    case SMALLINT ->
                        ByteBuffer.allocate(2).putShort(number.shortValue()).array();
                    default -> ByteBuffer.allocate(4).putInt(number).array();
                };
            case Long number -> ByteBuffer.allocate(8).putLong(number).array();
            case BigDecimal number -> decimal(number, from);
            case Float number -> ByteBuffer.allocate(4).putFloat(number).array();
            case Double number -> ByteBuffer.allocate(8).putDouble(number).array();
            case LocalDateTime time -> datetime(time, from, to);
            default -> throw unsupported(from, to);
        };
    }

    /** Precision, scale, a zero, the sign, then the digits as little-endian words. */
    private static byte[] decimal(BigDecimal number, SqlType from) {
        if (from.kind() == Kind.MONEY) {
            return ByteBuffer.allocate(8)
                    .putLong(number.movePointRight(4).longValueExact())
                    .array();
        }
        BigInteger digits = number.unscaledValue().abs();
        int words = Math.max(1, (digits.bitLength() + 31) / 32);
        byte[] result = new byte[4 + words * 4];
        result[0] = (byte) from.precision();
        result[1] = (byte) from.scale();
        result[3] = (byte) (number.signum() < 0 ? 0 : 1);
        for (int i = 0; i < words * 4; i++) {
            result[4 + i] = digits.shiftRight(8 * i).byteValue();
        }
        return result;
    }

    private static SqlError unsupported(SqlType from, SqlType to) {
        return TypeErrors.notSupported("conversion from " + from.typeName() + " to " + to.typeName());
    }

    private static byte[] datetime(LocalDateTime time, SqlType from, SqlType to) {
        if (from.kind() != Kind.DATETIME) {
            throw unsupported(from, to);
        }
        long days = ChronoUnit.DAYS.between(LocalDateTime.of(1900, 1, 1, 0, 0), time.truncatedTo(ChronoUnit.DAYS));
        long ticks = Math.round(time.toLocalTime().toNanoOfDay() * 3d / 10_000_000d);
        return ByteBuffer.allocate(8).putInt((int) days).putInt((int) ticks).array();
    }

    /** Texts and bytes keep their first bytes and are padded behind. */
    private static Bytes leading(byte[] content, SqlType to) {
        int length = length(content.length, to);
        return Bytes.of(length == content.length ? content : Arrays.copyOf(content, length));
    }

    /** Numbers keep their last bytes and are padded in front. */
    private static Bytes trailing(byte[] content, SqlType to) {
        int length = length(content.length, to);
        byte[] result = new byte[length];
        int kept = Math.min(length, content.length);
        System.arraycopy(content, content.length - kept, result, length - kept, kept);
        return Bytes.of(result);
    }

    private static int length(int natural, SqlType to) {
        if (to.length() == SqlType.MAX) {
            return natural;
        }
        return to.kind() == Kind.BINARY ? to.length() : Math.min(natural, to.length());
    }

    /** The sixteen bytes as SQL Server lays them out: the first three groups little-endian. */
    static byte[] bytes(UUID id) {
        byte[] b = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return swapped(b);
    }

    static UUID id(Bytes bytes) {
        ByteBuffer b = ByteBuffer.wrap(swapped(Arrays.copyOf(bytes.toArray(), 16)));
        return new UUID(b.getLong(), b.getLong());
    }

    private static byte[] swapped(byte[] b) {
        return new byte[] {
            b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]
        };
    }
}
