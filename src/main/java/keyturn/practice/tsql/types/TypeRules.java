package keyturn.practice.tsql.types;

import java.util.List;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Which type two types meet in, and the precision and scale that decimal arithmetic yields. */
public final class TypeRules {

    /** Highest first, as documented under "data type precedence". */
    private static final List<Kind> PRECEDENCE = List.of(
            Kind.SQL_VARIANT,
            Kind.XML,
            Kind.DATETIMEOFFSET,
            Kind.DATETIME2,
            Kind.DATETIME,
            Kind.SMALLDATETIME,
            Kind.DATE,
            Kind.TIME,
            Kind.FLOAT,
            Kind.REAL,
            Kind.DECIMAL,
            Kind.MONEY,
            Kind.BIGINT,
            Kind.INT,
            Kind.SMALLINT,
            Kind.TINYINT,
            Kind.BIT,
            Kind.UNIQUEIDENTIFIER,
            Kind.NVARCHAR,
            Kind.SYSNAME,
            Kind.NCHAR,
            Kind.VARCHAR,
            Kind.CHAR,
            Kind.VARBINARY,
            Kind.BINARY);

    private static final int MOST = 38;
    private static final int LEAST_SCALE = 6;

    private TypeRules() {}

    /** The type that both convert to in a comparison, CASE, COALESCE or UNION. */
    public static SqlType common(SqlType a, SqlType b) {
        if (a.equals(b)) {
            return a;
        }
        SqlType high = PRECEDENCE.indexOf(a.kind()) <= PRECEDENCE.indexOf(b.kind()) ? a : b;
        SqlType low = high.equals(a) ? b : a;
        return switch (high.kind()) {
            case DECIMAL -> low.isNumber() && !low.isApproximate() ? union(asDecimal(a), asDecimal(b)) : high;
            case NVARCHAR, SYSNAME, NCHAR, VARCHAR, CHAR -> text(high, low);
            case VARBINARY, BINARY -> new SqlType(high.kind(), longer(high, low), 0, 0);
            case DATETIME2, DATETIMEOFFSET, TIME ->
                low.scale() > high.scale() && low.isTemporal() ? new SqlType(high.kind(), 0, 0, low.scale()) : high;
            default -> high;
        };
    }

    private static SqlType text(SqlType high, SqlType low) {
        if (!low.isCharacter()) {
            return high;
        }
        boolean unicode = high.isUnicode() || low.isUnicode();
        boolean fixed = isFixed(high) && isFixed(low);
        int length = longer(high, low);
        if (unicode) {
            int most = length > 4000 ? SqlType.MAX : length;
            return fixed ? SqlType.nchar(length) : SqlType.nvarchar(most);
        }
        return fixed ? SqlType.chars(length) : SqlType.varchar(length);
    }

    private static boolean isFixed(SqlType type) {
        return type.kind() == Kind.CHAR || type.kind() == Kind.NCHAR;
    }

    private static int longer(SqlType a, SqlType b) {
        return a.length() == SqlType.MAX || b.length() == SqlType.MAX ? SqlType.MAX : Math.max(a.length(), b.length());
    }

    /** The decimal type that holds every value of an exact number type. */
    public static SqlType asDecimal(SqlType type) {
        return switch (type.kind()) {
            case BIT -> SqlType.decimal(1, 0);
            case TINYINT -> SqlType.decimal(3, 0);
            case SMALLINT -> SqlType.decimal(5, 0);
            case INT -> SqlType.decimal(10, 0);
            case BIGINT -> SqlType.decimal(19, 0);
            case MONEY -> SqlType.decimal(19, 4);
            default -> type;
        };
    }

    private static SqlType union(SqlType a, SqlType b) {
        int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
        return capped(whole, Math.max(a.scale(), b.scale()));
    }

    /** Keeps the digits before the point and gives up those behind it. */
    private static SqlType capped(int whole, int scale) {
        int fraction = Math.max(0, Math.min(scale, MOST - whole));
        return SqlType.decimal(Math.max(1, Math.min(MOST, whole + fraction)), fraction);
    }

    /** {@code a + b} and {@code a - b}. */
    public static SqlType sum(SqlType a, SqlType b) {
        int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
        int scale = Math.max(a.scale(), b.scale());
        int precision = whole + scale + 1;
        return precision <= MOST ? SqlType.decimal(precision, scale) : capped(whole, scale);
    }

    /** {@code a * b}. */
    public static SqlType product(SqlType a, SqlType b) {
        return reduced(a.precision() + b.precision() + 1, a.scale() + b.scale());
    }

    /** {@code a / b}. */
    public static SqlType quotient(SqlType a, SqlType b) {
        int scale = Math.max(LEAST_SCALE, a.scale() + b.precision() + 1);
        return reduced(a.precision() - a.scale() + b.scale() + scale, scale);
    }

    /** {@code a % b}. */
    public static SqlType remainder(SqlType a, SqlType b) {
        int scale = Math.max(a.scale(), b.scale());
        int whole = Math.min(a.precision() - a.scale(), b.precision() - b.scale());
        return SqlType.decimal(Math.max(1, Math.min(MOST, whole + scale)), scale);
    }

    /** Products and quotients keep at least six digits behind the point when they outgrow 38. */
    private static SqlType reduced(int precision, int scale) {
        if (precision <= MOST) {
            return SqlType.decimal(precision, scale);
        }
        int whole = precision - scale;
        int kept = Math.max(MOST - whole, Math.min(scale, LEAST_SCALE));
        return SqlType.decimal(MOST, kept);
    }
}
