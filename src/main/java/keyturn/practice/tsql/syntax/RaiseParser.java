package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Statements that say something to the client: PRINT, RAISERROR, THROW. */
final class RaiseParser {

    private static final Set<String> OPTIONS = Set.of("LOG", "NOWAIT", "SETERROR");

    private final Grammar grammar;
    private final TokenStream tokens;

    RaiseParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement statement() {
        var word = tokens.next();
        if (word.is("print")) {
            return new Statement.Print(word.line(), grammar.expressions.value());
        }
        return word.is("throw") ? thrown(word.line()) : raised(word.line());
    }

    private Statement raised(int line) {
        tokens.expectSymbol("(");
        var message = constant(true, true);
        tokens.expectSymbol(",");
        var severity = constant(false, true);
        tokens.expectSymbol(",");
        var state = constant(false, true);
        var arguments = new ArrayList<Expression>();
        while (tokens.acceptSymbol(",")) {
            arguments.add(argument());
        }
        tokens.expectSymbol(")");
        return new Statement.Raise(line, message, severity, state, arguments, options());
    }

    private List<String> options() {
        var options = new ArrayList<String>();
        if (tokens.accept("with")) {
            do {
                if (!tokens.atAny(OPTIONS)) {
                    throw tokens.fault();
                }
                options.add(tokens.next().text().toUpperCase(Locale.ROOT));
            } while (tokens.acceptSymbol(","));
        }
        return options;
    }

    private Statement thrown(int line) {
        var token = tokens.peek();
        if (token.kind() != Token.Kind.INTEGER && token.kind() != Token.Kind.VARIABLE) {
            return new Statement.Throw(line, Optional.empty());
        }
        var number = constant(false, false);
        tokens.expectSymbol(",");
        var said = tokens.peek();
        if (!said.isString() && said.kind() != Token.Kind.VARIABLE) {
            throw tokens.fault();
        }
        var message = constant(true, false);
        tokens.expectSymbol(",");
        return new Statement.Throw(line, Optional.of(new Statement.Thrown(number, message, constant(false, false))));
    }

    /** A whole number or a variable, or text where it may be. */
    private Expression constant(boolean text, boolean signed) {
        var token = tokens.peek();
        boolean fits =
                switch (token.kind()) {
                    case INTEGER, VARIABLE, GLOBAL -> true;
                    case STRING, NATIONAL_STRING -> text;
                    case SYMBOL ->
                        signed && token.isSymbol("-") && tokens.ahead(1).kind() == Token.Kind.INTEGER;
                    case WORD, QUOTED, DECIMAL, FLOAT, MONEY, BINARY, FAULT, END -> false;
                };
        if (!fits) {
            throw tokens.fault();
        }
        return argument();
    }

    /** A constant with its sign, or a variable. */
    private Expression argument() {
        var token = tokens.peek();
        if (!tokens.acceptSymbol("-")) {
            return grammar.primaries.literal();
        }
        return new Expression.Unary(token.line(), Expression.UnaryOperator.MINUS, grammar.primaries.literal());
    }
}
