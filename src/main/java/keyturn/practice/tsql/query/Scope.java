package keyturn.practice.tsql.query;

import java.util.Optional;
import keyturn.practice.tsql.syntax.Expression;

/** What names mean at one place of a statement; names that it does not know are asked of the scope outside. */
abstract class Scope {

    private boolean correlated;

    /** The column of that name; raises 207, 209, 4104, 8120 ... */
    abstract Expr column(Expression.ColumnName name);

    /** The expression as a whole, where this scope holds its value already (a group's key). */
    Optional<Expr> ready(Expression expression, Binder binder) {
        return Optional.empty();
    }

    /** {@code SUM(a)} without OVER. */
    abstract Expr aggregate(Expression.Call call, Binder binder);

    /** A call with OVER. */
    Expr window(Expression.Call call, Binder binder) {
        throw BindErrors.window4108(call.line());
    }

    /** A name inside was found outside, so that the rows depend on the outer row. */
    final void markCorrelated() {
        correlated = true;
    }

    final boolean isCorrelated() {
        return correlated;
    }

    /** Outside every query. */
    static Scope root() {
        return new RootScope(false);
    }

    /** For an expression that no query surrounds: a column name is error 128. */
    static Scope scalar() {
        return new RootScope(true);
    }

    private static final class RootScope extends Scope {
        private final boolean scalar;

        RootScope(boolean scalar) {
            this.scalar = scalar;
        }

        @Override
        Expr column(Expression.ColumnName name) {
            String last = name.parts().getLast();
            if (scalar) {
                throw new keyturn.practice.tsql.SqlError(
                        128,
                        15,
                        1,
                        name.line(),
                        "The name \"" + last
                                + "\" is not permitted in this context. Valid expressions are constants, constant"
                                + " expressions, and (in some contexts) variables. Column names are not permitted.");
            }
            if (name.parts().size() == 1) {
                throw BindErrors.column207(name.line(), last);
            }
            throw BindErrors.error(
                    4104,
                    name.line(),
                    "The multi-part identifier \"" + String.join(".", name.parts()) + "\" could not be bound.");
        }

        @Override
        Expr aggregate(Expression.Call call, Binder binder) {
            throw BindErrors.aggregate(Clause.WHERE, call.line());
        }
    }
}
