package keyturn.practice.tds.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import keyturn.practice.tsql.types.SqlType;

/** Bodies of numbers and bits. */
final class Numbers {

    private static final int MONEY_SCALE = 4;
    private static final int MOST_MAGNITUDE = 16;

    private Numbers() {}

    /** Bytes of sign and magnitude that a precision takes. */
    static int decimalSize(int precision) {
        if (precision <= 9) {
            return 5;
        }
        if (precision <= 19) {
            return 9;
        }
        return precision <= 28 ? 13 : 17;
    }

    static void writeDecimal(SqlType type, BigDecimal value, ByteSink out) {
        BigInteger unscaled = value.setScale(type.scale(), RoundingMode.HALF_UP).unscaledValue();
        byte[] magnitude = unscaled.abs().toByteArray();
        int size = decimalSize(type.precision()) - 1;
        if (unscaled.bitLength() > 8 * size) {
            throw new ArithmeticException(value + " does not fit into " + type);
        }
        out.u8(unscaled.signum() < 0 ? 0 : 1);
        for (int i = 0; i < size; i++) {
            out.u8(i < magnitude.length ? magnitude[magnitude.length - 1 - i] : 0);
        }
    }

    /** Any length of magnitude: drivers send as many bytes as the number needs. */
    static BigDecimal readDecimal(SqlType type, ByteSource in) throws ProtocolFault {
        int sign = in.u8();
        if (in.remaining() > MOST_MAGNITUDE) {
            throw new ProtocolFault("A decimal of " + in.remaining() + " bytes.");
        }
        byte[] little = in.take(in.remaining());
        byte[] big = new byte[little.length];
        for (int i = 0; i < little.length; i++) {
            big[i] = little[little.length - 1 - i];
        }
        return new BigDecimal(new BigInteger(sign == 0 ? -1 : 1, big), type.scale());
    }

    /** Ten-thousandths in eight bytes, the upper half first. */
    static void writeMoney(BigDecimal value, ByteSink out) {
        long units = value.setScale(MONEY_SCALE, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
        out.i32((int) (units >> 32)).i32((int) units);
    }

    static BigDecimal readMoney(ByteSource in) throws ProtocolFault {
        long units = in.remaining() == 4 ? in.i32() : ((long) in.i32() << 32) | in.unsigned(4);
        return BigDecimal.valueOf(units, MONEY_SCALE);
    }

    static long readInteger(ByteSource in) throws ProtocolFault {
        int size = in.remaining();
        long value = in.unsigned(size);
        // one byte is a tinyint, the only one without a sign
        return size == 1 ? value : (value << (64 - 8 * size)) >> (64 - 8 * size);
    }
}
