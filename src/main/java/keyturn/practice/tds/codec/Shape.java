package keyturn.practice.tds.codec;

import keyturn.practice.tsql.types.SqlType;

/** How the length of a value stands before it, and what says NULL there. */
enum Shape {
    /** No length: the type says it. Only in what clients send; never NULL. */
    FIXED,
    /** One byte; 0 is NULL. */
    BYTE,
    /** Two bytes; FFFF is NULL. */
    SHORT,
    /** Four bytes; all FF is NULL. Only in what clients send. */
    LONG,
    /** Eight bytes of claim, then chunks; all FF is NULL. */
    CHUNKS,
    /** Four bytes, then the value's own type; 0 is NULL. */
    VARIANT;

    static final int MOST_BYTES = 8000;

    /** The shape in which this server writes values of the type. */
    static Shape of(SqlType type) {
        return switch (type.kind()) {
            case BIT, TINYINT, SMALLINT, INT, BIGINT, DECIMAL, MONEY, REAL, FLOAT, UNIQUEIDENTIFIER -> BYTE;
            case DATE, TIME, SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET -> BYTE;
            case CHAR, VARCHAR, BINARY, VARBINARY -> sized(type.length(), MOST_BYTES);
            case NCHAR, NVARCHAR -> sized(type.length(), MOST_BYTES / 2);
            case SYSNAME -> SHORT;
            case XML -> CHUNKS;
            case SQL_VARIANT -> VARIANT;
        };
    }

    private static Shape sized(int length, int most) {
        return length == SqlType.MAX || length > most ? CHUNKS : SHORT;
    }
}
