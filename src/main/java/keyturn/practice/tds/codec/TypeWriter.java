package keyturn.practice.tds.codec;

import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Writes type descriptions and values of columns and of values returned. */
public final class TypeWriter {

    private static final int SYSNAME_BYTES = 256;
    private static final int UNLIMITED = 0xFFFF;

    private TypeWriter() {}

    /**
     * The description of a column that holds no NULL. Such numbers and times have types without a length, and
     * SqlClient reads them so, whatever it was told.
     */
    public static void requiredInfo(SqlType type, ByteSink out) {
        if (WireToken.hasFixed(type.kind())) {
            out.u8(WireToken.fixed(type.kind()));
        } else {
            info(type, out);
        }
    }

    /** A value in such a column. */
    public static void requiredValue(SqlType type, @Nullable Object value, ByteSink out) {
        if (value == null) {
            throw new IllegalArgumentException("NULL in a column that holds none, of type " + type.kind());
        }
        if (WireToken.hasFixed(type.kind())) {
            Body.write(type, value, out);
        } else {
            value(type, value, out);
        }
    }

    /** The TYPE_INFO of MS-TDS 2.2.5.6. */
    public static void info(SqlType type, ByteSink out) {
        switch (type.kind()) {
            case BIT -> out.u8(WireToken.BITN).u8(1);
            case TINYINT -> out.u8(WireToken.INTN).u8(1);
            case SMALLINT -> out.u8(WireToken.INTN).u8(2);
            case INT -> out.u8(WireToken.INTN).u8(4);
            case BIGINT -> out.u8(WireToken.INTN).u8(8);
            case DECIMAL ->
                out.u8(WireToken.DECIMALN)
                        .u8(Numbers.decimalSize(type.precision()))
                        .u8(type.precision())
                        .u8(type.scale());
            case MONEY -> out.u8(WireToken.MONEYN).u8(8);
            case REAL -> out.u8(WireToken.FLOATN).u8(4);
            case FLOAT -> out.u8(WireToken.FLOATN).u8(8);
            case CHAR -> text(WireToken.CHAR, type, 1, out);
            case VARCHAR -> text(WireToken.VARCHAR, type, 1, out);
            case NCHAR -> text(WireToken.NCHAR, type, 2, out);
            case NVARCHAR -> text(WireToken.NVARCHAR, type, 2, out);
            case SYSNAME -> Collation.write(out.u8(WireToken.NVARCHAR).u16(SYSNAME_BYTES));
            case XML -> out.u8(WireToken.XML).u8(0);
            case BINARY -> out.u8(WireToken.BINARY).u16(size(type, 1));
            case VARBINARY -> out.u8(WireToken.VARBINARY).u16(size(type, 1));
            case UNIQUEIDENTIFIER -> out.u8(WireToken.GUID).u8(16);
            case DATE -> out.u8(WireToken.DATE);
            case TIME -> out.u8(WireToken.TIME).u8(type.scale());
            case SMALLDATETIME -> out.u8(WireToken.DATETIMEN).u8(4);
            case DATETIME -> out.u8(WireToken.DATETIMEN).u8(8);
            case DATETIME2 -> out.u8(WireToken.DATETIME2).u8(type.scale());
            case DATETIMEOFFSET -> out.u8(WireToken.DATETIMEOFFSET).u8(type.scale());
            case SQL_VARIANT -> out.u8(WireToken.VARIANT).i32(Variants.MOST_SIZE);
        }
    }

    /** The value, {@code null} for NULL, of the class that the type's kind names. */
    public static void value(SqlType type, @Nullable Object value, ByteSink out) {
        switch (Shape.of(type)) {
            case BYTE -> {
                ByteSink body = body(type, value);
                out.u8(body.size()).raw(body);
            }
            case SHORT -> {
                ByteSink body = body(type, value);
                out.u16(value == null ? UNLIMITED : body.size()).raw(body);
            }
            case CHUNKS -> {
                if (value == null) {
                    Chunks.writeNull(out);
                } else {
                    Chunks.write(body(type, value), out);
                }
            }
            case VARIANT -> Variants.write(value, out);
            case FIXED, LONG -> throw new IllegalArgumentException("No value goes out in the shape of old clients.");
        }
    }

    private static ByteSink body(SqlType type, @Nullable Object value) {
        return value == null ? new ByteSink() : Body.write(type, value, new ByteSink());
    }

    private static void text(int token, SqlType type, int width, ByteSink out) {
        Collation.write(out.u8(token).u16(size(type, width)));
    }

    private static int size(SqlType type, int width) {
        return Shape.of(type) == Shape.CHUNKS ? UNLIMITED : Math.max(1, type.length()) * width;
    }
}
