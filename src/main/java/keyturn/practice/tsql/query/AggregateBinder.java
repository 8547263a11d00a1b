package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;
import org.jspecify.annotations.Nullable;

/** Types of the aggregates, with or without OVER. */
final class AggregateBinder {

    private AggregateBinder() {}

    /** @param scope of the rows that are gathered */
    static Aggregate bind(Expression.Call call, Binder binder, Scope scope) {
        String name = call.name().getFirst().toUpperCase(Locale.ROOT);
        int wanted = name.equals("STRING_AGG") ? 2 : 1;
        if (!call.star() && call.arguments().size() != wanted) {
            throw new SqlError(
                    174, 15, 1, call.line(), "The " + name + " function requires " + wanted + " argument(s).");
        }
        if (call.star()) {
            if (!name.startsWith("COUNT")) {
                throw new SqlError(102, 15, 1, call.line(), "Incorrect syntax near '*'.");
            }
            return make(
                    name + "(*)",
                    Expr.literal(SqlType.INT, 1, 1),
                    call,
                    countType(name),
                    false,
                    List.of(),
                    () -> new Accumulators.Count(name.equals("COUNT_BIG")));
        }
        Expr argument = binder.expression(call.arguments().getFirst(), scope);
        return switch (name) {
            case "COUNT", "COUNT_BIG" ->
                make(
                        name,
                        argument,
                        call,
                        countType(name),
                        false,
                        List.of(),
                        () -> new Accumulators.Count(name.equals("COUNT_BIG")));
            case "MIN", "MAX" -> extreme(name, argument, call);
            case "STRING_AGG" -> joined(argument, call, binder, scope);
            case "SUM", "AVG" -> sum(name, argument, call);
            default -> spread(name, argument, call);
        };
    }

    private static SqlType countType(String name) {
        return name.equals("COUNT_BIG") ? SqlType.BIGINT : SqlType.INT;
    }

    private static Aggregate make(
            String name,
            Expr argument,
            Expression.Call call,
            SqlType type,
            boolean nullable,
            List<SortKey> within,
            Supplier<Accumulator> fresh) {
        String full = call.distinct() ? name + " distinct" : name;
        Expr result = Expr.over(type, nullable, full, List.of(argument), env -> null);
        return new Aggregate(result, argument, call.distinct(), within, fresh);
    }

    private static Aggregate extreme(String name, Expr argument, Expression.Call call) {
        Kind kind = argument.type().kind();
        if (kind == Kind.BIT || kind == Kind.XML) {
            throw invalid(name, argument, call);
        }
        int sign = name.equals("MAX") ? 1 : -1;
        return make(
                name,
                argument,
                call,
                argument.type(),
                true,
                List.of(),
                () -> new Accumulators.Extreme(sign, argument.collation()));
    }

    private static SqlError invalid(String name, Expr argument, Expression.Call call) {
        return TypeErrors.operand8117(argument.type(), name.toLowerCase(Locale.ROOT))
                .onLine(call.line());
    }

    private static Aggregate sum(String name, Expr argument, Expression.Call call) {
        SqlType type = argument.type();
        if (argument.isNull() || !type.isNumber() || type.kind() == Kind.BIT) {
            throw invalid(name, argument, call);
        }
        boolean average = name.equals("AVG");
        if (type.isApproximate()) {
            return make(
                    name, argument, call, SqlType.FLOAT, true, List.of(), () -> new Accumulators.Approximate(average));
        }
        SqlType result =
                switch (type.kind()) {
                    case BIGINT -> SqlType.BIGINT;
                    case MONEY -> SqlType.MONEY;
                    case DECIMAL -> SqlType.decimal(38, average ? Math.max(6, type.scale()) : type.scale());
                    default -> SqlType.INT;
                };
        return make(name, argument, call, result, true, List.of(), () -> new Accumulators.Exact(result, average));
    }

    private static Aggregate spread(String name, Expr argument, Expression.Call call) {
        if (!argument.type().isNumber() || argument.type().kind() == Kind.BIT) {
            throw invalid(name, argument, call);
        }
        Expr number = argument.as(SqlType.FLOAT);
        return make(
                name,
                number,
                call,
                SqlType.FLOAT,
                true,
                List.of(),
                () -> new Accumulators.Spread(!name.endsWith("P"), name.startsWith("STDEV")));
    }

    private static Aggregate joined(Expr argument, Expression.Call call, Binder binder, Scope scope) {
        boolean wide = !argument.type().isCharacter() || argument.type().isUnicode();
        int length = argument.type().length() == SqlType.MAX ? SqlType.MAX : wide ? 4000 : 8000;
        SqlType type = wide ? SqlType.nvarchar(length) : SqlType.varchar(length);
        Expr separator =
                binder.expression(call.arguments().get(1), Scope.scalar()).as(SqlType.nvarchar(4000));
        @Nullable Object text = separator.eval(Env.root(new Execution(() -> false)));
        String between = text == null ? "" : text.toString();
        List<SortKey> within = new ArrayList<>();
        for (Expression.OrderItem item : call.withinGroup()) {
            within.add(new SortKey(binder.expression(item.expression(), scope), item.descending()));
        }
        Expr texts = argument.type().isCharacter() ? argument : argument.as(type);
        String name = "STRING_AGG"
                + within.stream().map(k -> k.expr().key() + k.descending()).toList() + between;
        return make(name, texts, call, type, true, within, () -> new Accumulators.Joined(between));
    }
}
