package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.tsql.query.Functions.Invocation;
import keyturn.practice.tsql.query.Functions.Registry;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.SqlType;

/** Functions about NULL and choice. */
final class LogicFunctions {

    private LogicFunctions() {}

    static void register(Registry registry) {
        Functions.typed(registry, "ISNULL", 2, 2, LogicFunctions::isNull);
        Functions.typed(registry, "COALESCE", 2, -1, call -> CaseBinder.coalesce(call.arguments()));
        Functions.typed(registry, "NULLIF", 2, 2, call -> CaseBinder.nullIf(call.argument(0), call.argument(1)));
        Functions.typed(registry, "IIF", 3, 3, LogicFunctions::iif);
        Functions.typed(registry, "CHOOSE", 2, -1, LogicFunctions::choose);
    }

    /** Unlike COALESCE it keeps the type, and so the length, of its first argument. */
    private static Expr isNull(Invocation call) {
        Expr first = call.argument(0);
        Expr second = call.argument(1);
        SqlType type = first.isNull() ? second.type() : first.type();
        Expr value = first.as(type);
        Expr otherwise = second.as(type);
        boolean nullable = first.nullable() && second.nullable();
        return Expr.over(type, nullable, "isnull", List.of(value, otherwise), env -> {
            Object found = value.eval(env);
            return found == null ? otherwise.eval(env) : found;
        });
    }

    private static Expr iif(Invocation call) {
        if (!(call.call().arguments().getFirst() instanceof Expression.ConditionArgument argument)) {
            throw BindErrors.error(
                    4145,
                    call.call().line(),
                    "An expression of non-boolean type specified in a context where a condition is expected, near ','.");
        }
        Cond condition = call.binder().condition(argument.condition(), call.scope());
        return CaseBinder.choose(List.of(condition), List.of(call.argument(1)), call.argument(2));
    }

    private static Expr choose(Invocation call) {
        List<Expr> choices = new ArrayList<>(call.arguments());
        Expr index = choices.removeFirst().as(SqlType.INT);
        SqlType type = Common.type(choices);
        List<Expr> typed = choices.stream().map(e -> e.as(type)).toList();
        List<Expr> parts = new ArrayList<>(typed);
        parts.add(index);
        return Expr.over(type, true, "choose", parts, env -> {
            Object number = index.eval(env);
            int place = number == null ? 0 : (Integer) number;
            return place < 1 || place > typed.size()
                    ? null
                    : typed.get(place - 1).eval(env);
        });
    }
}
