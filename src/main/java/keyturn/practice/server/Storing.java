package keyturn.practice.server;

import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** A value on its way into a column: unlike a variable, a column cuts nothing off. */
final class Storing {

    private static final int NAMES_COLUMN = 2019;

    private Storing() {}

    /** @throws keyturn.practice.tsql.SqlError 2628, before SQL Server 2019 8152, where it is too long; what conversions raise */
    static @Nullable Object fit(
            @Nullable Object value, SqlType from, TableColumn column, TablePlaces.Found found, int year) {
        SqlType to = column.type();
        if (value == null) {
            return null;
        }
        Object plain = value instanceof Variant variant ? variant.value() : value;
        if (tooLong(plain, to)) {
            throw year >= NAMES_COLUMN
                    ? Messages.error(2628, 1, found.fullName(), column.name(), shortened(plain, to.length()))
                    : Messages.error(8152, to.isUnicode() ? 4 : 14);
        }
        return Conversions.convert(value, from, to);
    }

    private static boolean tooLong(Object value, SqlType to) {
        if (to.length() == SqlType.MAX) {
            return false;
        }
        if (value instanceof String text && to.isCharacter()) {
            return text.stripTrailing().length() > to.length() && text.length() > to.length();
        }
        return value instanceof Bytes bytes && to.isBinary() && bytes.length() > to.length();
    }

    private static String shortened(Object value, int length) {
        String text = value.toString();
        return value instanceof String ? text.substring(0, Math.min(length, text.length())) : "";
    }
}
