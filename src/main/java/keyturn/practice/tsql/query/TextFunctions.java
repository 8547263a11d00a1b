package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.query.Functions.Invocation;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;

/** Functions that take texts apart and put them together. Positions count from 1. */
final class TextFunctions {

    private TextFunctions() {}

    static void register(Registry registry) {
        Functions.typed(registry, "LEFT", 2, 2, call -> part(call, true));
        Functions.typed(registry, "RIGHT", 2, 2, call -> part(call, false));
        Functions.typed(registry, "SUBSTRING", 3, 3, TextFunctions::substring);
        Functions.typed(registry, "UPPER", 1, 1, call -> mapped(call, text -> text.toUpperCase(Locale.ROOT)));
        Functions.typed(registry, "LOWER", 1, 1, call -> mapped(call, text -> text.toLowerCase(Locale.ROOT)));
        Functions.typed(
                registry,
                "REVERSE",
                1,
                1,
                call -> mapped(call, text -> new StringBuilder(text).reverse().toString()));
        Functions.typed(registry, "LTRIM", 1, 2, call -> trimmed(call, true, false));
        Functions.typed(registry, "RTRIM", 1, 2, call -> trimmed(call, false, true));
        Functions.typed(registry, "TRIM", 1, 2, call -> trimmed(call, true, true));
        Functions.typed(registry, "REPLICATE", 2, 2, TextFunctions::replicate);
        Functions.fixed(
                registry,
                "SPACE",
                SqlType.varchar(8000),
                List.of(SqlType.INT),
                a -> (Integer) a[0] < 0 ? null : " ".repeat(Math.min(8000, (Integer) a[0])));
        Functions.typed(registry, "STUFF", 4, 4, TextFunctions::stuff);
        Functions.typed(registry, "CONCAT", 2, 254, call -> joined(call.arguments(), ""));
        Functions.typed(registry, "CONCAT_WS", 3, 254, TextFunctions::joinedWith);
    }

    private static Expr mapped(Invocation call, UnaryOperator<String> body) {
        Expr text = Functions.text(call.argument(0));
        return call.strict(Functions.like(text, text.type().length()), List.of(text), a -> body.apply((String) a[0]));
    }

    private static Expr part(Invocation call, boolean left) {
        Expr text = Functions.text(call.argument(0));
        Expr length = call.argument(1).as(SqlType.INT);
        return call.strict(Functions.like(text, text.type().length()), List.of(text, length), a -> {
            String value = (String) a[0];
            int count = Math.min(length((Integer) a[1], call), value.length());
            return left ? value.substring(0, count) : value.substring(value.length() - count);
        });
    }

    private static int length(int length, Invocation call) {
        if (length < 0) {
            throw new SqlError(
                    537,
                    16,
                    call.name().equalsIgnoreCase("RIGHT") ? 3 : 2,
                    0,
                    "Invalid length parameter passed to the LEFT or SUBSTRING function.");
        }
        return length;
    }

    private static Expr substring(Invocation call) {
        Expr source = call.argument(0);
        Expr start = call.argument(1).as(SqlType.BIGINT);
        Expr length = call.argument(2).as(SqlType.BIGINT);
        boolean binary = source.type().isBinary();
        Expr text = binary ? source : Functions.text(source);
        SqlType type = binary
                ? SqlType.varbinary(text.type().length())
                : Functions.like(text, text.type().length());
        return call.strict(type, List.of(text, start, length), a -> {
            long wanted = (Long) a[2];
            if (wanted < 0) {
                throw new SqlError(537, 16, 3, 0, "Invalid length parameter passed to the LEFT or SUBSTRING function.");
            }
            long from = (Long) a[1];
            int size = a[0] instanceof Bytes bytes ? bytes.length() : ((String) a[0]).length();
            int begin = (int) Math.max(0, Math.min(size, from - 1));
            int end = (int) Math.max(begin, Math.min(size, from - 1 + wanted));
            return a[0] instanceof Bytes bytes
                    ? Bytes.of(java.util.Arrays.copyOfRange(bytes.toArray(), begin, end))
                    : ((String) a[0]).substring(begin, end);
        });
    }

    private static Expr trimmed(Invocation call, boolean left, boolean right) {
        Expr text = Functions.text(call.argument(0));
        List<Expr> arguments = new ArrayList<>(List.of(text));
        if (call.count() > 1) {
            arguments.add(Functions.text(call.argument(1)));
        }
        return call.strict(Functions.like(text, text.type().length()), arguments, a -> {
            String value = (String) a[0];
            String signs = a.length > 1 ? (String) a[1] : " ";
            int from = 0;
            int to = value.length();
            while (left && from < to && signs.indexOf(value.charAt(from)) >= 0) {
                from++;
            }
            while (right && to > from && signs.indexOf(value.charAt(to - 1)) >= 0) {
                to--;
            }
            return value.substring(from, to);
        });
    }

    private static Expr replicate(Invocation call) {
        Expr text = Functions.text(call.argument(0));
        Expr count = call.argument(1).as(SqlType.INT);
        SqlType type = Functions.like(text, 8000);
        return call.strict(type, List.of(text, count), a -> {
            String value = (String) a[0];
            int times = (Integer) a[1];
            if (times < 0) {
                return null;
            }
            int most = type.length() == SqlType.MAX ? 50_000_000 : type.length();
            int enough = value.isEmpty() ? 0 : Math.min(times, most / value.length() + 1);
            String all = value.repeat(enough);
            return all.length() > most ? all.substring(0, most) : all;
        });
    }

    private static Expr stuff(Invocation call) {
        Expr text = Functions.text(call.argument(0));
        Expr start = call.argument(1).as(SqlType.INT);
        Expr length = call.argument(2).as(SqlType.INT);
        Expr insert =
                call.argument(3).isNull() ? Expr.literal(SqlType.varchar(1), "", 0) : Functions.text(call.argument(3));
        Expr both = Operators.concatenation(text, insert);
        Expr inserted = CaseBinder.coalesce(List.of(insert, Expr.literal(SqlType.varchar(1), "", 0)));
        return call.strict(both.type(), List.of(text, start, length, inserted), a -> {
            String value = (String) a[0];
            int from = (Integer) a[1];
            int count = (Integer) a[2];
            if (from < 1 || from > value.length() || count < 0) {
                return null;
            }
            long end = Math.min(value.length(), from - 1L + count);
            return value.substring(0, from - 1) + a[3] + value.substring((int) end);
        });
    }

    /** NULL counts as an empty text. */
    private static Expr joined(List<Expr> arguments, String separator) {
        List<Expr> texts = arguments.stream().map(Functions::text).toList();
        SqlType type =
                texts.stream().reduce(Operators::concatenation).orElseThrow().type();
        return Expr.over(type, false, "concat" + separator, texts, env -> {
            StringBuilder all = new StringBuilder();
            for (Expr text : texts) {
                Object value = text.eval(env);
                all.append(value == null ? "" : value);
            }
            return Conversions.convert(all.toString(), SqlType.nvarchar(SqlType.MAX), type);
        });
    }

    /** NULL is passed over, together with its separator. */
    private static Expr joinedWith(Invocation call) {
        List<Expr> texts = call.arguments().stream().map(Functions::text).toList();
        Expr separator = texts.getFirst();
        List<Expr> rest = texts.subList(1, texts.size());
        SqlType type = Functions.like(joined(texts, "ws"), 8000);
        return Expr.over(type, false, "concat_ws", texts, env -> {
            Object between = separator.eval(env);
            List<String> values = new ArrayList<>();
            for (Expr text : rest) {
                Object value = text.eval(env);
                if (value != null) {
                    values.add(value.toString());
                }
            }
            return String.join(between == null ? "" : between.toString(), values);
        });
    }
}
