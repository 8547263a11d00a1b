package keyturn.practice.tsql.types;

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
