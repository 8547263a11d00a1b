package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;

/** One SELECT, clause by clause in the order in which they take effect. */
final class SelectBinder {

    private final Binder binder;
    private final Scope outer;
    private final Query query;
    private final Query.Select select;
    private final QueryBinder.Place place;
    private final List<FromScope> scopes = new ArrayList<>();
    private boolean correlated;

    SelectBinder(Binder binder, Scope outer, Query query, Query.Select select, QueryBinder.Place place) {
        this.binder = binder;
        this.outer = outer;
        this.query = query;
        this.select = select;
        this.place = place;
    }

    Result bind() {
        List<Source> sources = new SourceBinder(binder).bindAll(select.from(), outer);
        correlated = sources.stream().anyMatch(Source::correlated);
        List<Exposed> exposed =
                sources.stream().flatMap(s -> s.exposed().stream()).toList();
        checkNames(exposed);
        Optional<Cond> where = select.where().map(c -> binder.condition(c, scope(exposed, Clause.WHERE)));
        RowSource rows = sources.isEmpty()
                ? FilterRows.single(where)
                : FilterRows.of(CrossRows.join(sources, where.map(Cond::parts).orElse(List.of())), where);
        int width = sources.isEmpty() ? 0 : sources.getLast().end();
        return output(rows, outputScope(exposed, width));
    }

    private FromScope scope(List<Exposed> exposed, Clause clause) {
        FromScope scope = new FromScope(exposed, outer, clause);
        scopes.add(scope);
        return scope;
    }

    private void checkNames(List<Exposed> exposed) {
        Set<String> seen = new HashSet<>();
        for (Exposed entry : exposed) {
            if (!seen.add(entry.exposedName())) {
                if (entry.aliased()) {
                    throw BindErrors.error(
                            1011,
                            select.line(),
                            "The correlation name '" + entry.written()
                                    + "' is specified multiple times in a FROM clause.");
                }
                throw BindErrors.error(
                        1013,
                        select.line(),
                        "The objects \"" + entry.written() + "\" and \"" + entry.written()
                                + "\" in the FROM clause have the same exposed names. Use correlation names to distinguish"
                                + " them.");
            }
        }
    }

    private OutputScope outputScope(List<Exposed> exposed, int width) {
        FromScope input = scope(exposed, Clause.SELECT);
        if (!isGrouped()) {
            return OutputScope.plain(input, width);
        }
        FromScope groups = scope(exposed, Clause.GROUP_BY);
        List<Expr> keys = new ArrayList<>();
        for (Expression key : select.groupBy()) {
            Expr bound = binder.expression(key, groups);
            if (bound.reach().high() < 0) {
                throw BindErrors.error(
                        164,
                        key.line(),
                        "Each GROUP BY expression must contain at least one column that is not an outer reference.");
            }
            keys.add(bound);
        }
        return OutputScope.grouped(input, select.groupBy(), keys);
    }

    /** EXISTS does not care what is selected, so that a star needs no table there. */
    private List<Query.Item> items() {
        boolean bare = place == QueryBinder.Place.EXISTS && select.from().isEmpty();
        return bare
                ? List.of(new Query.Value(
                        select.line(), new Expression.IntegerLiteral(select.line(), "1"), Optional.empty()))
                : select.items();
    }

    private boolean isGrouped() {
        boolean inItems = select.items().stream().anyMatch(item -> switch (item) {
            case Query.Value value -> Trees.hasAggregate(value.expression());
            case Query.Assign assign -> Trees.hasAggregate(assign.expression());
            case Query.Star star -> false;
        });
        return inItems
                || !select.groupBy().isEmpty()
                || select.having().isPresent()
                || query.order().stream().anyMatch(item -> Trees.hasAggregate(item.expression()));
    }

    private Result output(RowSource rows, OutputScope scope) {
        SelectList list = new SelectList(binder, scope).bind(items());
        scope.enter(Clause.HAVING);
        Optional<Cond> having = select.having().map(c -> binder.condition(c, scope));
        scope.enter(Clause.ORDER_BY);
        List<SortKey> order = order(list, scope);
        Limit limit = QueryBinder.limit(select.top(), query, binder, outer);
        RowSource grouped = scope.isGrouped() ? new GroupRows(rows, scope, having) : rows;
        boolean windows = scope.extras().stream().anyMatch(OutputScope.WindowExtra.class::isInstance);
        RowSource windowed = windows ? new WindowRows(grouped, scope) : grouped;
        RowSource out = new OutputRows(windowed, list.expressions(), select.distinct(), order, limit);
        boolean looksOut = correlated || scopes.stream().anyMatch(Scope::isCorrelated);
        return new Result(list.outputs(), out, looksOut);
    }

    private List<SortKey> order(SelectList list, OutputScope scope) {
        List<Column> columns =
                list.outputs().stream().map(Result.Output::column).toList();
        List<SortKey> keys = new ArrayList<>();
        for (Expression.OrderItem item : query.order()) {
            Expression e = item.expression();
            Optional<Integer> named = e instanceof Expression.ColumnName name && list.isSameColumnTwice(name)
                    ? Optional.empty()
                    : Ordinals.place(e, columns);
            Expr expr = named.isPresent() ? list.expressions().get(named.get()) : binder.expression(e, scope);
            if (named.isEmpty() && expr.form() != Expr.Form.OTHER) {
                throw BindErrors.error(
                        408,
                        e.line(),
                        "A constant expression was encountered in the ORDER BY list, position " + (keys.size() + 1)
                                + ".");
            }
            keys.add(new SortKey(select.distinct() ? ofOutput(list, expr, e) : expr, item.descending()));
        }
        return keys;
    }

    /** With DISTINCT only what comes out can put the rows in order. */
    private static Expr ofOutput(SelectList list, Expr expr, Expression tree) {
        for (int i = 0; i < list.expressions().size(); i++) {
            if (list.expressions().get(i).key().equals(expr.key())) {
                Expr column = Expr.column(expr.type(), expr.nullable(), i);
                return column.with(expr.collate());
            }
        }
        throw new keyturn.practice.tsql.SqlError(
                145,
                15,
                1,
                tree.line(),
                "ORDER BY items must appear in the select list if SELECT DISTINCT is specified.");
    }
}
