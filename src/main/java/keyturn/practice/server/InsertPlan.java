package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.query.BoundExpression;
import keyturn.practice.tsql.query.BoundQuery;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.query.Variables;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;

/**
 * A bound INSERT.
 *
 * @param columns that get values, by place
 * @param rows of VALUES, where they are bound one by one; DEFAULT is empty
 * @param query whose rows go in, where there is one
 */
record InsertPlan(List<Integer> columns, List<List<Optional<Bound>>> rows, Optional<BoundQuery> query) {

    /** A value of VALUES. */
    record Bound(BoundExpression expression, SqlType type) {}

    /** @throws keyturn.practice.tsql.SqlError 109, 110, 120, 121, 213 about counts, 206, 257 about types, and what binding raises */
    static InsertPlan of(
            TableStatement.Insert insert, Table table, boolean explicit, Catalog catalog, Variables variables) {
        List<Integer> written =
                insert.columns().isEmpty() ? List.of() : InsertColumns.written(table, insert.columns(), explicit);
        return switch (insert.source()) {
            case TableStatement.DefaultRow d -> new InsertPlan(written, List.of(List.of()), Optional.empty());
            case TableStatement.ExecutedRows e -> new InsertPlan(written, List.of(), Optional.empty());
            case TableStatement.QueryRows q -> queried(insert, q.query(), written, table, catalog, variables);
            case TableStatement.RowValues v -> listed(v, written, table, catalog, variables);
        };
    }

    private static InsertPlan queried(
            TableStatement.Insert insert,
            Query query,
            List<Integer> written,
            Table table,
            Catalog catalog,
            Variables variables) {
        List<Query.Cte> ctes =
                Stream.concat(insert.ctes().stream(), query.ctes().stream()).toList();
        Query whole = new Query(
                query.line(), ctes, query.body(), query.order(), query.offset(), query.fetch(), query.forXml());
        return ofQuery(Queries.bind(whole, catalog, variables), written, table, true);
    }

    private static InsertPlan ofQuery(BoundQuery bound, List<Integer> written, Table table, boolean select) {
        int count = bound.columns().size();
        if (!written.isEmpty() && count != written.size()) {
            int more = select ? 121 : 110;
            int fewer = select ? 120 : 109;
            throw Messages.error(count > written.size() ? more : fewer, 1);
        }
        List<Integer> columns = written.isEmpty() ? InsertColumns.meant(table, count, 1) : written;
        for (int i = 0; i < count; i++) {
            if (!bound.isNull(i)) {
                Conversions.checkImplicit(
                        bound.columns().get(i).type(),
                        table.columns().get(columns.get(i)).type());
            }
        }
        return new InsertPlan(columns, List.of(), Optional.of(bound));
    }

    private static InsertPlan listed(
            TableStatement.RowValues values, List<Integer> written, Table table, Catalog catalog, Variables variables) {
        int count = values.rows().getFirst().size();
        if (values.rows().stream().anyMatch(r -> r.size() != count)) {
            throw Messages.error(10709, 1);
        }
        if (!written.isEmpty() && count != written.size()) {
            throw Messages.error(count > written.size() ? 110 : 109, 1);
        }
        boolean defaults = values.rows().stream().flatMap(List::stream).anyMatch(Optional::isEmpty);
        if (values.rows().size() > 1 && !defaults) {
            return ofQuery(Queries.bind(table(values), catalog, variables), written, table, false);
        }
        List<Integer> columns = written.isEmpty() ? InsertColumns.meant(table, count, 1) : written;
        List<List<Optional<Bound>>> rows = new ArrayList<>();
        for (List<Optional<Expression>> row : values.rows()) {
            List<Optional<Bound>> bound = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                SqlType to = table.columns().get(columns.get(i)).type();
                bound.add(row.get(i).map(e -> bound(e, to, catalog, variables)));
            }
            rows.add(bound);
        }
        return new InsertPlan(columns, rows, Optional.empty());
    }

    private static Bound bound(Expression expression, SqlType to, Catalog catalog, Variables variables) {
        BoundExpression bound = Queries.bind(expression, catalog, variables);
        if (expression instanceof Expression.NullLiteral) {
            return new Bound(bound, to);
        }
        Conversions.checkImplicit(bound.type(), to);
        return new Bound(bound, bound.type());
    }

    /** Several rows meet in common types, as those of VALUES in FROM do. */
    private static Query table(TableStatement.RowValues values) {
        int line = values.line();
        List<List<Expression>> rows = values.rows().stream()
                .map(r -> r.stream().flatMap(Optional::stream).toList())
                .toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            names.add("c" + i);
        }
        Query.Select select = new Query.Select(
                line,
                false,
                Optional.empty(),
                List.of(new Query.Star(line, List.of())),
                Optional.empty(),
                List.of(new Query.Values(line, rows, "v", names)),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new Query(line, List.of(), select, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
