package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.practice.tsql.syntax.TableElement.ColumnElement;
import keyturn.practice.tsql.syntax.TableElement.Counter;
import keyturn.practice.tsql.syntax.TableElement.Default;

/** Columns and constraints of a table. */
final class ElementParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    ElementParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** {@code (a int, PRIMARY KEY (a))}; a comma at the end is let pass, as the server does. */
    List<TableElement> list() {
        tokens.expectSymbol("(");
        var elements = new ArrayList<TableElement>();
        do {
            if (!tokens.atSymbol(")")) {
                element(elements);
            }
        } while (tokens.acceptSymbol(",") || startsConstraint());
        tokens.expectSymbol(")");
        return elements;
    }

    /** The same without parentheses. */
    List<TableElement> entries() {
        var elements = new ArrayList<TableElement>();
        do {
            element(elements);
        } while (tokens.acceptSymbol(","));
        return elements;
    }

    private boolean startsConstraint() {
        return tokens.at("constraint") || tokens.at("primary") || tokens.at("unique") || tokens.at("check");
    }

    private void element(List<TableElement> elements) {
        if (startsConstraint() || tokens.at("foreign") || tokens.at("default")) {
            constraint(elements, Optional.empty());
        } else if (tokens.at("index")) {
            index(elements);
        } else {
            column(elements);
        }
    }

    private void index(List<TableElement> elements) {
        int line = tokens.next().line();
        tokens.expectName();
        tokens.accept("unique");
        if (!tokens.accept("clustered")) {
            tokens.accept("nonclustered");
        }
        if (tokens.atSymbol("(")) {
            keyColumns();
        }
        elements.add(new TableElement.OtherElement(line));
    }

    ColumnElement changedColumn() {
        var elements = new ArrayList<TableElement>();
        column(elements);
        if (elements.size() != 1 || !(elements.getFirst() instanceof ColumnElement column)) {
            throw tokens.fault();
        }
        return column;
    }

    /** A column, and behind it in the list the constraints that stand behind its type. */
    private void column(List<TableElement> elements) {
        int line = tokens.line();
        String name = tokens.expectName();
        Optional<Expression> computed = Optional.empty();
        Optional<TypeName> type = Optional.empty();
        if (tokens.accept("as")) {
            computed = Optional.of(grammar.expressions.value());
            tokens.accept("persisted");
        } else {
            boolean bare = name.equalsIgnoreCase("timestamp") && (tokens.atSymbol(",") || tokens.atSymbol(")"));
            type = Optional.of(
                    bare
                            ? new TypeName(line, name, OptionalInt.empty(), OptionalInt.empty(), false)
                            : grammar.names.type());
        }
        var traits = new Traits();
        var constraints = new ArrayList<TableElement>();
        while (tokens.peek().kind() == Token.Kind.WORD) {
            trait(name, traits, constraints);
        }
        elements.add(new ColumnElement(
                line, name, type, computed, traits.nullable, traits.defaulted, traits.identity, traits.collation));
        elements.addAll(constraints);
    }

    /** What stands behind a column's type, in any order; the last word of a kind counts. */
    private static final class Traits {
        private Optional<Boolean> nullable = Optional.empty();
        private Optional<Default> defaulted = Optional.empty();
        private Optional<Counter> identity = Optional.empty();
        private Optional<String> collation = Optional.empty();
    }

    private void trait(String column, Traits traits, List<TableElement> constraints) {
        if (tokens.accept("sparse") || tokens.accept("rowguidcol")) {
            return;
        }
        if (tokens.accept("null")) {
            traits.nullable = Optional.of(true);
        } else if (tokens.accept("not")) {
            tokens.expect("null");
            traits.nullable = Optional.of(false);
        } else if (tokens.accept("identity")) {
            traits.identity = Optional.of(counter());
        } else if (tokens.accept("collate")) {
            traits.collation = Optional.of(tokens.expectName());
        } else if (tokens.at("default")
                || (tokens.at("constraint") && tokens.ahead(2).is("default"))) {
            traits.defaulted = Optional.of(defaulted());
        } else if (tokens.at("index")) {
            index(constraints);
        } else {
            constraint(constraints, Optional.of(column));
        }
    }

    private Default defaulted() {
        Optional<String> name = named();
        tokens.expect("default");
        return new Default(name, grammar.expressions.value());
    }

    private Optional<String> named() {
        return tokens.accept("constraint") ? Optional.of(tokens.expectName()) : Optional.empty();
    }

    private Counter counter() {
        if (!tokens.acceptSymbol("(")) {
            return new Counter("1", "1");
        }
        String seed = signed();
        tokens.expectSymbol(",");
        String increment = signed();
        tokens.expectSymbol(")");
        return new Counter(seed, increment);
    }

    private String signed() {
        String sign = tokens.acceptSymbol("-") ? "-" : "";
        return sign + tokens.expect(Token.Kind.INTEGER).text();
    }

    /** @param column that it stands behind, if any */
    private void constraint(List<TableElement> elements, Optional<String> column) {
        int line = tokens.line();
        var name = named();
        if (tokens.at("primary") || tokens.at("unique")) {
            elements.add(key(line, name, column));
        } else if (tokens.accept("check")) {
            tokens.expectSymbol("(");
            var condition = grammar.conditions.condition();
            tokens.expectSymbol(")");
            elements.add(new TableElement.CheckElement(line, name, condition, column));
        } else if (column.isEmpty() && tokens.accept("default")) {
            var value = grammar.expressions.value();
            tokens.expect("for");
            elements.add(new TableElement.DefaultElement(line, new Default(name, value), tokens.expectName()));
        } else {
            reference(column.isPresent());
            elements.add(new TableElement.OtherElement(line));
        }
    }

    private TableElement key(int line, Optional<String> name, Optional<String> column) {
        boolean primary = tokens.accept("primary");
        if (primary) {
            tokens.expect("key");
        } else {
            tokens.expect("unique");
        }
        Optional<Boolean> clustered = tokens.accept("clustered")
                ? Optional.of(true)
                : tokens.accept("nonclustered") ? Optional.of(false) : Optional.empty();
        List<String> columns = tokens.atSymbol("(") || column.isEmpty() ? keyColumns() : List.of(column.get());
        if (tokens.at("with") && tokens.ahead(1).isSymbol("(")) {
            tokens.next();
            skipParenthesis();
        }
        if (tokens.at("on") && tokens.ahead(1).isName()) {
            tokens.next();
            tokens.next();
        }
        return new TableElement.KeyElement(line, name, primary, clustered, columns);
    }

    /** {@code (a ASC, b DESC)}. */
    List<String> keyColumns() {
        tokens.expectSymbol("(");
        var columns = new ArrayList<String>();
        do {
            columns.add(tokens.expectName());
            if (!tokens.accept("asc")) {
                tokens.accept("desc");
            }
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return columns;
    }

    private void reference(boolean column) {
        boolean foreign = tokens.accept("foreign");
        if (foreign) {
            tokens.expect("key");
        }
        if (foreign && !column) {
            keyColumns();
        }
        tokens.expect("references");
        grammar.names.object();
        grammar.names.columns();
        while (tokens.accept("on")) {
            tokens.next();
            if (tokens.accept("no")) {
                tokens.expect("action");
            } else if (tokens.accept("set")) {
                tokens.next();
            } else {
                tokens.expect("cascade");
            }
        }
    }

    void skipParenthesis() {
        int steps = tokens.behindParenthesis(0);
        for (int i = 0; i < steps; i++) {
            tokens.next();
        }
    }
}
