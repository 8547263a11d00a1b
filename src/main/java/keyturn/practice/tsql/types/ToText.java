package keyturn.practice.tsql.types;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import keyturn.practice.tsql.types.SqlType.Kind;

/** Conversion to the character types and xml. */
final class ToText {

    /** The code page of the practice server's collation. */
    static final Charset CODE_PAGE = Charset.forName("windows-1252");

    private ToText() {}

    static String convert(Object value, SqlType from, SqlType to, int style) {
        return switch (value) {
            case String text -> fit(to.isUnicode() || from.kind() == Kind.VARCHAR ? text : narrow(text, to), to);
            case Boolean bit -> number(bit ? "1" : "0", from, to);
            case Integer number -> number(number.toString(), from, to);
            case Long number -> number(number.toString(), from, to);
            case BigDecimal number -> number(decimal(number, from, style), from, to);
            case Float number -> number(NumberText.approximate(number, style), from, to);
            case Double number -> number(NumberText.approximate(number, style), from, to);
            case Bytes bytes -> fit(binary(bytes, to, style), to);
            case UUID id -> id(id, to);
            default -> fit(DateText.format(value, from, style), to);
        };
    }

    private static String narrow(String text, SqlType to) {
        if (to.kind() == Kind.XML || text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        return new String(text.getBytes(CODE_PAGE), CODE_PAGE);
    }

    /** Cut or, for the fixed types, padded to the type's length. */
    static String fit(String text, SqlType to) {
        int length = to.length();
        if (to.kind() == Kind.XML || length == SqlType.MAX || text.length() == length) {
            return text;
        }
        if (text.length() > length) {
            return text.substring(0, length);
        }
        return to.kind() == Kind.CHAR || to.kind() == Kind.NCHAR ? text + " ".repeat(length - text.length()) : text;
    }

    private static String decimal(BigDecimal number, SqlType from, int style) {
        if (from.kind() != Kind.MONEY) {
            return number.toPlainString();
        }
        return switch (style) {
            case 1 -> String.format(Locale.ROOT, "%,.2f", number.setScale(2, RoundingMode.HALF_UP));
            case 2 -> number.toPlainString();
            default -> number.setScale(2, RoundingMode.HALF_UP).toPlainString();
        };
    }

    private static String number(String text, SqlType from, SqlType to) {
        if (to.length() == SqlType.MAX || to.kind() == Kind.XML || text.length() <= to.length()) {
            return fit(text, to);
        }
        if (from.isInteger() && !to.isUnicode() && from.kind() != Kind.BIGINT) {
            return fit("*", to);
        }
        throw TypeErrors.overflow8115(from.isInteger() ? "expression" : from.typeName(), to);
    }

    private static String id(UUID id, SqlType to) {
        if (to.length() != SqlType.MAX && to.kind() != Kind.XML && to.length() < 36) {
            throw TypeErrors.guidSpace8170();
        }
        return fit(id.toString().toUpperCase(Locale.ROOT), to);
    }

    private static String binary(Bytes bytes, SqlType to, int style) {
        return switch (style) {
            case 1 -> bytes.toString();
            case 2 -> bytes.toString().substring(2);
            default -> new String(bytes.toArray(), to.isUnicode() ? StandardCharsets.UTF_16LE : CODE_PAGE);
        };
    }
}
