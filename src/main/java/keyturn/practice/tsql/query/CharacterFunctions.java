package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.util.List;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Single characters, quoting, parts of names, numbers as text. */
final class CharacterFunctions {

    private static final Charset CODE_PAGE = Charset.forName("windows-1252");

    private CharacterFunctions() {}

    static void register(Registry registry) {
        Functions.fixed(registry, "CHAR", SqlType.chars(1), List.of(SqlType.INT), a -> character((Integer) a[0]));
        Functions.fixed(
                registry,
                "NCHAR",
                SqlType.nchar(1),
                List.of(SqlType.INT),
                a -> (Integer) a[0] < 0 || (Integer) a[0] > 0xFFFF ? null : Character.toString((Integer) a[0]));
        Functions.fixed(
                registry,
                "ASCII",
                SqlType.INT,
                List.of(SqlType.varchar(8000)),
                a -> ((String) a[0]).isEmpty()
                        ? null
                        : (Integer) (((String) a[0]).substring(0, 1).getBytes(CODE_PAGE)[0] & 0xFF));
        Functions.fixed(
                registry,
                "UNICODE",
                SqlType.INT,
                List.of(SqlType.nvarchar(4000)),
                a -> ((String) a[0]).isEmpty() ? null : (Integer) (int) ((String) a[0]).charAt(0));
        Functions.fixed(
                registry,
                "QUOTENAME",
                1,
                SqlType.nvarchar(258),
                List.of(SqlType.SYSNAME, SqlType.nvarchar(1)),
                a -> quoted((String) a[0], a.length > 1 ? (String) a[1] : "["));
        Functions.fixed(
                registry,
                "PARSENAME",
                SqlType.SYSNAME,
                List.of(SqlType.nvarchar(4000), SqlType.INT),
                a -> part((String) a[0], (Integer) a[1]));
        Functions.fixed(
                registry,
                "STR",
                1,
                SqlType.varchar(8000),
                List.of(SqlType.FLOAT, SqlType.INT, SqlType.INT),
                a -> str((Double) a[0], a.length > 1 ? (Integer) a[1] : 10, a.length > 2 ? (Integer) a[2] : 0));
    }

    private static @Nullable String character(int code) {
        return code < 0 || code > 255 ? null : new String(new byte[] {(byte) code}, CODE_PAGE);
    }

    private static @Nullable String quoted(String name, String sign) {
        if (sign.isEmpty()) {
            return null;
        }
        return switch (sign.charAt(0)) {
            case '[', ']' -> "[" + name.replace("]", "]]") + "]";
            case '\'' -> "'" + name.replace("'", "''") + "'";
            case '"' -> "\"" + name.replace("\"", "\"\"") + "\"";
            case '(', ')' -> "(" + name.replace(")", "))") + ")";
            case '<', '>' -> "<" + name.replace(">", ">>") + ">";
            case '{', '}' -> "{" + name.replace("}", "}}") + "}";
            case '`' -> "`" + name.replace("`", "``") + "`";
            default -> null;
        };
    }

    /** Part 1 is the last; brackets and double quotes keep dots inside. */
    private static @Nullable String part(String name, int part) {
        List<String> parts = new java.util.ArrayList<>();
        StringBuilder current = new StringBuilder();
        char closing = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (closing == 0 && c == '.') {
                parts.add(current.toString());
                current.setLength(0);
            } else if (closing == 0 && current.isEmpty() && (c == '[' || c == '"')) {
                closing = c == '[' ? ']' : '"';
            } else if (c == closing) {
                closing = 0;
            } else {
                current.append(c);
            }
        }
        parts.add(current.toString());
        boolean known = parts.size() <= 4 && part >= 1 && part <= parts.size();
        String found = known ? parts.get(parts.size() - part) : "";
        return found.isEmpty() ? null : found;
    }

    private static @Nullable String str(double number, int length, int decimals) {
        if (length < 1 || length > 8000 || decimals < 0) {
            return null;
        }
        String text = new BigDecimal(number)
                .setScale(Math.min(16, decimals), RoundingMode.HALF_UP)
                .toPlainString();
        int point = text.indexOf('.');
        if ((point < 0 ? text.length() : point) > length) {
            return "*".repeat(length);
        }
        if (text.length() > length) {
            int room = Math.max(0, length - point - 1);
            text = new BigDecimal(number).setScale(room, RoundingMode.HALF_UP).toPlainString();
        }
        return " ".repeat(Math.max(0, length - text.length())) + text;
    }
}
