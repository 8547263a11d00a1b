package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Function calls, among them those with a grammar of their own. */
final class CallParser {

    private static final Set<String> BARE =
            Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_USER", "SESSION_USER", "SYSTEM_USER", "USER");

    /** Reserved words that are functions before a parenthesis. */
    private static final Set<String> RESERVED = Set.of("COALESCE", "NULLIF", "LEFT", "RIGHT");

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

    CallParser(Grammar grammar) {
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
            return Optional.of(call(token.line(), List.of(token.text())));
        }
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "CAST" -> Optional.of(cast(false));
            case "TRY_CAST" -> Optional.of(cast(true));
            case "CONVERT" -> Optional.of(convert(false));
            case "TRY_CONVERT" -> Optional.of(convert(true));
            case "IIF" -> Optional.of(iif());
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

    private static Expression.Call plain(int line, String name, List<Expression> arguments) {
        return new Expression.Call(line, List.of(name), arguments, false, false, Optional.empty(), List.of());
    }

    /** The arguments and all that follows them; the name is read. */
    Expression call(int line, List<String> name) {
        tokens.expectSymbol("(");
        boolean star = tokens.acceptSymbol("*");
        boolean distinct = !star && tokens.accept("distinct");
        if (!star && !distinct) {
            tokens.accept("all");
        }
        var arguments = star ? List.<Expression>of() : argumentsToEnd(distinct);
        if (star) {
            tokens.expectSymbol(")");
        }
        var withinGroup = withinGroup();
        var over = over();
        return new Expression.Call(line, name, arguments, distinct, star, over, withinGroup);
    }

    /** {@code (a, b)}, with its parentheses. */
    List<Expression> arguments() {
        tokens.expectSymbol("(");
        return argumentsToEnd(false);
    }

    /** A row of VALUES: as arguments, but never empty. */
    List<Expression> row() {
        tokens.expectSymbol("(");
        return argumentsToEnd(true);
    }

    private List<Expression> argumentsToEnd(boolean needed) {
        var arguments = new ArrayList<Expression>();
        if (needed || !tokens.atSymbol(")")) {
            do {
                arguments.add(argument());
            } while (tokens.acceptSymbol(","));
        }
        tokens.expectSymbol(")");
        return arguments;
    }

    /** DEFAULT stands for a parameter's own value and arrives as a column of that name. */
    private Expression argument() {
        var token = tokens.peek();
        if (tokens.accept("default")) {
            return new Expression.ColumnName(token.line(), List.of(token.text()));
        }
        return grammar.expressions.value();
    }

    private List<Expression.OrderItem> withinGroup() {
        if (!tokens.at("within", "group")) {
            return List.of();
        }
        tokens.next();
        tokens.next();
        tokens.expectSymbol("(");
        var items = grammar.queries.orderBy();
        if (items.isEmpty()) {
            throw tokens.fault();
        }
        tokens.expectSymbol(")");
        return items;
    }

    private Optional<Expression.Over> over() {
        if (!tokens.accept("over")) {
            return Optional.empty();
        }
        tokens.expectSymbol("(");
        var partition = new ArrayList<Expression>();
        if (tokens.accept("partition")) {
            tokens.expect("by");
            do {
                partition.add(grammar.expressions.value());
            } while (tokens.acceptSymbol(","));
        }
        var order = grammar.queries.orderBy();
        var frame = order.isEmpty() ? Optional.<Expression.Frame>empty() : frame();
        tokens.expectSymbol(")");
        return Optional.of(new Expression.Over(partition, order, frame));
    }

    private Optional<Expression.Frame> frame() {
        boolean rows = tokens.accept("rows");
        if (!rows && !tokens.accept("range")) {
            return Optional.empty();
        }
        if (!tokens.accept("between")) {
            var current = new Expression.Bound(Expression.BoundKind.CURRENT_ROW, 0);
            return Optional.of(new Expression.Frame(rows, bound(), current));
        }
        var from = bound();
        tokens.expect("and");
        return Optional.of(new Expression.Frame(rows, from, bound()));
    }

    private Expression.Bound bound() {
        if (tokens.accept("current")) {
            tokens.expect("row");
            return new Expression.Bound(Expression.BoundKind.CURRENT_ROW, 0);
        }
        var offset = tokens.accept("unbounded") ? OptionalInt.empty() : OptionalInt.of(offset());
        boolean following = tokens.accept("following");
        if (!following) {
            tokens.expect("preceding");
        }
        if (offset.isPresent()) {
            var kind = following ? Expression.BoundKind.FOLLOWING : Expression.BoundKind.PRECEDING;
            return new Expression.Bound(kind, offset.getAsInt());
        }
        return new Expression.Bound(
                following ? Expression.BoundKind.UNBOUNDED_FOLLOWING : Expression.BoundKind.UNBOUNDED_PRECEDING, 0);
    }

    private int offset() {
        var token = tokens.expect(Token.Kind.INTEGER);
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException tooLarge) {
            throw Faults.near(token.line(), token.text());
        }
    }

    /** ODBC's <code>{fn f(a)}</code>, <code>{ts 'x'}</code>, <code>{d 'x'}</code> and <code>{t 'x'}</code>. */
    Expression escape() {
        int line = tokens.expectSymbol("{").line();
        Expression result;
        if (tokens.accept("fn")) {
            var name = tokens.next();
            String plain = ODBC.getOrDefault(name.text().toUpperCase(Locale.ROOT), name.text());
            result = plain(name.line(), plain, arguments());
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
