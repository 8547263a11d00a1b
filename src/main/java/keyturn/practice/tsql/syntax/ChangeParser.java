package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.tsql.syntax.TableStatement.Assignment;
import keyturn.practice.tsql.syntax.TableStatement.InsertSource;
import keyturn.practice.tsql.syntax.TableStatement.Output;

/** INSERT, UPDATE and DELETE. */
final class ChangeParser {

    private final Grammar grammar;
    private final TokenStream tokens;
    private final MergeParser merges;

    ChangeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.merges = new MergeParser(grammar, this);
    }

    boolean begins() {
        return tokens.at("insert") || tokens.at("update") || tokens.at("delete") || tokens.at("merge");
    }

    TableStatement statement(List<Query.Cte> ctes) {
        var word = tokens.next();
        int line = word.line();
        var statement =
                switch (word.text().toLowerCase(Locale.ROOT)) {
                    case "insert" -> insert(line, ctes);
                    case "update" -> update(line, ctes);
                    case "delete" -> delete(line, ctes);
                    default -> merges.merge(line, ctes);
                };
        grammar.hints.queryHints();
        if (statement instanceof TableStatement.Merge && !tokens.atSymbol(";")) {
            throw Faults.mergeNotEnded(tokens.lineBehind());
        }
        return statement;
    }

    private TableStatement insert(int line, List<Query.Cte> ctes) {
        var top = grammar.selects.top();
        tokens.accept("into");
        var target = target();
        var columns = tokens.atSymbol("(") && !grammar.queries.begins(0) ? columns() : List.<String>of();
        var output = output();
        return new TableStatement.Insert(line, ctes, top, target, columns, output, source());
    }

    /** A name may have its table before it. */
    List<String> columns() {
        var columns = new ArrayList<String>();
        tokens.expectSymbol("(");
        do {
            columns.add(grammar.names.parts().getLast());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return columns;
    }

    private InsertSource source() {
        int line = tokens.line();
        if (tokens.accept("default")) {
            tokens.expect("values");
            return new TableStatement.DefaultRow();
        }
        if (tokens.at("exec") || tokens.at("execute")) {
            return new TableStatement.ExecutedRows(grammar.executes.execute());
        }
        if (!tokens.accept("values")) {
            return new TableStatement.QueryRows(grammar.queries.statement());
        }
        List<List<Optional<Expression>>> rows = new ArrayList<>();
        do {
            rows.add(values());
        } while (tokens.acceptSymbol(","));
        return new TableStatement.RowValues(line, rows);
    }

    List<Optional<Expression>> values() {
        tokens.expectSymbol("(");
        List<Optional<Expression>> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return values;
    }

    private Optional<Expression> value() {
        return tokens.accept("default") ? Optional.empty() : Optional.of(grammar.expressions.value());
    }

    private TableStatement update(int line, List<Query.Cte> ctes) {
        var top = grammar.selects.top();
        var target = target();
        tokens.expect("set");
        var sets = sets();
        var output = output();
        var from = tokens.accept("from") ? grammar.sources.list() : List.<Query.Source>of();
        return new TableStatement.Update(line, ctes, top, target, sets, output, from, where());
    }

    private TableStatement delete(int line, List<Query.Cte> ctes) {
        var top = grammar.selects.top();
        tokens.accept("from");
        var target = target();
        var output = output();
        var from = tokens.accept("from") ? grammar.sources.list() : List.<Query.Source>of();
        return new TableStatement.Delete(line, ctes, top, target, output, from, where());
    }

    private Optional<Condition> where() {
        return tokens.accept("where") ? Optional.of(grammar.conditions.condition()) : Optional.empty();
    }

    /** A table or a table variable, with its hints and no alias. */
    Query.Source target() {
        var token = tokens.peek();
        if (token.kind() == Token.Kind.VARIABLE) {
            tokens.next();
            return new Query.VariableTable(token.line(), token.text(), Optional.empty());
        }
        var name = grammar.names.object();
        if (grammar.hints.isList()) {
            grammar.hints.list();
        } else {
            grammar.hints.bare();
        }
        return new Query.Table(token.line(), name, Optional.empty());
    }

    List<Assignment> sets() {
        var sets = new ArrayList<Assignment>();
        do {
            sets.add(assignment());
        } while (tokens.acceptSymbol(","));
        return sets;
    }

    private Assignment assignment() {
        var token = tokens.peek();
        if (token.kind() != Token.Kind.VARIABLE) {
            return column(token, Optional.empty());
        }
        tokens.next();
        boolean plain = tokens.atSymbol("=");
        if (plain && tokens.ahead(1).isName() && assignsBehindName()) {
            tokens.next();
            return column(tokens.peek(), Optional.of(token.text()));
        }
        var value = grammar.sets.assigned(token);
        return new Assignment(token.line(), Optional.of(token.text()), List.of(), Optional.of(value));
    }

    /** {@code = a =} or {@code = t.a =} stands here. */
    private boolean assignsBehindName() {
        int steps = 2;
        while (tokens.ahead(steps).isSymbol(".")) {
            steps += 2;
        }
        return grammar.sets.isAssignment(tokens.ahead(steps));
    }

    private Assignment column(Token first, Optional<String> variable) {
        var name = grammar.names.parts();
        var operator = tokens.peek();
        if (operator.isSymbol("=") && tokens.ahead(1).is("default")) {
            tokens.next();
            tokens.next();
            return new Assignment(first.line(), variable, name, Optional.empty());
        }
        var old = new Expression.ColumnName(first.line(), name);
        return new Assignment(first.line(), variable, name, Optional.of(grammar.sets.assigned(old)));
    }

    /** OUTPUT, where one stands here. */
    Optional<Output> output() {
        if (!tokens.accept("output")) {
            return Optional.empty();
        }
        var items = items();
        if (!tokens.at("into")) {
            return Optional.of(new Output(items, Optional.empty(), List.of()));
        }
        int line = tokens.next().line();
        var target = target();
        var columns = tokens.atSymbol("(") && !grammar.queries.begins(0) ? columns() : List.<String>of();
        var sent = tokens.accept("output") ? items() : List.<Query.Item>of();
        return Optional.of(new Output(items, Optional.of(new TableStatement.Into(line, target, columns)), sent));
    }

    private List<Query.Item> items() {
        var items = new ArrayList<Query.Item>();
        do {
            items.add(grammar.selects.item());
        } while (tokens.acceptSymbol(","));
        return items;
    }
}
