package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Functions.Invocation;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Variant;

/** Functions that measure texts and look for something in them, under the collation of their arguments. */
final class TextSearchFunctions {

    private TextSearchFunctions() {}

    static void register(Registry registry) {
        Functions.typed(registry, "LEN", 1, 1, TextSearchFunctions::len);
        Functions.typed(registry, "DATALENGTH", 1, 1, TextSearchFunctions::dataLength);
        Functions.typed(registry, "CHARINDEX", 2, 3, TextSearchFunctions::charIndex);
        Functions.typed(registry, "PATINDEX", 2, 2, TextSearchFunctions::patIndex);
        Functions.typed(registry, "REPLACE", 3, 3, TextSearchFunctions::replace);
        Functions.typed(registry, "TRANSLATE", 3, 3, TextSearchFunctions::translate);
    }

    private static SqlType countType(Expr text) {
        return text.type().length() == SqlType.MAX ? SqlType.BIGINT : SqlType.INT;
    }

    private static Object count(long value, SqlType type) {
        if (type.equals(SqlType.BIGINT)) {
            return value;
        }
        return (int) value;
    }

    private static Expr len(Invocation call) {
        Expr argument = call.argument(0);
        Expr text = argument.type().isBinary() ? argument : Functions.text(argument);
        SqlType type = countType(text);
        return call.strict(type, List.of(text), a -> {
            if (a[0] instanceof Bytes bytes) {
                return count(bytes.length(), type);
            }
            String value = (String) a[0];
            int end = value.length();
            while (end > 0 && value.charAt(end - 1) == ' ') {
                end--;
            }
            return count(end, type);
        });
    }

    private static Expr dataLength(Invocation call) {
        Expr argument = call.argument(0);
        SqlType type = countType(argument);
        return call.strict(type, List.of(argument), a -> count(bytes(a[0], argument.type()), type));
    }

    private static long bytes(Object value, SqlType type) {
        return switch (value) {
            case Variant variant -> bytes(variant.value(), variant.type());
            case String text ->
                type.isUnicode() || type.kind() == SqlType.Kind.XML ? 2L * text.length() : text.length();
            case Bytes bytes -> bytes.length();
            default ->
                switch (type.kind()) {
                    case BIT, TINYINT -> 1;
                    case SMALLINT -> 2;
                    case INT, REAL, SMALLDATETIME -> 4;
                    case DATE -> 3;
                    case UNIQUEIDENTIFIER -> 16;
                    case DECIMAL ->
                        type.precision() < 10 ? 5 : type.precision() < 20 ? 9 : type.precision() < 29 ? 13 : 17;
                    case TIME -> fraction(type);
                    case DATETIME2 -> fraction(type) + 3;
                    case DATETIMEOFFSET -> fraction(type) + 5;
                    default -> 8;
                };
        };
    }

    private static int fraction(SqlType type) {
        return type.scale() < 3 ? 3 : type.scale() < 5 ? 4 : 5;
    }

    private static Expr charIndex(Invocation call) {
        Expr wanted = Functions.text(call.argument(0));
        Expr text = Functions.text(call.argument(1));
        List<Expr> arguments = new ArrayList<>(List.of(wanted, text));
        if (call.count() > 2) {
            arguments.add(call.argument(2).as(SqlType.BIGINT));
        }
        Collation collation = Common.collation(wanted, text, "charindex");
        SqlType type = countType(text);
        return call.strict(type, arguments, a -> {
            long start = a.length > 2 ? Math.max(1, (Long) a[2]) : 1;
            String value = (String) a[1];
            String sought = (String) a[0];
            int found = start > value.length() || sought.isEmpty()
                    ? -1
                    : fold(value, collation).indexOf(fold(sought, collation), (int) start - 1);
            return count(found + 1L, type);
        });
    }

    /** Character by character, so that places stay the same. */
    private static String fold(String text, Collation collation) {
        if (collation.caseSensitive()) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append((char) Character.toLowerCase(Character.toUpperCase(c))));
        return folded.toString();
    }

    private static Expr patIndex(Invocation call) {
        Expr pattern = Functions.text(call.argument(0));
        Expr text = Functions.text(call.argument(1));
        Collation collation = Common.collation(pattern, text, "patindex");
        SqlType type = countType(text);
        return call.strict(
                type,
                List.of(pattern, text),
                a -> count(LikePattern.find((String) a[0], (String) a[1], collation), type));
    }

    private static Expr replace(Invocation call) {
        Expr text = Functions.text(call.argument(0));
        Expr wanted = Functions.text(call.argument(1));
        Expr with = Functions.text(call.argument(2));
        Collation collation = Common.collation(text, wanted, "replace");
        boolean unicode = text.type().isUnicode()
                || wanted.type().isUnicode()
                || with.type().isUnicode();
        int length = text.type().length() == SqlType.MAX ? SqlType.MAX : unicode ? 4000 : 8000;
        SqlType type = unicode ? SqlType.nvarchar(length) : SqlType.varchar(length);
        return call.strict(type, List.of(text, wanted, with), a -> {
            String result = replaced((String) a[0], (String) a[1], (String) a[2], collation);
            return Conversions.convert(result, SqlType.nvarchar(SqlType.MAX), type);
        });
    }

    private static String replaced(String text, String wanted, String with, Collation collation) {
        if (wanted.isEmpty()) {
            return text;
        }
        String folded = fold(text, collation);
        String sought = fold(wanted, collation);
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, from)) {
            out.append(text, from, at).append(with);
            from = at + sought.length();
        }
        return out.append(text.substring(from)).toString();
    }

    private static Expr translate(Invocation call) {
        Expr text = Functions.text(call.argument(0));
        Expr from = Functions.text(call.argument(1));
        Expr to = Functions.text(call.argument(2));
        return call.strict(Functions.like(text, text.type().length()), List.of(text, from, to), a -> {
            String signs = ((String) a[1]).toLowerCase(Locale.ROOT);
            String others = (String) a[2];
            if (signs.length() != others.length()) {
                throw new SqlError(
                        9828,
                        16,
                        1,
                        0,
                        "The second and third arguments of the TRANSLATE built-in function must contain an equal number of"
                                + " characters.");
            }
            StringBuilder out = new StringBuilder();
            for (char c : ((String) a[0]).toCharArray()) {
                int place = signs.indexOf(Character.toLowerCase(c));
                out.append(place < 0 ? c : others.charAt(place));
            }
            return out.toString();
        });
    }
}
