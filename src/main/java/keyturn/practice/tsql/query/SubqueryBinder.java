package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Condition.Comparison;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** Queries inside expressions and conditions. One that depends on no outer row runs once a statement. */
final class SubqueryBinder {

    private SubqueryBinder() {}

    private record Single(@Nullable Object value) {}

    private static Result single(Query query, int line, Binder binder, Scope scope) {
        Result result = binder.subquery(query, scope);
        if (result.outputs().size() != 1) {
            throw BindErrors.single116(line);
        }
        return result;
    }

    static Expr scalar(Expression.Subquery tree, Binder binder, Scope scope) {
        Result result = single(tree.query(), tree.line(), binder, scope);
        Result.Output output = result.outputs().getFirst();
        Node each = env -> value(result, env);
        Object owner = new Object();
        Node node = result.correlated()
                ? each
                : env -> env.execution()
                        .remembered(owner, Single.class, () -> new Single(each.eval(env)))
                        .value();
        return new Expr(
                output.column().type(),
                true,
                output.collate(),
                "subquery@" + System.identityHashCode(result),
                result.correlated() ? Reach.ANY : Reach.NONE,
                Expr.Form.OTHER,
                0,
                node);
    }

    private static @Nullable Object value(Result result, Env env) {
        List<Single> found = new ArrayList<>();
        result.rows().run(env, row -> {
            found.add(new Single(row[0]));
            return found.size() < 2;
        });
        if (found.size() > 1) {
            throw new SqlError(
                    512,
                    16,
                    1,
                    0,
                    "Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, <= , >,"
                            + " >= or when the subquery is used as an expression.");
        }
        return found.isEmpty() ? null : found.getFirst().value();
    }

    static Cond exists(Condition.Exists tree, Binder binder, Scope scope) {
        Result result = binder.query(tree.query(), scope, QueryBinder.Place.EXISTS);
        Truth each = env -> !result.rows().run(env, row -> false);
        return Cond.of("exists@" + System.identityHashCode(result), reach(result), once(each, result));
    }

    private static Reach reach(Result result) {
        return result.correlated() ? Reach.ANY : Reach.NONE;
    }

    private static Truth once(Truth each, Result result) {
        if (result.correlated()) {
            return each;
        }
        Object owner = new Object();
        return env -> env.execution().remembered(owner, Boolean.class, () -> each.holds(env));
    }

    /** The values of an IN that depends on no outer row, by their keys. */
    private record Members(Set<Object> keys, boolean hasNull) {}

    static Cond in(Condition.InQuery tree, Binder binder, Scope scope) {
        Expr left = binder.expression(tree.operand(), scope);
        Result result = single(tree.query(), tree.line(), binder, scope);
        ConditionBinder.Pair pair = ConditionBinder.pair(Comparison.EQUAL, left, output(result));
        Cond in;
        if (result.correlated()) {
            in = quantified(Comparison.EQUAL, pair, false, result);
        } else {
            Object owner = new Object();
            in = Cond.of("in@" + System.identityHashCode(result), pair.left().reach(), env -> {
                Members members = env.execution().remembered(owner, Members.class, () -> members(pair, result, env));
                Object key = Values.key(pair.left().eval(env), pair.collation());
                return key == null
                        ? isEmpty(members) ? Boolean.FALSE : null
                        : members.keys.contains(key) ? Boolean.TRUE : members.hasNull ? null : Boolean.FALSE;
            });
        }
        return tree.negated() ? ConditionBinder.not(in) : in;
    }

    private static boolean isEmpty(Members members) {
        return members.keys.isEmpty() && !members.hasNull;
    }

    private static Members members(ConditionBinder.Pair pair, Result result, Env env) {
        Set<Object> keys = new HashSet<>();
        boolean[] hasNull = {false};
        result.rows().run(env, row -> {
            Object key = Values.key(pair.right().eval(env.inner(row)), pair.collation());
            if (key == null) {
                hasNull[0] = true;
            } else if (keys.add(key)) {
                env.execution().hold(1);
            }
            return true;
        });
        return new Members(keys, hasNull[0]);
    }

    /** The query's one column, as an expression over its row. */
    private static Expr output(Result result) {
        Result.Output output = result.outputs().getFirst();
        if (output.untyped()) {
            return Expr.nullLiteral();
        }
        Expr column = Expr.column(output.column().type(), output.column().nullable(), 0);
        return column.with(output.collate());
    }

    static Cond quantified(Condition.Quantified tree, Binder binder, Scope scope) {
        Expr left = binder.expression(tree.left(), scope);
        Result result = single(tree.query(), tree.line(), binder, scope);
        return quantified(
                tree.operator(), ConditionBinder.pair(tree.operator(), left, output(result)), tree.all(), result);
    }

    /** ANY looks for one row that holds, ALL for one that does not; a row of "unknown" leaves the rest open. */
    private static Cond quantified(Comparison operator, ConditionBinder.Pair pair, boolean all, Result result) {
        Expr left = pair.left();
        Expr right = pair.right();
        return Cond.of(
                "quantified@" + System.identityHashCode(result), left.reach().and(Reach.ANY), env -> {
                    Object value = left.eval(env);
                    boolean[] unknown = {false};
                    boolean undecided = result.rows().run(env, row -> {
                        Integer order = pair.compare(value, right.eval(env.inner(row)));
                        unknown[0] |= order == null;
                        return order == null || ConditionBinder.holds(operator, order) == all;
                    });
                    if (!undecided) {
                        return !all;
                    }
                    return unknown[0] ? null : Boolean.valueOf(all);
                });
    }
}
