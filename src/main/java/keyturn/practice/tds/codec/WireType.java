package keyturn.practice.tds.codec;

import java.nio.charset.Charset;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import org.jspecify.annotations.Nullable;

/** The type of a parameter as a client described it, with which its value is read. */
public final class WireType {

    private static final int UNLIMITED = 0xFFFF;

    private final SqlType type;
    private final Shape shape;
    private final int size;
    private final Charset charset;

    private WireType(SqlType type, Shape shape, int size, Charset charset) {
        this.type = type;
        this.shape = shape;
        this.size = size;
        this.charset = charset;
    }

    public SqlType type() {
        return type;
    }

    /** Reads a TYPE_INFO. */
    public static WireType read(ByteSource in) throws ProtocolFault {
        int token = in.u8();
        return switch (token) {
            case WireToken.INTN -> bytes(integer(in.u8()));
            case WireToken.BITN -> sized(Kind.BIT, in);
            case WireToken.FLOATN -> bytes(in.u8() == 4 ? Kind.REAL : Kind.FLOAT);
            case WireToken.MONEYN -> sized(Kind.MONEY, in);
            case WireToken.DATETIMEN -> bytes(in.u8() == 4 ? Kind.SMALLDATETIME : Kind.DATETIME);
            case WireToken.DECIMALN, WireToken.NUMERICN -> decimal(in);
            case WireToken.GUID -> sized(Kind.UNIQUEIDENTIFIER, in);
            case WireToken.DATE -> bytes(Kind.DATE);
            case WireToken.TIME -> timed(Kind.TIME, in);
            case WireToken.DATETIME2 -> timed(Kind.DATETIME2, in);
            case WireToken.DATETIMEOFFSET -> timed(Kind.DATETIMEOFFSET, in);
            case WireToken.CHAR -> text(Kind.CHAR, 1, in);
            case WireToken.VARCHAR -> text(Kind.VARCHAR, 1, in);
            case WireToken.NCHAR -> text(Kind.NCHAR, 2, in);
            case WireToken.NVARCHAR -> text(Kind.NVARCHAR, 2, in);
            case WireToken.BINARY -> of(Kind.BINARY, in.u16(), 1, Collation.CHARSET);
            case WireToken.VARBINARY -> of(Kind.VARBINARY, in.u16(), 1, Collation.CHARSET);
            case WireToken.TEXT -> large(Kind.VARCHAR, in);
            case WireToken.NTEXT -> large(Kind.NVARCHAR, in);
            case WireToken.IMAGE -> large(Kind.VARBINARY, in);
            case WireToken.XML -> xml(in);
            case WireToken.VARIANT -> variant(in);
            default -> fixed(token);
        };
    }

    /** Types whose byte alone says all: what a client may send instead of the nullable ones. */
    static WireType fixed(int token) throws UnknownType {
        return switch (token) {
            case WireToken.NULL -> fixed(Kind.INT, 0);
            case WireToken.INT1 -> fixed(Kind.TINYINT, 1);
            case WireToken.BIT -> fixed(Kind.BIT, 1);
            case WireToken.INT2 -> fixed(Kind.SMALLINT, 2);
            case WireToken.INT4 -> fixed(Kind.INT, 4);
            case WireToken.INT8 -> fixed(Kind.BIGINT, 8);
            case WireToken.DATETIME4 -> fixed(Kind.SMALLDATETIME, 4);
            case WireToken.DATETIME -> fixed(Kind.DATETIME, 8);
            case WireToken.FLOAT4 -> fixed(Kind.REAL, 4);
            case WireToken.FLOAT8 -> fixed(Kind.FLOAT, 8);
            case WireToken.MONEY4 -> fixed(Kind.MONEY, 4);
            case WireToken.MONEY -> fixed(Kind.MONEY, 8);
            default -> throw new UnknownType(token);
        };
    }

    /** Reads a value of this type; {@code null} is NULL. */
    public @Nullable Object value(ByteSource in) throws ProtocolFault {
        byte[] body =
                switch (shape) {
                    case FIXED -> in.take(size);
                    case BYTE -> in.take(in.u8());
                    case SHORT -> counted(in);
                    case LONG -> large(in);
                    case CHUNKS -> Chunks.read(in);
                    case VARIANT -> null;
                };
        if (shape == Shape.VARIANT) {
            return Variants.read(in);
        }
        boolean empty = body == null || (body.length == 0 && shape.compareTo(Shape.BYTE) <= 0);
        return body == null || empty ? null : Body.read(type, charset, body);
    }

    private static byte @Nullable [] counted(ByteSource in) throws ProtocolFault {
        int length = in.u16();
        return length == UNLIMITED ? null : in.take(length);
    }

    private static byte @Nullable [] large(ByteSource in) throws ProtocolFault {
        int length = in.i32();
        return length == -1 ? null : in.take(length);
    }

    private static Kind integer(int size) throws ProtocolFault {
        return switch (size) {
            case 1 -> Kind.TINYINT;
            case 2 -> Kind.SMALLINT;
            case 4 -> Kind.INT;
            case 8 -> Kind.BIGINT;
            default -> throw new ProtocolFault("An integer of " + size + " bytes.");
        };
    }

    private static WireType decimal(ByteSource in) throws ProtocolFault {
        in.u8();
        var type = new SqlType(Kind.DECIMAL, 0, in.u8(), in.u8());
        if (type.precision() < 1 || type.precision() > 38 || type.scale() > type.precision()) {
            throw new ProtocolFault("A decimal of " + type.precision() + " and " + type.scale() + " digits.");
        }
        return new WireType(type, Shape.BYTE, 0, Collation.CHARSET);
    }

    private static WireType text(Kind kind, int width, ByteSource in) throws ProtocolFault {
        int size = in.u16();
        return of(kind, size, width, Collation.read(in));
    }

    /** text, ntext and image, which old clients send where others send a (max) type. */
    private static WireType large(Kind kind, ByteSource in) throws ProtocolFault {
        in.i32();
        Charset charset = kind == Kind.VARBINARY ? Collation.CHARSET : Collation.read(in);
        return new WireType(new SqlType(kind, SqlType.MAX, 0, 0), Shape.LONG, 0, charset);
    }

    private static WireType xml(ByteSource in) throws ProtocolFault {
        if (in.u8() != 0) {
            in.shortText();
            in.shortText();
            in.text(in.u16());
        }
        return of(Kind.XML, UNLIMITED, 2, Collation.CHARSET);
    }

    private static WireType variant(ByteSource in) throws ProtocolFault {
        in.i32();
        return new WireType(Variants.type(), Shape.VARIANT, 0, Collation.CHARSET);
    }

    private static WireType of(Kind kind, int size, int width, Charset charset) {
        boolean unlimited = size == UNLIMITED;
        int length = unlimited ? kind == Kind.XML ? 0 : SqlType.MAX : size / width;
        return new WireType(new SqlType(kind, length, 0, 0), unlimited ? Shape.CHUNKS : Shape.SHORT, 0, charset);
    }

    private static WireType timed(Kind kind, ByteSource in) throws ProtocolFault {
        var type = new SqlType(kind, 0, 0, Times.checkedScale(in.u8()));
        return new WireType(type, Shape.BYTE, 0, Collation.CHARSET);
    }

    private static WireType sized(Kind kind, ByteSource in) throws ProtocolFault {
        in.u8();
        return bytes(kind);
    }

    private static WireType bytes(Kind kind) {
        return new WireType(new SqlType(kind, 0, 0, kind == Kind.MONEY ? 4 : 0), Shape.BYTE, 0, Collation.CHARSET);
    }

    private static WireType fixed(Kind kind, int size) {
        return new WireType(new SqlType(kind, 0, 0, 0), Shape.FIXED, size, Collation.CHARSET);
    }
}
