package keyturn.practice.tsql.types;

import java.util.Locale;

/**
 * A T-SQL type.
 *
 * @param kind what it is
 * @param length characters (character types) or bytes (binary types); {@link #MAX} for {@code (max)}; 0 elsewhere
 * @param precision decimal digits of decimal and numeric (1 to 38); 0 elsewhere
 * @param scale digits after the point of decimal and numeric; fractional seconds (0 to 7) of time, datetime2 and
 *     datetimeoffset; 0 elsewhere
 */
public record SqlType(Kind kind, int length, int precision, int scale) {

    /** The length of {@code varchar(max)}, {@code nvarchar(max)} and {@code varbinary(max)}. */
    public static final int MAX = -1;

    public static final SqlType BIT = of(Kind.BIT);
    public static final SqlType TINYINT = of(Kind.TINYINT);
    public static final SqlType SMALLINT = of(Kind.SMALLINT);
    public static final SqlType INT = of(Kind.INT);
    public static final SqlType BIGINT = of(Kind.BIGINT);
    public static final SqlType MONEY = of(Kind.MONEY);
    public static final SqlType REAL = of(Kind.REAL);
    public static final SqlType FLOAT = of(Kind.FLOAT);
    public static final SqlType SYSNAME = sized(Kind.SYSNAME, 128);
    public static final SqlType XML = of(Kind.XML);
    public static final SqlType UNIQUEIDENTIFIER = of(Kind.UNIQUEIDENTIFIER);
    public static final SqlType DATE = of(Kind.DATE);
    public static final SqlType SMALLDATETIME = of(Kind.SMALLDATETIME);
    public static final SqlType DATETIME = of(Kind.DATETIME);
    public static final SqlType SQL_VARIANT = of(Kind.SQL_VARIANT);

    private static SqlType of(Kind kind) {
        return new SqlType(kind, 0, 0, 0);
    }

    private static SqlType sized(Kind kind, int length) {
        return new SqlType(kind, length, 0, 0);
    }

    public static SqlType chars(int length) {
        return sized(Kind.CHAR, length);
    }

    public static SqlType varchar(int length) {
        return sized(Kind.VARCHAR, length);
    }

    public static SqlType nchar(int length) {
        return sized(Kind.NCHAR, length);
    }

    public static SqlType nvarchar(int length) {
        return sized(Kind.NVARCHAR, length);
    }

    public static SqlType binary(int length) {
        return sized(Kind.BINARY, length);
    }

    public static SqlType varbinary(int length) {
        return sized(Kind.VARBINARY, length);
    }

    public static SqlType decimal(int precision, int scale) {
        return new SqlType(Kind.DECIMAL, 0, precision, scale);
    }

    /** @param scale digits of the fraction of a second, 0 to 7 */
    public static SqlType time(int scale) {
        return new SqlType(Kind.TIME, 0, 0, scale);
    }

    /** @param scale digits of the fraction of a second, 0 to 7 */
    public static SqlType datetime2(int scale) {
        return new SqlType(Kind.DATETIME2, 0, 0, scale);
    }

    /** @param scale digits of the fraction of a second, 0 to 7 */
    public static SqlType datetimeoffset(int scale) {
        return new SqlType(Kind.DATETIMEOFFSET, 0, 0, scale);
    }

    public boolean isCharacter() {
        return switch (kind) {
            case CHAR, VARCHAR, NCHAR, NVARCHAR, SYSNAME -> true;
            default -> false;
        };
    }

    /** A character type whose values are UTF-16 on the wire. */
    public boolean isUnicode() {
        return kind == Kind.NCHAR || kind == Kind.NVARCHAR || kind == Kind.SYSNAME;
    }

    public boolean isBinary() {
        return kind == Kind.BINARY || kind == Kind.VARBINARY;
    }

    /** tinyint to bigint; bit is none of them. */
    public boolean isInteger() {
        return kind == Kind.TINYINT || kind == Kind.SMALLINT || kind == Kind.INT || kind == Kind.BIGINT;
    }

    /** Takes part in arithmetic, bit included. */
    public boolean isNumber() {
        return kind == Kind.BIT || isInteger() || kind == Kind.DECIMAL || kind == Kind.MONEY || isApproximate();
    }

    public boolean isApproximate() {
        return kind == Kind.REAL || kind == Kind.FLOAT;
    }

    /** A date, a time or both. */
    public boolean isTemporal() {
        return switch (kind) {
            case DATE, TIME, SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET -> true;
            default -> false;
        };
    }

    /** The type's name as error texts write it: {@code numeric} for both its names, no lengths. */
    public String typeName() {
        return switch (kind) {
            case DECIMAL -> "numeric";
            case SYSNAME -> "nvarchar";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * The kinds, with the Java class that carries a value of each (a NULL is {@code null}). SYSNAME is nvarchar(128)
     * under a name of its own; numeric is DECIMAL.
     */
    public enum Kind {
        /** {@link Boolean}. */
        BIT,
        /** {@link Integer}, 0 to 255. */
        TINYINT,
        /** {@link Integer}. */
        SMALLINT,
        /** {@link Integer}. */
        INT,
        /** {@link Long}. */
        BIGINT,
        /** {@link java.math.BigDecimal} with the type's scale. */
        DECIMAL,
        /** {@link java.math.BigDecimal} of scale 4. */
        MONEY,
        /** {@link Float}. */
        REAL,
        /** {@link Double}. */
        FLOAT,
        /** {@link String}, blank-padded. */
        CHAR,
        /** {@link String}. */
        VARCHAR,
        /** {@link String}, blank-padded. */
        NCHAR,
        /** {@link String}. */
        NVARCHAR,
        /** {@link String}; a name of at most 128 characters. */
        SYSNAME,
        /** {@link String}. */
        XML,
        /** {@link Bytes}, zero-padded. */
        BINARY,
        /** {@link Bytes}. */
        VARBINARY,
        /** {@link java.util.UUID}. */
        UNIQUEIDENTIFIER,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link java.time.LocalTime}. */
        TIME,
        /** {@link java.time.LocalDateTime}, to the minute. */
        SMALLDATETIME,
        /** {@link java.time.LocalDateTime}, in steps of 1/300 second. */
        DATETIME,
        /** {@link java.time.LocalDateTime}. */
        DATETIME2,
        /** {@link java.time.OffsetDateTime}. */
        DATETIMEOFFSET,
        /** {@link Variant}. */
        SQL_VARIANT
    }
}
