package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeNames;
import org.jspecify.annotations.Nullable;

/** CAST, CONVERT and their forgiving forms. */
final class CastBinder {

    private CastBinder() {}

    static Expr bind(Expression.Cast tree, Binder binder, Scope scope) {
        SqlType type = TypeNames.cast(tree.type());
        Expr operand = binder.expression(tree.operand(), scope);
        Optional<Expr> style = tree.style().map(e -> binder.expression(e, scope).as(SqlType.INT));
        if (operand.isNull()) {
            return operand.as(type);
        }
        Conversions.checkExplicit(operand.type(), type);
        List<Expr> parts = new ArrayList<>(List.of(operand));
        style.ifPresent(parts::add);
        Node node = node(operand, type, style);
        Node tolerant = tree.tolerant() ? env -> forgiving(node, env) : node;
        boolean nullable = tree.tolerant() || operand.nullable();
        return Expr.over(type, nullable, (tree.tolerant() ? "try " : "cast ") + type, parts, tolerant);
    }

    private static Node node(Expr operand, SqlType type, Optional<Expr> style) {
        SqlType from = operand.type();
        if (style.isEmpty()) {
            return env -> Conversions.convert(operand.eval(env), from, type);
        }
        Expr number = style.get();
        return env -> {
            Object value = number.eval(env);
            return value == null ? null : Conversions.convert(operand.eval(env), from, type, (Integer) value);
        };
    }

    /** A value that does not convert is NULL; that the types do not meet at all stays an error. */
    private static @Nullable Object forgiving(Node node, Env env) {
        try {
            return node.eval(env);
        } catch (SqlError e) {
            if (e.number() == 529 || e.number() == 281 || e.number() == 701) {
                throw e;
            }
            return null;
        }
    }
}
