package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.SqlType.Kind;
import keyturn.practice.tsql.types.TypeErrors;

/** LIKE. */
final class LikeBinder {

    private LikeBinder() {}

    static Cond bind(Condition.Like tree, Binder binder, Scope scope) {
        Expr operand = text(binder.expression(tree.operand(), scope));
        Expr pattern = text(binder.expression(tree.pattern(), scope));
        List<Expr> parts = new ArrayList<>(List.of(operand, pattern));
        Expr escape = tree.escape()
                .map(e -> text(binder.expression(e, scope)))
                .orElse(Expr.literal(SqlType.varchar(1), "", 0));
        parts.add(escape);
        Collation collation = Common.collation(operand, pattern, "like");
        boolean loose = !operand.type().isUnicode() && !pattern.type().isUnicode();
        LikePattern.Cache cache = new LikePattern.Cache(collation, loose);
        Expr whole = Expr.over(SqlType.BIT, true, "like", parts, env -> null);
        Cond like = Cond.of(whole.key() + collation.name(), whole.reach(), env -> {
            Object value = operand.eval(env);
            Object wanted = pattern.eval(env);
            Object sign = escape.eval(env);
            if (value == null || wanted == null || sign == null) {
                return null;
            }
            if (sign.toString().length() > 1) {
                throw new SqlError(
                        506,
                        16,
                        1,
                        0,
                        "The invalid escape character \"" + sign + "\" was specified in a LIKE predicate.");
            }
            return cache.pattern(wanted.toString(), sign.toString()).matches(value.toString());
        });
        return tree.negated() ? ConditionBinder.not(like) : like;
    }

    private static Expr text(Expr e) {
        if (e.isNull()) {
            return e.as(SqlType.varchar(1));
        }
        if (e.type().isCharacter()) {
            return e;
        }
        if (e.type().kind() == Kind.SQL_VARIANT
                || e.type().kind() == Kind.XML
                || e.type().isBinary()) {
            throw new SqlError(
                    8116,
                    16,
                    1,
                    0,
                    "Argument data type " + e.type().typeName() + " is invalid for argument 1 of like function.");
        }
        if (e.type().kind() == Kind.UNIQUEIDENTIFIER
                || e.type().isNumber()
                || e.type().isTemporal()) {
            return e.as(SqlType.varchar(100));
        }
        throw TypeErrors.clash206(e.type(), SqlType.varchar(1));
    }
}
