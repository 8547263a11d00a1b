package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.SqlType;

/** A whole query: WITH, the body, ORDER BY, OFFSET, FOR XML. */
final class QueryBinder {

    /** Where the query stands. */
    enum Place {
        TOP,
        SUBQUERY,
        EXISTS,
        DERIVED
    }

    private QueryBinder() {}

    static Result bind(Query query, Binder binder, Scope outer, Place place) {
        CteNames names = binder.ctes();
        for (Query.Cte cte : query.ctes()) {
            names = CteBinder.declare(cte, names, binder);
        }
        Binder inner = binder.with(names);
        if (place != Place.TOP) {
            checkOrder(query);
        }
        Result result =
                switch (query.body()) {
                    case Query.Select select -> new SelectBinder(inner, outer, query, select, place).bind();
                    case Query.SetOperation set -> ordered(SetBinder.bind(set, inner, outer), query, inner, outer);
                    case Query.Nested nested ->
                        ordered(inner.query(nested.query(), outer, Place.TOP), query, inner, outer);
                };
        return query.forXml().isPresent() ? ForXmlBinder.bind(query.forXml().get(), result) : result;
    }

    private static void checkOrder(Query query) {
        boolean top =
                query.body() instanceof Query.Select select && select.top().isPresent();
        if (!query.order().isEmpty()
                && !top
                && query.offset().isEmpty()
                && query.forXml().isEmpty()) {
            throw new SqlError(
                    1033,
                    15,
                    1,
                    query.line(),
                    "The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common"
                            + " table expressions, unless TOP, OFFSET or FOR XML is also specified.");
        }
    }

    /** The rows of a set operation can be put in order by their own columns only. */
    private static Result ordered(Result result, Query query, Binder binder, Scope outer) {
        if (query.order().isEmpty() && query.offset().isEmpty()) {
            return result;
        }
        List<Expr> columns = columns(result);
        List<SortKey> order = new ArrayList<>();
        for (Expression.OrderItem item : query.order()) {
            int place = Ordinals.place(item.expression(), result.columns())
                    .orElseThrow(() -> new SqlError(
                            104,
                            16,
                            1,
                            item.expression().line(),
                            "ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT"
                                    + " or EXCEPT operator."));
            order.add(new SortKey(columns.get(place), item.descending()));
        }
        Limit limit = limit(Optional.empty(), query, binder, outer);
        RowSource rows = new OutputRows(result.rows(), columns, false, order, limit);
        return new Result(result.outputs(), rows, result.correlated());
    }

    /** The columns of a result as expressions over its row. */
    static List<Expr> columns(Result result) {
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < result.outputs().size(); i++) {
            Result.Output output = result.outputs().get(i);
            Expr plain = Expr.column(output.column().type(), output.column().nullable(), i);
            columns.add(plain.with(output.collate()));
        }
        return columns;
    }

    static Limit limit(Optional<Query.Top> top, Query query, Binder binder, Scope outer) {
        FromScope scope = new FromScope(List.of(), outer, Clause.WHERE);
        if (top.isPresent() && query.offset().isPresent()) {
            throw new SqlError(
                    10741, 15, 2, query.line(), "A TOP can not be used in the same query or sub-query as a OFFSET.");
        }
        if (top.isPresent() && top.get().ties() && query.order().isEmpty()) {
            throw new SqlError(
                    1062,
                    15,
                    1,
                    query.line(),
                    "The TOP N WITH TIES clause is not allowed without a corresponding ORDER BY clause.");
        }
        boolean percent = top.isPresent() && top.get().percent();
        SqlType type = percent ? SqlType.FLOAT : SqlType.BIGINT;
        return new Limit(
                top.map(t -> binder.expression(t.count(), scope).as(type)),
                percent,
                top.isPresent() && top.get().ties(),
                query.offset().map(e -> binder.expression(e, scope).as(SqlType.BIGINT)),
                query.fetch().map(e -> binder.expression(e, scope).as(SqlType.BIGINT)));
    }
}
