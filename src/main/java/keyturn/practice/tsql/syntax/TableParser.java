package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;

/** CREATE, ALTER, DROP and TRUNCATE of tables and indexes. */
final class TableParser {

    private final Grammar grammar;
    private final TokenStream tokens;
    private final ElementParser elements;

    TableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.elements = new ElementParser(grammar);
    }

    /** The next token, behind CREATE, ALTER or DROP, is of this parser. */
    boolean begins(Token verb) {
        return tokens.at("table") || (!verb.is("alter") && isIndex());
    }

    private boolean isIndex() {
        int steps = 0;
        while (tokens.ahead(steps).is("unique")
                || tokens.ahead(steps).is("clustered")
                || tokens.ahead(steps).is("nonclustered")
                || tokens.ahead(steps).is("columnstore")) {
            steps++;
        }
        return tokens.ahead(steps).is("index");
    }

    /** The verb is read. */
    TableStatement definition(Token verb) {
        int line = verb.line();
        if (!tokens.accept("table")) {
            return verb.is("drop") ? dropIndex(line) : createIndex(line);
        }
        if (verb.is("drop")) {
            return drop(line);
        }
        var name = grammar.names.object();
        if (verb.is("alter")) {
            return alter(line, name);
        }
        var list = elements.list();
        storage();
        return new TableStatement.Create(line, name, list);
    }

    /** {@code @t TABLE (...)}: the variable is read, TABLE stands here. */
    TableStatement declared(int line, Token variable) {
        tokens.expect("table");
        return new TableStatement.DeclareTable(line, variable.text(), elements.list());
    }

    private TableStatement drop(int line) {
        boolean ifExists = ifExists();
        List<List<String>> names = new ArrayList<>();
        do {
            names.add(grammar.names.object());
        } while (tokens.acceptSymbol(","));
        return new TableStatement.Drop(line, ifExists, names);
    }

    private boolean ifExists() {
        boolean found = tokens.at("if", "exists");
        if (found) {
            tokens.next();
            tokens.next();
        }
        return found;
    }

    TableStatement truncate() {
        int line = tokens.next().line();
        tokens.expect("table");
        return new TableStatement.Truncate(line, grammar.names.object());
    }

    private TableStatement alter(int line, List<String> name) {
        if (tokens.at("with", "check") || tokens.at("with", "nocheck")) {
            tokens.next();
            tokens.next();
        }
        if (tokens.accept("add")) {
            return new TableStatement.Add(line, name, elements.entries());
        }
        if (tokens.accept("alter")) {
            tokens.expect("column");
            return new TableStatement.AlterColumn(line, name, elements.changedColumn());
        }
        tokens.expect("drop");
        boolean columns = tokens.accept("column");
        if (!columns) {
            tokens.accept("constraint");
        }
        boolean ifExists = ifExists();
        var parts = new ArrayList<String>();
        do {
            parts.add(tokens.expectName());
        } while (tokens.acceptSymbol(","));
        return new TableStatement.Remove(line, name, !columns, ifExists, parts);
    }

    private TableStatement createIndex(int line) {
        boolean unique = tokens.accept("unique");
        boolean clustered = tokens.accept("clustered");
        if (!clustered) {
            tokens.accept("nonclustered");
        }
        boolean store = tokens.accept("columnstore");
        tokens.expect("index");
        String index = tokens.expectName();
        tokens.expect("on");
        var name = grammar.names.object();
        List<String> columns = store && !tokens.atSymbol("(") ? List.of() : elements.keyColumns();
        if (tokens.accept("include")) {
            grammar.names.columns();
        }
        if (tokens.accept("where")) {
            grammar.conditions.condition();
        }
        storage();
        return new TableStatement.CreateIndex(line, unique, clustered, index, name, columns);
    }

    private TableStatement dropIndex(int line) {
        tokens.expect("index");
        boolean ifExists = ifExists();
        var name = grammar.names.object();
        if (tokens.accept("on")) {
            return new TableStatement.DropIndex(line, ifExists, name.getLast(), grammar.names.object());
        }
        if (name.size() < 2) {
            throw tokens.fault();
        }
        return new TableStatement.DropIndex(line, ifExists, name.getLast(), name.subList(0, name.size() - 1));
    }

    /** {@code WITH (...)} and {@code ON [PRIMARY]}, which mean nothing here. */
    private void storage() {
        while (true) {
            if (tokens.at("with") && tokens.ahead(1).isSymbol("(")) {
                tokens.next();
                elements.skipParenthesis();
            } else if (tokens.accept("on") || tokens.accept("textimage_on")) {
                tokens.expectName();
            } else {
                return;
            }
        }
    }
}
