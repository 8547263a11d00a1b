package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EXECUTE of a procedure or of text, and the procedure call without EXECUTE that may open a batch. */
final class ExecuteParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    ExecuteParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement execute() {
        int line = tokens.next().line();
        if (tokens.acceptSymbol("(")) {
            return text(line);
        }
        if (tokens.at("as")) {
            return grammar.contexts.executeAs(line);
        }
        var token = tokens.peek();
        if (token.kind() != Token.Kind.VARIABLE) {
            return procedure(line, Optional.empty(), grammar.names.object());
        }
        tokens.next();
        if (!tokens.acceptSymbol("=")) {
            return procedure(line, Optional.empty(), List.of(token.text()));
        }
        var named = tokens.peek();
        var procedure =
                named.kind() == Token.Kind.VARIABLE ? List.of(tokens.next().text()) : grammar.names.object();
        return procedure(line, Optional.of(token.text()), procedure);
    }

    /** The batch opens with the procedure's name. */
    Statement bare() {
        int line = tokens.line();
        return procedure(line, Optional.empty(), grammar.names.object());
    }

    private Statement text(int line) {
        var text = piece();
        while (tokens.atSymbol("+")) {
            int plus = tokens.next().line();
            text = new Expression.Binary(plus, Expression.BinaryOperator.ADD, text, piece());
        }
        if (tokens.atSymbol(",")) {
            throw tokens.unsupported();
        }
        tokens.expectSymbol(")");
        if (tokens.at("as") || tokens.at("at")) {
            throw tokens.unsupported();
        }
        return new Statement.ExecuteText(line, text);
    }

    /** Text to execute is put together from strings and variables alone. */
    private Expression piece() {
        var token = tokens.peek();
        if (!token.isString() && token.kind() != Token.Kind.VARIABLE) {
            throw tokens.fault();
        }
        return grammar.primaries.literal();
    }

    private Statement procedure(int line, Optional<String> returned, List<String> name) {
        if (tokens.atSymbol(";") && tokens.ahead(1).kind() == Token.Kind.INTEGER) {
            tokens.next();
            tokens.next();
        }
        var arguments = new ArrayList<Statement.Argument>();
        if (beginsArgument(tokens.peek())) {
            do {
                arguments.add(argument(arguments));
            } while (tokens.acceptSymbol(","));
        }
        if (tokens.at("with", "recompile")) {
            tokens.next();
            tokens.next();
        }
        return new Statement.Execute(line, returned, name, arguments);
    }

    private static boolean beginsArgument(Token token) {
        return switch (token.kind()) {
            case QUOTED, STRING, NATIONAL_STRING, INTEGER, DECIMAL, FLOAT, MONEY, BINARY, VARIABLE, GLOBAL -> true;
            case WORD -> token.isName() || token.is("null") || token.is("default");
            case SYMBOL -> token.isSymbol("-") || token.isSymbol("+");
            case FAULT, END -> false;
        };
    }

    private Statement.Argument argument(List<Statement.Argument> before) {
        var token = tokens.peek();
        boolean named = token.kind() == Token.Kind.VARIABLE && tokens.ahead(1).isSymbol("=");
        Optional<String> name = Optional.empty();
        if (named) {
            name = Optional.of(tokens.next().text());
            tokens.next();
        }
        if (!named && !before.isEmpty() && before.getLast().name().isPresent()) {
            throw Faults.namesFirst(token.line(), before.size() + 1);
        }
        var value = value();
        boolean output = value instanceof Expression.Variable && (tokens.accept("output") || tokens.accept("out"));
        return new Statement.Argument(token.line(), name, value, output);
    }

    /** A constant, a variable, a bare word that means itself, or DEFAULT as a column of that name. */
    private Expression value() {
        var token = tokens.peek();
        if (!beginsArgument(token)) {
            throw tokens.fault();
        }
        if (token.isName()) {
            tokens.next();
            return new Expression.StringLiteral(token.line(), token.text(), true);
        }
        if (tokens.accept("default")) {
            return new Expression.ColumnName(token.line(), List.of("DEFAULT"));
        }
        boolean minus = tokens.acceptSymbol("-");
        if (!minus && !tokens.acceptSymbol("+")) {
            return grammar.primaries.literal();
        }
        return switch (tokens.peek().kind()) {
            case INTEGER, DECIMAL, FLOAT, MONEY ->
                new Expression.Unary(
                        token.line(),
                        minus ? Expression.UnaryOperator.MINUS : Expression.UnaryOperator.PLUS,
                        grammar.primaries.literal());
            case WORD, QUOTED, STRING, NATIONAL_STRING, BINARY, VARIABLE, GLOBAL, SYMBOL, FAULT, END ->
                throw tokens.fault();
        };
    }
}
