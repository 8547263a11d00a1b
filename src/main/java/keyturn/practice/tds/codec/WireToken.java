package keyturn.practice.tds.codec;

import keyturn.practice.tsql.types.SqlType.Kind;

/** The bytes that name types on the wire (MS-TDS 2.2.5.4). */
final class WireToken {

    static final int NULL = 0x1F;
    static final int IMAGE = 0x22;
    static final int TEXT = 0x23;
    static final int GUID = 0x24;
    static final int INTN = 0x26;
    static final int DATE = 0x28;
    static final int TIME = 0x29;
    static final int DATETIME2 = 0x2A;
    static final int DATETIMEOFFSET = 0x2B;
    static final int INT1 = 0x30;
    static final int BIT = 0x32;
    static final int INT2 = 0x34;
    static final int INT4 = 0x38;
    static final int DATETIME4 = 0x3A;
    static final int FLOAT4 = 0x3B;
    static final int MONEY = 0x3C;
    static final int DATETIME = 0x3D;
    static final int FLOAT8 = 0x3E;
    static final int VARIANT = 0x62;
    static final int NTEXT = 0x63;
    static final int BITN = 0x68;
    static final int DECIMALN = 0x6A;
    static final int NUMERICN = 0x6C;
    static final int FLOATN = 0x6D;
    static final int MONEYN = 0x6E;
    static final int DATETIMEN = 0x6F;
    static final int MONEY4 = 0x7A;
    static final int INT8 = 0x7F;
    static final int VARBINARY = 0xA5;
    static final int VARCHAR = 0xA7;
    static final int BINARY = 0xAD;
    static final int CHAR = 0xAF;
    static final int NVARCHAR = 0xE7;
    static final int NCHAR = 0xEF;
    static final int XML = 0xF1;

    /** No kind of value has a token like this. */
    private static final int NONE = 0;

    private WireToken() {}

    /** Whether values of the kind have a type of fixed size besides the nullable one. */
    static boolean hasFixed(Kind kind) {
        return fixed(kind) != NONE;
    }

    /** The type of the kind that has no NULL and so no length. */
    static int fixed(Kind kind) {
        return switch (kind) {
            case BIT -> BIT;
            case TINYINT -> INT1;
            case SMALLINT -> INT2;
            case INT -> INT4;
            case BIGINT -> INT8;
            case REAL -> FLOAT4;
            case FLOAT -> FLOAT8;
            case MONEY -> MONEY;
            case SMALLDATETIME -> DATETIME4;
            case DATETIME -> DATETIME;
            case DECIMAL, UNIQUEIDENTIFIER, DATE, TIME, DATETIME2, DATETIMEOFFSET -> NONE;
            case CHAR, VARCHAR, NCHAR, NVARCHAR, SYSNAME, XML, BINARY, VARBINARY, SQL_VARIANT -> NONE;
        };
    }
}
