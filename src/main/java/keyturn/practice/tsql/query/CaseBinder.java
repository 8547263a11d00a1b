package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.tsql.syntax.Condition.Comparison;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.SqlType;

/** Both forms of CASE, and what is CASE under another name: IIF, COALESCE, NULLIF, CHOOSE. */
final class CaseBinder {

    private CaseBinder() {}

    static Expr simple(Expression.SimpleCase tree, Binder binder, Scope scope) {
        Expr input = binder.expression(tree.input(), scope);
        List<Cond> conditions = new ArrayList<>();
        List<Expr> results = new ArrayList<>();
        for (Expression.When when : tree.branches()) {
            conditions.add(ConditionBinder.compare(Comparison.EQUAL, input, binder.expression(when.value(), scope)));
            results.add(binder.expression(when.result(), scope));
        }
        Expr otherwise = tree.otherwise().map(e -> binder.expression(e, scope)).orElse(Expr.nullLiteral());
        return choose(conditions, results, otherwise);
    }

    static Expr searched(Expression.SearchedCase tree, Binder binder, Scope scope) {
        List<Cond> conditions = new ArrayList<>();
        List<Expr> results = new ArrayList<>();
        for (Expression.WhenTrue when : tree.branches()) {
            conditions.add(binder.condition(when.condition(), scope));
            results.add(binder.expression(when.result(), scope));
        }
        Expr otherwise = tree.otherwise().map(e -> binder.expression(e, scope)).orElse(Expr.nullLiteral());
        return choose(conditions, results, otherwise);
    }

    static Expr choose(List<Cond> conditions, List<Expr> results, Expr otherwise) {
        List<Expr> all = Stream.concat(results.stream(), Stream.of(otherwise)).toList();
        if (all.stream().allMatch(Expr::isNull)) {
            throw BindErrors.error(
                    8133,
                    0,
                    "At least one of the result expressions in a CASE specification must be an expression other than the"
                            + " NULL constant.");
        }
        SqlType type = Common.type(all);
        List<Expr> typed = all.stream().map(e -> e.as(type)).toList();
        Reach reach = conditions.stream().map(Cond::reach).reduce(Reach.NONE, Reach::and);
        boolean nullable = typed.stream().anyMatch(Expr::nullable);
        String name = "case" + conditions.stream().map(Cond::key).toList();
        Expr whole = Expr.over(type, nullable, name, typed, env -> {
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).holds(env)) {
                    return typed.get(i).eval(env);
                }
            }
            return typed.getLast().eval(env);
        });
        return new Expr(
                type,
                nullable,
                whole.collate(),
                whole.key(),
                whole.reach().and(reach),
                Expr.Form.OTHER,
                0,
                whole.node());
    }

    /** The first value that is not NULL, in the common type. */
    static Expr coalesce(List<Expr> arguments) {
        if (arguments.stream().allMatch(Expr::isNull)) {
            throw BindErrors.error(
                    4127,
                    0,
                    "At least one of the arguments to COALESCE must be an expression that is not the NULL constant.");
        }
        SqlType type = Common.type(arguments);
        List<Expr> typed = arguments.stream().map(e -> e.as(type)).toList();
        boolean nullable = typed.stream().allMatch(Expr::nullable);
        return Expr.over(type, nullable, "coalesce", typed, env -> {
            for (Expr e : typed) {
                Object value = e.eval(env);
                if (value != null) {
                    return value;
                }
            }
            return null;
        });
    }

    static Expr nullIf(Expr value, Expr unwanted) {
        if (value.isNull()) {
            throw BindErrors.error(
                    4151,
                    0,
                    "The type of the first argument to NULLIF cannot be the NULL constant because the type of the first argument has to be known.");
        }
        Cond same = ConditionBinder.compare(Comparison.EQUAL, value, unwanted);
        Expr whole = Expr.over(
                value.type(),
                true,
                "nullif",
                List.of(value, unwanted),
                env -> same.holds(env) ? null : value.eval(env));
        return new Expr(
                value.type(), true, value.collate(), whole.key(), whole.reach(), Expr.Form.OTHER, 0, whole.node());
    }
}
