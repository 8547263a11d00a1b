package keyturn.practice.tsql.query;

import java.util.List;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The way from a parsed statement that changes a table to one that can say which rows become what. */
public final class Changes {

    private static final @Nullable Object[] NOTHING = {};

    private Changes() {}

    /** @throws keyturn.practice.tsql.SqlError what names and types show wrong, as {@link Queries} does */
    public static BoundChange bind(TableStatement.Update update, Relation table, Catalog catalog, Variables variables) {
        return new ChangeBinder(table, update.ctes(), catalog, variables).update(update);
    }

    /** The same for DELETE. */
    public static BoundChange bind(TableStatement.Delete delete, Relation table, Catalog catalog, Variables variables) {
        return new ChangeBinder(table, delete.ctes(), catalog, variables).delete(delete);
    }

    /** The places of the columns that an INSERT of a MERGE gives values to. */
    @FunctionalInterface
    public interface Inserted {
        List<Integer> columns(TableStatement.MergeInsert insert);
    }

    /** The same for MERGE; also 10710, 10711, 10714 and 5324 about its clauses. Running it may raise 8672. */
    public static BoundChange bind(
            TableStatement.Merge merge, Relation table, Inserted inserted, Catalog catalog, Variables variables) {
        return new MergeBinder(table, catalog, variables).bind(merge, inserted);
    }

    /** The name, in the same statement, of the table that an UPDATE or DELETE changes: of an alias or of a CTE that of its table. */
    public static Query.Source target(Query.Source target, List<Query.Source> from, List<Query.Cte> ctes) {
        return new Targets(ctes).table(target, from);
    }

    /** OUTPUT of an INSERT. */
    public static BoundOutput inserted(
            List<Query.Item> items, List<Column> table, Catalog catalog, Variables variables) {
        Binder binder = Binder.of(catalog, variables);
        return new OutputBinder(binder, List.of(), 0, table).bind(items, false, true);
    }

    /** An expression over the columns of one row: a computed column. */
    public interface OfRow {
        SqlType type();

        boolean nullable();

        @Nullable
        Object value(@Nullable Object[] row);
    }

    public static OfRow ofRow(Expression expression, Relation table, Catalog catalog) {
        Expr bound = Binder.of(catalog, Variables.NONE).expression(expression, scope(table));
        return new OfRow() {
            @Override
            public SqlType type() {
                return bound.type();
            }

            @Override
            public boolean nullable() {
                return bound.nullable();
            }

            @Override
            public @Nullable Object value(@Nullable Object[] row) {
                return bound.eval(Env.root(new Execution(() -> false)).inner(row));
            }
        };
    }

    /** A CHECK constraint over the columns of one row; unknown passes. */
    public interface TestOfRow {
        boolean passes(@Nullable Object[] row);
    }

    public static TestOfRow test(Condition condition, Relation table, Catalog catalog) {
        Cond bound = Binder.of(catalog, Variables.NONE).condition(condition, scope(table));
        return row -> !Boolean.FALSE.equals(
                bound.truth().test(Env.root(new Execution(() -> false)).inner(row)));
    }

    private static FromScope scope(Relation table) {
        Exposed exposed = new Exposed(List.of(table.name()), false, 0, table.columns());
        return new FromScope(List.of(exposed), Scope.root(), Clause.SELECT);
    }

    /** TOP of a change: how many rows of how many. */
    static long top(Query.Top top, Binder binder, long total) {
        SqlType type = top.percent() ? SqlType.FLOAT : SqlType.BIGINT;
        Expr count = binder.expression(top.count(), Scope.scalar()).as(type);
        Limit limit = new Limit(
                java.util.Optional.of(count),
                top.percent(),
                false,
                java.util.Optional.empty(),
                java.util.Optional.empty());
        return limit.take(Env.root(new Execution(() -> false)).inner(NOTHING), total);
    }
}
