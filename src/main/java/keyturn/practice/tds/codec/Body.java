package keyturn.practice.tds.codec;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;

/** The bytes of a value that is not NULL, without its length: the same in a column, a parameter and a sql_variant. */
final class Body {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Body() {}

    /** The value must be of the class that its {@link Kind} names. */
    static ByteSink write(SqlType type, Object value, ByteSink out) {
        switch (type.kind()) {
            case BIT -> out.u8((Boolean) value ? 1 : 0);
            case TINYINT -> out.u8((Integer) value);
            case SMALLINT -> out.u16((Integer) value);
            case INT -> out.i32((Integer) value);
            case BIGINT -> out.i64((Long) value);
            case DECIMAL -> Numbers.writeDecimal(type, (BigDecimal) value, out);
            case MONEY -> Numbers.writeMoney((BigDecimal) value, out);
            case REAL -> out.i32(Float.floatToIntBits((Float) value));
            case FLOAT -> out.i64(Double.doubleToLongBits((Double) value));
            case CHAR, VARCHAR -> out.raw(((String) value).getBytes(Collation.CHARSET));
            case NCHAR, NVARCHAR, SYSNAME, XML -> out.text((String) value);
            case BINARY, VARBINARY -> out.raw(((Bytes) value).toArray());
            case UNIQUEIDENTIFIER -> Guids.write((UUID) value, out);
            case DATE -> Times.writeDate((LocalDate) value, out);
            case TIME -> Times.writeTime((LocalTime) value, type.scale(), out);
            case SMALLDATETIME -> Times.writeSmallDateTime((LocalDateTime) value, out);
            case DATETIME -> Times.writeDateTime((LocalDateTime) value, out);
            case DATETIME2 -> Times.writeDateTime2((LocalDateTime) value, type.scale(), out);
            case DATETIMEOFFSET -> Times.writeOffset((OffsetDateTime) value, type.scale(), out);
            case SQL_VARIANT -> throw new IllegalArgumentException("A sql_variant holds no sql_variant.");
        }
        return out;
    }

    /** Reads all that the source holds as one value. */
    static Object read(SqlType type, Charset charset, byte[] body) throws ProtocolFault {
        var in = new ByteSource(body);
        try {
            Object value = read(type, charset, in);
            if (in.remaining() > 0) {
                throw new ProtocolFault("A value of type " + type.kind() + " is too long.");
            }
            return value;
        } catch (DateTimeException | ArithmeticException outside) {
            throw new ProtocolFault("A value of type " + type.kind() + " is out of range.");
        }
    }

    private static Object read(SqlType type, Charset charset, ByteSource in) throws ProtocolFault {
        return switch (type.kind()) {
            case BIT -> in.u8() != 0;
            case TINYINT, SMALLINT, INT -> (int) Numbers.readInteger(in);
            case BIGINT -> Numbers.readInteger(in);
            case DECIMAL -> Numbers.readDecimal(type, in);
            case MONEY -> Numbers.readMoney(in);
            case REAL -> Float.intBitsToFloat(in.i32());
            case FLOAT -> Double.longBitsToDouble(in.i64());
            case CHAR, VARCHAR -> new String(in.take(in.remaining()), charset);
            case NCHAR, NVARCHAR, SYSNAME -> in.rest();
            case XML -> withoutMark(in.rest());
            case BINARY, VARBINARY -> Bytes.of(in.take(in.remaining()));
            case UNIQUEIDENTIFIER -> Guids.read(in);
            case DATE -> Times.readDate(in);
            case TIME -> Times.readTime(type.scale(), Times.timeSize(type.scale()), in);
            case SMALLDATETIME -> Times.readSmallDateTime(in);
            case DATETIME -> Times.readDateTime(in);
            case DATETIME2 -> Times.readDateTime2(type.scale(), in);
            case DATETIMEOFFSET -> Times.readOffset(type.scale(), in);
            case SQL_VARIANT -> throw new ProtocolFault("A sql_variant inside a sql_variant.");
        };
    }

    private static String withoutMark(String xml) {
        return !xml.isEmpty() && xml.charAt(0) == BYTE_ORDER_MARK ? xml.substring(1) : xml;
    }
}
