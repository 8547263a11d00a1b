package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One SELECT up to HAVING. */
final class SelectParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    SelectParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** @param statement INTO may be written */
    Query.Select select(boolean statement) {
        int line = tokens.expect("select").line();
        boolean distinct = tokens.accept("distinct");
        if (!distinct) {
            tokens.accept("all");
        }
        var top = top();
        var items = new ArrayList<Query.Item>();
        do {
            items.add(item());
        } while (tokens.acceptSymbol(","));
        Optional<List<String>> into =
                statement && tokens.accept("into") ? Optional.of(grammar.names.object()) : Optional.empty();
        var from = tokens.accept("from") ? grammar.sources.list() : List.<Query.Source>of();
        Optional<Condition> where =
                tokens.accept("where") ? Optional.of(grammar.conditions.condition()) : Optional.empty();
        var groupBy = groupBy();
        Optional<Condition> having =
                tokens.accept("having") ? Optional.of(grammar.conditions.condition()) : Optional.empty();
        return new Query.Select(line, distinct, top, items, into, from, where, groupBy, having);
    }

    Optional<Query.Top> top() {
        if (!tokens.accept("top")) {
            return Optional.empty();
        }
        Expression count;
        if (tokens.acceptSymbol("(")) {
            count = count();
            tokens.expectSymbol(")");
        } else {
            count = number();
        }
        boolean percent = tokens.accept("percent");
        boolean ties = tokens.at("with", "ties");
        if (ties) {
            tokens.next();
            tokens.next();
        }
        return Optional.of(new Query.Top(count, percent, ties));
    }

    /** Only a number may do without parentheses. */
    private Expression number() {
        return switch (tokens.peek().kind()) {
            case INTEGER, DECIMAL, FLOAT -> grammar.primaries.literal();
            case WORD, QUOTED, STRING, NATIONAL_STRING, MONEY, BINARY, VARIABLE, GLOBAL, SYMBOL, FAULT, END ->
                throw tokens.fault();
        };
    }

    private Expression count() {
        if (!grammar.queries.begins(0)) {
            return grammar.expressions.value();
        }
        int line = tokens.line();
        return new Expression.Subquery(line, grammar.queries.subquery());
    }

    /** One entry of a select list. */
    Query.Item item() {
        var token = tokens.peek();
        if (tokens.acceptSymbol("*")) {
            return new Query.Star(token.line(), List.of());
        }
        if (isQualifiedStar()) {
            var qualifier = grammar.names.object();
            tokens.expectSymbol(".");
            tokens.expectSymbol("*");
            return new Query.Star(token.line(), qualifier);
        }
        if (token.kind() == Token.Kind.VARIABLE && grammar.sets.isAssignment(tokens.ahead(1))) {
            tokens.next();
            return new Query.Assign(token.line(), token.text(), grammar.sets.assigned(token));
        }
        if ((token.isName() || token.isString()) && tokens.ahead(1).isSymbol("=")) {
            tokens.next();
            tokens.next();
            return new Query.Value(token.line(), grammar.expressions.value(), Optional.of(token.text()));
        }
        var expression = grammar.expressions.value();
        return new Query.Value(expression.line(), expression, alias());
    }

    private boolean isQualifiedStar() {
        if (!tokens.peek().isName()) {
            return false;
        }
        int steps = 1;
        while (tokens.ahead(steps).isSymbol(".")) {
            var behind = tokens.ahead(steps + 1);
            if (behind.isSymbol("*")) {
                return tokens.ahead(steps - 1).isName();
            }
            steps += behind.isName() ? 2 : 1;
        }
        return false;
    }

    private Optional<String> alias() {
        boolean said = tokens.accept("as");
        var token = tokens.peek();
        if ((token.isName() && !tokens.ahead(1).isSymbol(":")) || token.isString()) {
            return Optional.of(tokens.next().text());
        }
        if (said) {
            throw tokens.fault();
        }
        return Optional.empty();
    }

    private List<Expression> groupBy() {
        var keys = new ArrayList<Expression>();
        if (tokens.accept("group")) {
            tokens.expect("by");
            do {
                keys.add(grammar.expressions.value());
            } while (tokens.acceptSymbol(","));
            if (tokens.at("with", "rollup") || tokens.at("with", "cube")) {
                tokens.next();
                throw tokens.unsupported();
            }
        }
        return keys;
    }
}
