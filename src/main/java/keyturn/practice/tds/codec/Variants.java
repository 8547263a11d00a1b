package keyturn.practice.tds.codec;

import java.nio.charset.Charset;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** Values of sql_variant: total length, the base type's byte, its properties with their count, then the body. */
final class Variants {

    /** Bytes of the largest value with its own description. */
    static final int MOST_SIZE = 8009;

    private static final SqlType TYPE = new SqlType(Kind.SQL_VARIANT, 0, 0, 0);

    private Variants() {}

    static SqlType type() {
        return TYPE;
    }

    static void write(@Nullable Object value, ByteSink out) {
        if (value == null) {
            out.i32(0);
            return;
        }
        var variant = (Variant) value;
        ByteSink content = Body.write(variant.type(), variant.value(), base(variant.type()));
        out.i32(content.size()).raw(content);
    }

    private static ByteSink base(SqlType type) {
        var out = new ByteSink();
        return switch (type.kind()) {
            case BIT -> out.u8(WireToken.BIT).u8(0);
            case TINYINT -> out.u8(WireToken.INT1).u8(0);
            case SMALLINT -> out.u8(WireToken.INT2).u8(0);
            case INT -> out.u8(WireToken.INT4).u8(0);
            case BIGINT -> out.u8(WireToken.INT8).u8(0);
            case DECIMAL ->
                out.u8(WireToken.NUMERICN).u8(2).u8(type.precision()).u8(type.scale());
            case MONEY -> out.u8(WireToken.MONEY).u8(0);
            case REAL -> out.u8(WireToken.FLOAT4).u8(0);
            case FLOAT -> out.u8(WireToken.FLOAT8).u8(0);
            case CHAR -> text(WireToken.CHAR, type.length(), out);
            case VARCHAR -> text(WireToken.VARCHAR, type.length(), out);
            case NCHAR -> text(WireToken.NCHAR, 2 * type.length(), out);
            case NVARCHAR -> text(WireToken.NVARCHAR, 2 * type.length(), out);
            case SYSNAME -> text(WireToken.NVARCHAR, 256, out);
            case BINARY -> out.u8(WireToken.BINARY).u8(2).u16(type.length());
            case VARBINARY -> out.u8(WireToken.VARBINARY).u8(2).u16(type.length());
            case UNIQUEIDENTIFIER -> out.u8(WireToken.GUID).u8(0);
            case DATE -> out.u8(WireToken.DATE).u8(0);
            case TIME -> out.u8(WireToken.TIME).u8(1).u8(type.scale());
            case SMALLDATETIME -> out.u8(WireToken.DATETIME4).u8(0);
            case DATETIME -> out.u8(WireToken.DATETIME).u8(0);
            case DATETIME2 -> out.u8(WireToken.DATETIME2).u8(1).u8(type.scale());
            case DATETIMEOFFSET -> out.u8(WireToken.DATETIMEOFFSET).u8(1).u8(type.scale());
            case XML, SQL_VARIANT -> throw new IllegalArgumentException("A sql_variant holds no " + type.kind() + ".");
        };
    }

    private static ByteSink text(int token, int bytes, ByteSink out) {
        return Collation.write(out.u8(token).u8(7)).u16(bytes);
    }

    static @Nullable Variant read(ByteSource in) throws ProtocolFault {
        int total = in.i32();
        if (total == 0) {
            return null;
        }
        var value = new ByteSource(in.take(total));
        int token = value.u8();
        var properties = new ByteSource(value.take(value.u8()));
        Charset charset = Collation.CHARSET;
        if (properties.remaining() == Collation.SIZE + 2) {
            charset = Collation.read(properties);
        }
        SqlType type = type(token, properties);
        return new Variant(type, Body.read(type, charset, value.take(value.remaining())));
    }

    private static SqlType type(int token, ByteSource properties) throws ProtocolFault {
        return switch (token) {
            case WireToken.NUMERICN, WireToken.DECIMALN ->
                new SqlType(Kind.DECIMAL, 0, properties.u8(), properties.u8());
            case WireToken.CHAR -> new SqlType(Kind.CHAR, properties.u16(), 0, 0);
            case WireToken.VARCHAR -> new SqlType(Kind.VARCHAR, properties.u16(), 0, 0);
            case WireToken.NCHAR -> new SqlType(Kind.NCHAR, properties.u16() / 2, 0, 0);
            case WireToken.NVARCHAR -> new SqlType(Kind.NVARCHAR, properties.u16() / 2, 0, 0);
            case WireToken.BINARY -> new SqlType(Kind.BINARY, properties.u16(), 0, 0);
            case WireToken.VARBINARY -> new SqlType(Kind.VARBINARY, properties.u16(), 0, 0);
            case WireToken.TIME -> timed(Kind.TIME, properties);
            case WireToken.DATETIME2 -> timed(Kind.DATETIME2, properties);
            case WireToken.DATETIMEOFFSET -> timed(Kind.DATETIMEOFFSET, properties);
            case WireToken.GUID -> new SqlType(Kind.UNIQUEIDENTIFIER, 0, 0, 0);
            case WireToken.DATE -> new SqlType(Kind.DATE, 0, 0, 0);
            default -> WireType.fixed(token).type();
        };
    }

    private static SqlType timed(Kind kind, ByteSource properties) throws ProtocolFault {
        return new SqlType(kind, 0, 0, Times.checkedScale(properties.u8()));
    }
}
