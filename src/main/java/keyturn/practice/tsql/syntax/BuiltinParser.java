package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Calls that are grammar of their own: those without parentheses, with a type, with a condition, and ODBC's. */
final class BuiltinParser {

    private static final Set<String> BARE =
            Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_USER", "SESSION_USER", "SYSTEM_USER", "USER");

    /** Reserved words that are functions before a parenthesis. */
    private static final Set<String> RESERVED = Set.of("LEFT", "RIGHT");

    /** ODBC's names of functions, where T-SQL has another. */
    private static final Map<String, String> ODBC = Map.of(
            "NOW", "GETDATE",
            "UCASE", "UPPER",
            "LCASE", "LOWER",
            "LENGTH", "LEN",
            "LOCATE", "CHARINDEX",
            "IFNULL", "ISNULL",
            "USER", "USER_NAME",
            "DATABASE", "DB_NAME");

    private final Grammar grammar;
    private final TokenStream tokens;

    BuiltinParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** A call that begins with a keyword, if one stands here. */
    Optional<Expression> special() {
        var token = tokens.peek();
        if (tokens.atAny(BARE)) {
            tokens.next();
            return Optional.of(plain(token.line(), token.text(), List.of()));
        }
        if (!tokens.ahead(1).isSymbol("(")) {
            return Optional.empty();
        }
        if (tokens.atAny(RESERVED)) {
            tokens.next();
            return Optional.of(grammar.calls.call(token.line(), List.of(token.text())));
        }
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "CAST" -> Optional.of(cast(false));
            case "TRY_CAST" -> Optional.of(cast(true));
            case "CONVERT" -> Optional.of(convert(false));
            case "TRY_CONVERT" -> Optional.of(convert(true));
            case "IIF" -> Optional.of(iif());
            case "COALESCE" -> Optional.of(coalesce());
            case "NULLIF" -> Optional.of(nullif());
            case "TRIM" -> Optional.of(trim());
            default -> Optional.empty();
        };
    }

    private Expression cast(boolean tolerant) {
        int line = tokens.next().line();
        tokens.expectSymbol("(");
        var operand = grammar.expressions.value();
        tokens.expect("as");
        var type = grammar.names.type();
        tokens.expectSymbol(")");
        return new Expression.Cast(line, operand, type, Optional.empty(), tolerant);
    }

    private Expression convert(boolean tolerant) {
        int line = tokens.next().line();
        tokens.expectSymbol("(");
        var type = grammar.names.type();
        tokens.expectSymbol(",");
        var operand = grammar.expressions.value();
        Optional<Expression> style =
                tokens.acceptSymbol(",") ? Optional.of(grammar.expressions.value()) : Optional.empty();
        tokens.expectSymbol(")");
        return new Expression.Cast(line, operand, type, style, tolerant);
    }

    private Expression iif() {
        var name = tokens.next();
        tokens.expectSymbol("(");
        int line = tokens.line();
        var condition = new Expression.ConditionArgument(line, grammar.conditions.condition());
        tokens.expectSymbol(",");
        var then = grammar.expressions.value();
        tokens.expectSymbol(",");
        var otherwise = grammar.expressions.value();
        tokens.expectSymbol(")");
        return plain(name.line(), name.text(), List.of(condition, then, otherwise));
    }

    private Expression coalesce() {
        var name = tokens.next();
        tokens.expectSymbol("(");
        var first = grammar.expressions.value();
        if (!tokens.atSymbol(",")) {
            throw tokens.fault();
        }
        var arguments = more(first);
        tokens.expectSymbol(")");
        return plain(name.line(), name.text(), arguments);
    }

    private Expression nullif() {
        var name = tokens.next();
        tokens.expectSymbol("(");
        var value = grammar.expressions.value();
        tokens.expectSymbol(",");
        var other = grammar.expressions.value();
        tokens.expectSymbol(")");
        return plain(name.line(), name.text(), List.of(value, other));
    }

    /** {@code TRIM('x' FROM a)} comes as TRIM(a, 'x'). */
    private Expression trim() {
        var name = tokens.next();
        tokens.expectSymbol("(");
        var first = grammar.expressions.value();
        var arguments = tokens.accept("from") ? List.of(grammar.expressions.value(), first) : more(first);
        tokens.expectSymbol(")");
        return plain(name.line(), name.text(), arguments);
    }

    private List<Expression> more(Expression first) {
        var arguments = new ArrayList<Expression>();
        arguments.add(first);
        while (tokens.acceptSymbol(",")) {
            arguments.add(grammar.expressions.value());
        }
        return arguments;
    }

    private static Expression.Call plain(int line, String name, List<Expression> arguments) {
        return new Expression.Call(line, List.of(name), arguments, false, false, Optional.empty(), List.of());
    }

    /** ODBC's <code>{fn f(a)}</code>, <code>{ts 'x'}</code>, <code>{d 'x'}</code> and <code>{t 'x'}</code>. */
    Expression escape() {
        int line = tokens.expectSymbol("{").line();
        Expression result;
        if (tokens.accept("fn")) {
            var name = tokens.next();
            String plain = ODBC.getOrDefault(name.text().toUpperCase(Locale.ROOT), name.text());
            result = plain(name.line(), plain, grammar.calls.arguments());
        } else if (tokens.accept("ts") || tokens.accept("d") || tokens.accept("t")) {
            var text = new Expression.StringLiteral(tokens.line(), tokens.expectString(), false);
            var type = new TypeName(line, "datetime", OptionalInt.empty(), OptionalInt.empty(), false);
            result = new Expression.Cast(line, text, type, Optional.empty(), false);
        } else {
            throw tokens.fault();
        }
        tokens.expectSymbol("}");
        return result;
    }
}
