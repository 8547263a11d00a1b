package keyturn.practice.tsql.types;

import java.util.UUID;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.SqlType.Kind;
import org.jspecify.annotations.Nullable;

/** Conversion of values between types, and which conversions exist at all. */
public final class Conversions {

    /** No third argument of CONVERT was given. */
    public static final int NO_STYLE = -1;

    private Conversions() {}

    /** Without a style, as CAST and implicit conversion do. */
    public static @Nullable Object convert(@Nullable Object value, SqlType from, SqlType to) {
        return convert(value, from, to, NO_STYLE);
    }

    /**
     * The value in the other type.
     *
     * @param style the third argument of CONVERT, or {@link #NO_STYLE}
     * @throws SqlError where this value has no counterpart: 220, 241, 242, 245, 8114, 8115, 8169 ...
     */
    public static @Nullable Object convert(@Nullable Object value, SqlType from, SqlType to, int style) {
        if (value == null || from.equals(to)) {
            return value;
        }
        if (value instanceof Variant variant) {
            checkExplicit(variant.type(), to);
            return convert(variant.value(), variant.type(), to, style);
        }
        return switch (to.kind()) {
            case SQL_VARIANT -> new Variant(from.kind() == Kind.SYSNAME ? SqlType.nvarchar(128) : from, value);
            case BIT, TINYINT, SMALLINT, INT, BIGINT -> ToInteger.convert(value, from, to);
            case DECIMAL, MONEY, REAL, FLOAT -> ToNumber.convert(value, from, to);
            case CHAR, VARCHAR, NCHAR, NVARCHAR, SYSNAME, XML -> ToText.convert(value, from, to, style);
            case BINARY, VARBINARY -> ToBinary.convert(value, from, to, style);
            case UNIQUEIDENTIFIER -> toId(value, from, to);
            case DATE, TIME, SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET ->
                ToTime.convert(value, from, to, style);
        };
    }

    private static UUID toId(Object value, SqlType from, SqlType to) {
        if (value instanceof Bytes bytes) {
            return ToBinary.id(bytes);
        }
        if (value instanceof String text) {
            String digits = text.strip();
            if (digits.startsWith("{") && digits.endsWith("}")) {
                digits = digits.substring(1, digits.length() - 1);
            }
            if (digits.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}.*")) {
                return UUID.fromString(digits.substring(0, 36));
            }
            throw TypeErrors.guid8169();
        }
        throw TypeErrors.clash206(from, to);
    }

    /** Raises 206 or 257 where a value of one type cannot stand where the other is wanted. */
    public static void checkImplicit(SqlType from, SqlType to) {
        boolean dateFromNumber = from.isNumber() && isOldDate(to);
        boolean needsConvert = (isOldDate(from) && to.isNumber())
                || (from.isCharacter() && to.isBinary())
                || (from.kind() == Kind.SQL_VARIANT && to.kind() != Kind.SQL_VARIANT)
                || (to.kind() == Kind.MONEY && from.isCharacter() && from.length() == SqlType.MAX);
        if (needsConvert) {
            throw TypeErrors.implicit257(from, to);
        }
        if (!dateFromNumber && !exists(from, to)) {
            throw TypeErrors.clash206(from, to);
        }
    }

    /** Raises 529 where CAST and CONVERT know no way. */
    public static void checkExplicit(SqlType from, SqlType to) {
        if (!exists(from, to)) {
            throw TypeErrors.explicit529(from, to);
        }
    }

    private static boolean isOldDate(SqlType type) {
        return type.kind() == Kind.DATETIME || type.kind() == Kind.SMALLDATETIME;
    }

    private static boolean exists(SqlType from, SqlType to) {
        if (from.kind() == to.kind() || from.isCharacter() || to.kind() == Kind.SQL_VARIANT) {
            return !(from.kind() == Kind.XML && to.kind() == Kind.SQL_VARIANT);
        }
        if (from.kind() == Kind.SQL_VARIANT) {
            return to.kind() != Kind.XML;
        }
        if (from.kind() == Kind.XML || to.kind() == Kind.XML) {
            return to.isCharacter() || from.isBinary() || to.isBinary();
        }
        if (to.isCharacter() || from.isBinary() || to.isBinary()) {
            return !(from.isBinary() && to.isApproximate());
        }
        if (from.kind() == Kind.UNIQUEIDENTIFIER || to.kind() == Kind.UNIQUEIDENTIFIER) {
            return false;
        }
        if (from.isTemporal() && to.isTemporal()) {
            return !(from.kind() == Kind.DATE && to.kind() == Kind.TIME)
                    && !(from.kind() == Kind.TIME && to.kind() == Kind.DATE);
        }
        return from.isNumber() == to.isNumber() || isOldDate(from) || isOldDate(to);
    }
}
