package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.tsql.syntax.Query.JoinKind;

/** What stands in FROM. */
final class SourceParser {

    /** Understood by a real server and not here: refused as such, never taken for an alias. */
    private static final Set<String> FOREIGN =
            Set.of("TABLESAMPLE", "OPENROWSET", "OPENQUERY", "OPENDATASOURCE", "OPENXML");

    private static final Set<String> JOIN_HINTS = Set.of("LOOP", "HASH", "MERGE", "REMOTE");

    private final Grammar grammar;
    private final TokenStream tokens;

    SourceParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    List<Query.Source> list() {
        var sources = new ArrayList<Query.Source>();
        do {
            sources.add(joined());
        } while (tokens.acceptSymbol(","));
        return sources;
    }

    /** Joins hang to the left; one with a condition may hold others between itself and its ON. */
    private Query.Source joined() {
        tokens.deeper();
        var left = single();
        while (true) {
            int line = tokens.line();
            if (isApply("cross") || isApply("outer")) {
                boolean outer = tokens.next().is("outer");
                tokens.next();
                left = new Query.Apply(line, outer, left, single());
            } else if (tokens.at("cross", "join")) {
                tokens.next();
                tokens.next();
                left = new Query.Join(line, JoinKind.CROSS, left, single(), Optional.empty());
            } else {
                var kind = joinKind();
                if (kind.isEmpty()) {
                    tokens.shallower();
                    return left;
                }
                var right = joined();
                tokens.expect("on");
                var condition = grammar.conditions.condition();
                left = new Query.Join(line, kind.get(), left, right, Optional.of(condition));
            }
        }
    }

    private boolean isApply(String kind) {
        return tokens.at(kind, "apply");
    }

    private Optional<JoinKind> joinKind() {
        if (tokens.accept("join")) {
            return Optional.of(JoinKind.INNER);
        }
        boolean inner = tokens.accept("inner");
        var kind = inner ? Optional.of(JoinKind.INNER) : outerKind();
        if (kind.isPresent()) {
            if (!inner) {
                tokens.accept("outer");
            }
            if (tokens.atAny(JOIN_HINTS)) {
                tokens.next();
            }
            tokens.expect("join");
        }
        return kind;
    }

    private Optional<JoinKind> outerKind() {
        if (tokens.accept("left")) {
            return Optional.of(JoinKind.LEFT);
        }
        if (tokens.accept("right")) {
            return Optional.of(JoinKind.RIGHT);
        }
        return tokens.accept("full") ? Optional.of(JoinKind.FULL) : Optional.empty();
    }

    Query.Source single() {
        var source = plain();
        while (tokens.at("pivot") || tokens.at("unpivot")) {
            source = turned(source);
        }
        return source;
    }

    private Query.Source plain() {
        var token = tokens.peek();
        if (tokens.atSymbol("(")) {
            return parenthesised();
        }
        if (tokens.atSymbol("::")) {
            tokens.next();
            return function(token.line(), List.of("sys", tokens.expectName()));
        }
        if (tokens.atAny(FOREIGN)) {
            throw tokens.unsupported();
        }
        var source = token.kind() == Token.Kind.VARIABLE ? variable() : named();
        if (tokens.atAny(FOREIGN)) {
            throw tokens.unsupported();
        }
        return source;
    }

    /** PIVOT or UNPIVOT behind an entry. */
    private Query.Source turned(Query.Source input) {
        var word = tokens.next();
        tokens.expectSymbol("(");
        if (word.is("unpivot")) {
            String value = tokens.expectName();
            tokens.expect("for");
            String name = tokens.expectName();
            var columns = inColumns();
            tokens.expectSymbol(")");
            return new Query.Unpivot(word.line(), input, value, name, columns, expectAlias());
        }
        if (!(grammar.expressions.value() instanceof Expression.Call aggregate)) {
            throw tokens.fault();
        }
        tokens.expect("for");
        String column = grammar.names.parts().getLast();
        var values = inColumns();
        tokens.expectSymbol(")");
        return new Query.Pivot(word.line(), input, aggregate, column, values, expectAlias());
    }

    private List<String> inColumns() {
        tokens.expect("in");
        var columns = grammar.names.columns();
        if (columns.isEmpty()) {
            throw tokens.fault();
        }
        return columns;
    }

    private String expectAlias() {
        return alias().orElseThrow(tokens::fault);
    }

    private Query.Source variable() {
        var token = tokens.next();
        if (tokens.acceptSymbol(".")) {
            return function(token.line(), List.of(token.text(), tokens.expectName()));
        }
        var alias = alias();
        return new Query.VariableTable(token.line(), token.text(), alias);
    }

    private Query.Source named() {
        int line = tokens.line();
        var name = grammar.names.object();
        if (tokens.atSymbol("(") && !grammar.hints.isBare()) {
            return function(line, name);
        }
        if (grammar.hints.isList()) {
            grammar.hints.list();
            return new Query.Table(line, name, Optional.empty());
        }
        boolean hinted = grammar.hints.bare();
        var alias = alias();
        if (!hinted && grammar.hints.isList()) {
            grammar.hints.list();
        } else if (!hinted) {
            grammar.hints.bare();
        }
        return new Query.Table(line, name, alias);
    }

    private Query.Source function(int line, List<String> name) {
        var arguments = grammar.calls.arguments();
        if (grammar.hints.isList()) {
            throw tokens.unsupported();
        }
        var alias = alias();
        var columns = alias.isPresent() ? grammar.names.columns() : List.<String>of();
        return new Query.FunctionTable(line, name, arguments, alias, columns);
    }

    private Query.Source parenthesised() {
        int line = tokens.expectSymbol("(").line();
        if (tokens.accept("values")) {
            return values(line);
        }
        if (!grammar.queries.begins(0)) {
            return joinInParentheses();
        }
        var query = grammar.queries.subquery();
        tokens.expectSymbol(")");
        var alias = alias();
        if (alias.isEmpty()) {
            throw tokens.fault();
        }
        return new Query.Derived(line, query, alias.get(), grammar.names.columns());
    }

    /** A lone table takes no parentheses. */
    private Query.Source joinInParentheses() {
        var inner = joined();
        if (!(inner instanceof Query.Join) && !(inner instanceof Query.Apply)) {
            throw tokens.fault();
        }
        tokens.expectSymbol(")");
        return inner;
    }

    private Query.Source values(int line) {
        List<List<Expression>> rows = new ArrayList<>();
        do {
            rows.add(grammar.calls.row());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        var alias = alias();
        if (alias.isEmpty()) {
            throw tokens.fault();
        }
        var columns = grammar.names.columns();
        return new Query.Values(line, rows, alias.get(), columns);
    }

    Optional<String> alias() {
        if (tokens.accept("as")) {
            return Optional.of(tokens.expectName());
        }
        boolean named = tokens.peek().isName() && !tokens.ahead(1).isSymbol(":");
        return named ? Optional.of(tokens.next().text()) : Optional.empty();
    }
}
