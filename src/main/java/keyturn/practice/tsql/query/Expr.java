package keyturn.practice.tsql.query;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A bound expression.
 *
 * @param collate the collation that it brings with it, if any
 * @param key canonical form: equal for expressions that mean the same in one scope
 * @param digits decimal digits of an integer literal, which takes part in decimal arithmetic with just these; else 0
 */
record Expr(
        SqlType type,
        boolean nullable,
        Optional<Collated> collate,
        String key,
        Reach reach,
        Form form,
        int digits,
        Node node) {

    /** What kind of expression it is where that matters. */
    enum Form {
        /** The word NULL, of no type yet. */
        NULL,
        LITERAL,
        OTHER
    }

    static Expr of(SqlType type, boolean nullable, String key, Reach reach, Node node) {
        return new Expr(type, nullable, Optional.empty(), key, reach, Form.OTHER, 0, node);
    }

    /** Made of other expressions: reach, collation and canonical form come from them. */
    static Expr over(SqlType type, boolean nullable, String name, List<Expr> parts, Node node) {
        Reach reach = Reach.NONE;
        StringBuilder key = new StringBuilder(name).append('(');
        for (Expr part : parts) {
            reach = reach.and(part.reach);
            key.append(part.key).append(',');
        }
        Optional<Collated> collate = type.isCharacter()
                ? parts.stream().map(Expr::collate).reduce(Optional.empty(), Collated::stronger)
                : Optional.empty();
        return new Expr(type, nullable, collate, key.append(')').toString(), reach, Form.OTHER, 0, node);
    }

    static Expr literal(SqlType type, Object value, int digits) {
        String key = type + ":" + value;
        return new Expr(type, false, Optional.empty(), key, Reach.NONE, Form.LITERAL, digits, env -> value);
    }

    static Expr nullLiteral() {
        return new Expr(SqlType.INT, true, Optional.empty(), "NULL", Reach.NONE, Form.NULL, 0, env -> null);
    }

    static Expr column(SqlType type, boolean nullable, int index) {
        return of(type, nullable, "#" + index, Reach.column(index), env -> env.value(index));
    }

    static Expr column(Column column, int index) {
        return column(column.type(), column.nullable(), index).with(Collated.of(column));
    }

    Expr with(Optional<Collated> now) {
        return new Expr(type, nullable, now, key, reach, form, digits, node);
    }

    /** The same expression seen from a query inside. */
    Expr fromInside() {
        return new Expr(type, nullable, collate, "^" + key, Reach.OUTER, Form.OTHER, 0, env -> node.eval(env.outer()));
    }

    boolean isNull() {
        return form == Form.NULL;
    }

    Collation collation() {
        return collate.map(Collated::collation).orElseGet(Prevailing::here);
    }

    @Nullable
    Object eval(Env env) {
        return node.eval(env);
    }

    /** Converted as an assignment would; raises 206 or 257 where the types do not meet. */
    Expr as(SqlType target) {
        if (type.equals(target) && form != Form.NULL) {
            return this;
        }
        if (form == Form.NULL) {
            return new Expr(target, true, collate, key, reach, Form.OTHER, 0, node);
        }
        Conversions.checkImplicit(type, target);
        return converted(target);
    }

    /** Converted without asking whether it may happen by itself. */
    Expr converted(SqlType target) {
        if (type.equals(target) && form != Form.NULL) {
            return this;
        }
        Node converting = env -> Conversions.convert(node.eval(env), type, target);
        if (form == Form.LITERAL) {
            converting = new OnceNode(converting);
        }
        return new Expr(target, nullable, collate, key + "->" + target, reach, form, 0, converting);
    }
}
