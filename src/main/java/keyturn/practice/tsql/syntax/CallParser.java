package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Function calls: arguments, WITHIN GROUP, OVER. */
final class CallParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    CallParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** The arguments and all that follows them; the name is read. */
    Expression call(int line, List<String> name) {
        tokens.expectSymbol("(");
        boolean star = tokens.acceptSymbol("*");
        boolean distinct = !star && tokens.accept("distinct");
        if (!star && !distinct) {
            tokens.accept("all");
        }
        var arguments = star ? List.<Expression>of() : argumentsToEnd(distinct, name.size() > 1);
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
        return argumentsToEnd(false, true);
    }

    /** A row of VALUES: as arguments, but never empty. */
    List<Expression> row() {
        tokens.expectSymbol("(");
        return argumentsToEnd(true, false);
    }

    private List<Expression> argumentsToEnd(boolean needed, boolean defaults) {
        var arguments = new ArrayList<Expression>();
        if (needed || !tokens.atSymbol(")")) {
            do {
                arguments.add(defaults ? argument() : grammar.expressions.value());
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
}
