package keyturn.practice.tsql.query;

import java.util.List;
import java.util.function.BooleanSupplier;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The way from a parsed query to one that can run. All that names and types can show wrong is raised by binding, before
 * any row is read: 107, 116, 137, 145, 147, 195, 205, 207, 208, 209, 4104, 4121, 8120, 8155 and their kin.
 */
public final class Queries {

    private Queries() {}

    public static BoundQuery bind(Query query, Catalog catalog, Variables variables) {
        Binder binder = Binder.of(catalog, variables);
        Result result = binder.query(query, Scope.root(), QueryBinder.Place.TOP);
        return new Prepared(result);
    }

    /** A scalar of PRINT, EXEC, DECLARE, SET, BACKUP. A column name in it is error 128. */
    public static BoundExpression bind(Expression expression, Catalog catalog, Variables variables) {
        Binder binder = Binder.of(catalog, variables);
        return new Scalar(binder.expression(expression, Scope.scalar()));
    }

    /** A condition of IF. */
    public static BoundCondition bind(Condition condition, Catalog catalog, Variables variables) {
        Binder binder = Binder.of(catalog, variables);
        Cond bound = binder.condition(condition, Scope.scalar());
        return () -> bound.holds(Env.root(new Execution(() -> false)));
    }

    private record Prepared(Result result) implements BoundQuery {
        @Override
        public List<Column> columns() {
            return result.columns();
        }

        @Override
        public boolean isNull(int column) {
            return result.outputs().get(column).untyped();
        }

        @Override
        public boolean assigns() {
            return result.outputs().isEmpty();
        }

        @Override
        public long run(RowSink sink, BooleanSupplier cancelled) {
            boolean silent = assigns();
            long[] count = {0};
            result.rows().run(Env.root(new Execution(cancelled)), row -> {
                count[0]++;
                if (!silent) {
                    sink.row(row);
                }
                return true;
            });
            return count[0];
        }
    }

    private record Scalar(Expr expr) implements BoundExpression {
        @Override
        public SqlType type() {
            return expr.type();
        }

        @Override
        public @Nullable Object value() {
            return expr.eval(Env.root(new Execution(() -> false)));
        }

        @Override
        public @Nullable Object valueAs(SqlType target) {
            return expr.as(target).eval(Env.root(new Execution(() -> false)));
        }
    }
}
