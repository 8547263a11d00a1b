package keyturn.practice.tsql.query;

import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;

/** Binds the parts of one statement: what it knows everywhere, and the way from each kind of tree to its binder. */
record Binder(Catalog catalog, Variables variables, CteNames ctes, Optional<Marked> marked) {

    static Binder of(Catalog catalog, Variables variables) {
        return new Binder(catalog, variables, CteNames.NONE, Optional.empty());
    }

    Binder with(CteNames names) {
        return new Binder(catalog, variables, names, marked);
    }

    /** The same, where one entry of FROM has its rows numbered. */
    Binder marking(Marked entry) {
        return new Binder(catalog, variables, ctes, Optional.of(entry));
    }

    Expr expression(Expression e, Scope scope) {
        try {
            return scope.ready(e, this).orElseGet(() -> ExpressionBinder.bind(e, this, scope));
        } catch (SqlError error) {
            throw error.onLine(e.line());
        }
    }

    Cond condition(Condition c, Scope scope) {
        try {
            return ConditionBinder.bind(c, this, scope);
        } catch (SqlError error) {
            throw error.onLine(c.line());
        }
    }

    /** A query as part of another, or of an expression. */
    Result subquery(Query query, Scope outer) {
        return QueryBinder.bind(query, this, outer, QueryBinder.Place.SUBQUERY);
    }

    Result query(Query query, Scope outer, QueryBinder.Place place) {
        return QueryBinder.bind(query, this, outer, place);
    }
}
