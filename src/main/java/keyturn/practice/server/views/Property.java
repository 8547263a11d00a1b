package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.time.LocalDateTime;
import java.util.Locale;
import keyturn.practice.tsql.types.Variant;

/** Values of properties, each with its own type. */
final class Property {

    private Property() {}

    /** The name of a property as it is looked up; empty for NULL. */
    static String key(Args arguments, int place) {
        String name = arguments.text(place);
        return name == null ? "" : name.stripTrailing().toLowerCase(Locale.ROOT);
    }

    static Variant text(String value) {
        return new Variant(nvarchar(128), value);
    }

    static Variant number(int value) {
        return new Variant(INT, value);
    }

    static Variant large(long value) {
        return new Variant(BIGINT, value);
    }

    static Variant instant(LocalDateTime value) {
        return new Variant(DATETIME, value);
    }

    static Variant flag(boolean value) {
        return number(value ? 1 : 0);
    }
}
