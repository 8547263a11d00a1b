package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.Expression.OrderItem;
import keyturn.practice.tsql.syntax.Query.SetOperator;

/** Whole queries: WITH, set operations, ORDER BY, OFFSET, FOR XML, OPTION. */
final class QueryParser {

    private static final Set<String> SET_OPERATORS = Set.of("UNION", "EXCEPT", "INTERSECT");

    private final Grammar grammar;
    private final TokenStream tokens;

    QueryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** A statement that begins with WITH. */
    Statement named() {
        int line = tokens.next().line();
        var ctes = ctes();
        return grammar.changes.begins()
                ? grammar.changes.statement(ctes)
                : new Statement.Select(line, statement(line, ctes));
    }

    /** A query that is a statement. */
    Query statement() {
        int line = tokens.line();
        return statement(line, tokens.accept("with") ? ctes() : List.of());
    }

    private Query statement(int line, List<Query.Cte> ctes) {
        if (!opensStatement()) {
            throw ctes.isEmpty() || !grammar.statements.isForeign() ? tokens.fault() : tokens.unsupported();
        }
        var query = query(line, ctes, true);
        grammar.hints.queryHints();
        return query;
    }

    /** A query inside another; its parentheses are the caller's. */
    Query subquery() {
        tokens.deeper();
        int line = tokens.line();
        var query = query(line, List.of(), false);
        boolean ordered = !query.order().isEmpty()
                && query.offset().isEmpty()
                && query.forXml().isEmpty();
        if (ordered
                && !(query.body() instanceof Query.Select select && select.top().isPresent())) {
            throw Faults.orderInSubquery(line);
        }
        tokens.shallower();
        return query;
    }

    /** A query, not a value, starts some tokens ahead: SELECT, or a query in parentheses that is no operand. */
    boolean begins(int steps) {
        if (!tokens.ahead(steps).isSymbol("(")) {
            return tokens.ahead(steps).is("select");
        }
        var behind = tokens.ahead(tokens.behindParenthesis(steps));
        return (behind.isSymbol(")") || Keywords.isOneOf(SET_OPERATORS, behind)) && begins(steps + 1);
    }

    private boolean opensStatement() {
        int steps = 0;
        while (tokens.ahead(steps).isSymbol("(")) {
            steps++;
        }
        return tokens.ahead(steps).is("select");
    }

    private List<Query.Cte> ctes() {
        var ctes = new ArrayList<Query.Cte>();
        if (tokens.at("xmlnamespaces")) {
            namespaces();
            if (!tokens.acceptSymbol(",")) {
                return ctes;
            }
        }
        do {
            int line = tokens.line();
            String name = tokens.expectName();
            var columns = grammar.names.columns();
            tokens.expect("as");
            tokens.expectSymbol("(");
            ctes.add(new Query.Cte(line, name, columns, subquery()));
            tokens.expectSymbol(")");
        } while (tokens.acceptSymbol(","));
        return ctes;
    }

    /** {@code XMLNAMESPACES (DEFAULT 'uri', 'uri' AS p)}: read, and nothing more; names of xml count without them here. */
    private void namespaces() {
        tokens.next();
        tokens.expectSymbol("(");
        do {
            if (tokens.accept("default")) {
                tokens.expectString();
            } else {
                tokens.expectString();
                tokens.expect("as");
                tokens.expectName();
            }
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }

    private Query query(int line, List<Query.Cte> ctes, boolean statement) {
        var body = unions(statement);
        var order = orderBy();
        Optional<Expression> offset = Optional.empty();
        Optional<Expression> fetch = Optional.empty();
        if (!order.isEmpty() && tokens.accept("offset")) {
            offset = Optional.of(rows());
            if (tokens.accept("fetch")) {
                acceptEither("first", "next");
                fetch = Optional.of(rows());
                tokens.expect("only");
            }
        }
        return new Query(line, ctes, body, order, offset, fetch, forXml());
    }

    private Expression rows() {
        var count = grammar.expressions.value();
        acceptEither("row", "rows");
        return count;
    }

    private void acceptEither(String one, String other) {
        if (!tokens.accept(one)) {
            tokens.expect(other);
        }
    }

    private Query.Body unions(boolean statement) {
        var left = intersections(statement);
        while (tokens.at("union") || tokens.at("except")) {
            var operator = tokens.next();
            var kind = operator.is("except") ? SetOperator.EXCEPT : SetOperator.UNION;
            if (kind == SetOperator.UNION && tokens.accept("all")) {
                kind = SetOperator.UNION_ALL;
            }
            left = new Query.SetOperation(operator.line(), kind, left, intersections(false));
        }
        return left;
    }

    /** INTERSECT binds more than the other two. */
    private Query.Body intersections(boolean statement) {
        var left = side(statement);
        while (tokens.at("intersect")) {
            int line = tokens.next().line();
            left = new Query.SetOperation(line, SetOperator.INTERSECT, left, side(false));
        }
        return left;
    }

    private Query.Body side(boolean statement) {
        int line = tokens.line();
        if (!tokens.acceptSymbol("(")) {
            return grammar.selects.select(statement);
        }
        var query = subquery();
        tokens.expectSymbol(")");
        return new Query.Nested(line, query);
    }

    /** ORDER BY with its items, or none. */
    List<OrderItem> orderBy() {
        var items = new ArrayList<OrderItem>();
        if (tokens.accept("order")) {
            tokens.expect("by");
            do {
                var expression = grammar.expressions.value();
                boolean descending = tokens.accept("desc");
                if (!descending) {
                    tokens.accept("asc");
                }
                items.add(new OrderItem(expression, descending));
            } while (tokens.acceptSymbol(","));
        }
        return items;
    }

    private Optional<Query.ForXml> forXml() {
        int line = tokens.line();
        if (tokens.at("for", "read") || tokens.at("for", "update") || !tokens.accept("for")) {
            return Optional.empty();
        }
        if (!tokens.accept("xml")) {
            throw tokens.unsupported();
        }
        String mode = tokens.peek().text().toUpperCase(Locale.ROOT);
        if (!List.of("PATH", "RAW", "AUTO", "EXPLICIT").contains(mode)) {
            throw tokens.fault();
        }
        tokens.next();
        boolean named = (mode.equals("PATH") || mode.equals("RAW")) && tokens.acceptSymbol("(");
        Optional<String> element = named ? Optional.of(closed()) : Optional.empty();
        Optional<String> root = Optional.empty();
        boolean type = false;
        while (tokens.acceptSymbol(",")) {
            if (tokens.accept("root")) {
                root = Optional.of(tokens.acceptSymbol("(") ? closed() : "root");
            } else if (tokens.accept("type")) {
                type = true;
            } else {
                xmlDirective();
            }
        }
        return Optional.of(new Query.ForXml(line, mode, element, root, type));
    }

    private String closed() {
        String text = tokens.expectString();
        tokens.expectSymbol(")");
        return text;
    }

    private void xmlDirective() {
        if (tokens.accept("binary")) {
            tokens.expect("base64");
            return;
        }
        tokens.expect("elements");
        if (!tokens.accept("xsinil")) {
            tokens.accept("absent");
        }
    }
}
