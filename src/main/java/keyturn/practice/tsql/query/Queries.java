package keyturn.practice.tsql.query;

import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;

/**
 * The way from a parsed query to one that can run. All that names and types can show wrong is raised by binding, before
 * any row is read: 107, 116, 137, 145, 147, 195, 205, 207, 208, 209, 4104, 4121, 8120, 8155 and their kin.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Queries {

    private Queries() {}

    public static BoundQuery bind(Query query, Catalog catalog, Variables variables) {
        throw new SqlError(40000, 16, 1, query.line(), "Queries are not bound yet.");
    }

    /** A scalar of PRINT, EXEC, DECLARE, SET, BACKUP. A column name in it is error 128. */
    public static BoundExpression bind(Expression expression, Catalog catalog, Variables variables) {
        throw new SqlError(40000, 16, 1, expression.line(), "Expressions are not bound yet.");
    }

    /** A condition of IF. */
    public static BoundCondition bind(Condition condition, Catalog catalog, Variables variables) {
        throw new SqlError(40000, 16, 1, condition.line(), "Conditions are not bound yet.");
    }
}
