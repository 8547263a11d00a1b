package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Condition.Comparison;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** Conditions in three-valued logic. */
final class ConditionBinder {

    private ConditionBinder() {}

    static Cond bind(Condition c, Binder binder, Scope scope) {
        return switch (c) {
            case Condition.Compare compare ->
                compare(
                        compare.operator(),
                        binder.expression(compare.left(), scope),
                        binder.expression(compare.right(), scope));
            case Condition.Quantified quantified -> SubqueryBinder.quantified(quantified, binder, scope);
            case Condition.Like like -> LikeBinder.bind(like, binder, scope);
            case Condition.Between between -> between(between, binder, scope);
            case Condition.InList list -> in(list, binder, scope);
            case Condition.InQuery in -> SubqueryBinder.in(in, binder, scope);
            case Condition.Exists exists -> SubqueryBinder.exists(exists, binder, scope);
            case Condition.IsNull isNull -> isNull(isNull, binder.expression(isNull.operand(), scope));
            case Condition.And and -> binder.condition(and.left(), scope).and(binder.condition(and.right(), scope));
            case Condition.Or or -> or(binder.condition(or.left(), scope), binder.condition(or.right(), scope));
            case Condition.Not not -> not(binder.condition(not.operand(), scope));
        };
    }

    static Cond not(Cond operand) {
        Truth truth = operand.truth();
        return Cond.of("not(" + operand.key() + ")", operand.reach(), env -> {
            Boolean value = truth.test(env);
            return value == null ? null : Boolean.valueOf(!value);
        });
    }

    private static Cond or(Cond left, Cond right) {
        Truth a = left.truth();
        Truth b = right.truth();
        String key = "or(" + left.key() + "," + right.key() + ")";
        return Cond.of(key, left.reach().and(right.reach()), env -> {
            Boolean x = a.test(env);
            if (Boolean.TRUE.equals(x)) {
                return true;
            }
            Boolean y = b.test(env);
            if (Boolean.TRUE.equals(y)) {
                return true;
            }
            boolean unknown = x == null || y == null;
            return unknown ? null : Boolean.FALSE;
        });
    }

    private static Cond isNull(Condition.IsNull tree, Expr operand) {
        boolean negated = tree.negated();
        String key = (negated ? "notnull(" : "isnull(") + operand.key() + ")";
        return Cond.of(key, operand.reach(), env -> (operand.eval(env) == null) != negated);
    }

    private static Cond between(Condition.Between tree, Binder binder, Scope scope) {
        Expr operand = binder.expression(tree.operand(), scope);
        Cond low = compare(Comparison.GREATER_OR_EQUAL, operand, binder.expression(tree.low(), scope));
        Cond high = compare(Comparison.LESS_OR_EQUAL, operand, binder.expression(tree.high(), scope));
        return tree.negated() ? not(low.and(high)) : low.and(high);
    }

    private static Cond in(Condition.InList tree, Binder binder, Scope scope) {
        Expr operand = binder.expression(tree.operand(), scope);
        List<Cond> equalities = new ArrayList<>();
        for (var value : tree.values()) {
            equalities.add(compare(Comparison.EQUAL, operand, binder.expression(value, scope)));
        }
        Cond any = equalities.stream().reduce(ConditionBinder::or).orElseThrow();
        return tree.negated() ? not(any) : any;
    }

    /** Both sides in their common type. */
    record Pair(Expr left, Expr right, Collation collation) {
        @Nullable
        Integer compare(@Nullable Object a, @Nullable Object b) {
            return a == null || b == null ? null : (Integer) Values.compare(a, b, collation);
        }
    }

    static Pair pair(Comparison operator, Expr left, Expr right) {
        SqlType common = Common.type(List.of(left, right));
        check(operator, left, right, common);
        Collation collation = Common.collation(left, right, word(operator));
        return new Pair(left.as(common), right.as(common), collation);
    }

    private static void check(Comparison operator, Expr left, Expr right, SqlType common) {
        if (common.kind() == Kind.XML && !left.isNull() && !right.isNull()) {
            throw TypeErrors.operator402(left.type(), right.type(), word(operator));
        }
        boolean dates = left.type().isTemporal() && right.type().isTemporal();
        boolean split = dates && kinds(left, right, Kind.DATE, Kind.TIME);
        if (split) {
            throw TypeErrors.operator402(left.type(), right.type(), word(operator));
        }
    }

    private static boolean kinds(Expr left, Expr right, Kind one, Kind other) {
        Kind a = left.type().kind();
        Kind b = right.type().kind();
        return (a == one && b == other) || (a == other && b == one);
    }

    static Cond compare(Comparison operator, Expr left, Expr right) {
        Pair pair = pair(operator, left, right);
        Expr x = pair.left();
        Expr y = pair.right();
        Truth truth = env -> {
            Object a = x.eval(env);
            if (a == null) {
                return null;
            }
            Integer order = pair.compare(a, y.eval(env));
            return order == null ? null : (Boolean) holds(operator, order);
        };
        String key = operator + "(" + x.key() + "," + y.key() + ")";
        Reach reach = x.reach().and(y.reach());
        Optional<Cond.Equality> equality = operator == Comparison.EQUAL
                ? Optional.of(new Cond.Equality(x, y, pair.collation()))
                : Optional.empty();
        return new Cond(truth, key, reach, List.of(), equality);
    }

    static boolean holds(Comparison operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    static String word(Comparison operator) {
        return switch (operator) {
            case EQUAL -> "equal to";
            case NOT_EQUAL -> "not equal to";
            case LESS -> "less than";
            case LESS_OR_EQUAL -> "less than or equal to";
            case GREATER -> "greater than";
            case GREATER_OR_EQUAL -> "greater than or equal to";
        };
    }
}
