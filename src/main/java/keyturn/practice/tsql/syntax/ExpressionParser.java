package keyturn.practice.tsql.syntax;

import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.syntax.Expression.BinaryOperator;
import keyturn.practice.tsql.syntax.Expression.ConditionArgument;
import keyturn.practice.tsql.syntax.Expression.UnaryOperator;

/**
 * Operators of values. Where a condition may begin, the first operand may turn out to be a condition in parentheses; it
 * then comes back as a {@link ConditionArgument} and takes no operator, so that nothing is read twice.
 */
final class ExpressionParser {

    /** The bit operators stand on the level of plus. */
    private static final Map<String, BinaryOperator> SUMS = Map.of(
            "+", BinaryOperator.ADD,
            "-", BinaryOperator.SUBTRACT,
            "&", BinaryOperator.BIT_AND,
            "|", BinaryOperator.BIT_OR,
            "^", BinaryOperator.BIT_XOR);

    private static final Map<String, BinaryOperator> PRODUCTS =
            Map.of("*", BinaryOperator.MULTIPLY, "/", BinaryOperator.DIVIDE, "%", BinaryOperator.MODULO);

    private final Grammar grammar;
    private final TokenStream tokens;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Expression value() {
        return sum(false);
    }

    Expression valueOrCondition() {
        return sum(true);
    }

    private Expression sum(boolean condition) {
        tokens.deeper();
        var left = product(condition);
        for (var operator = operator(SUMS); operator.isPresent(); operator = operator(SUMS)) {
            left = binary(left, operator.get(), false);
        }
        tokens.shallower();
        return left;
    }

    private Expression product(boolean condition) {
        var left = unary(condition);
        for (var operator = operator(PRODUCTS); operator.isPresent(); operator = operator(PRODUCTS)) {
            left = binary(left, operator.get(), true);
        }
        return left;
    }

    private Expression binary(Expression left, BinaryOperator operator, boolean product) {
        if (left instanceof ConditionArgument) {
            throw tokens.fault();
        }
        int line = tokens.next().line();
        return new Expression.Binary(line, operator, left, product ? unary(false) : product(false));
    }

    private Optional<BinaryOperator> operator(Map<String, BinaryOperator> level) {
        var token = tokens.peek();
        return token.kind() == Token.Kind.SYMBOL ? Optional.ofNullable(level.get(token.text())) : Optional.empty();
    }

    /** A sign binds less than a product: {@code -a / b} is {@code -(a / b)}, also to the right of an operator. */
    private Expression unary(boolean condition) {
        int line = tokens.line();
        boolean minus = tokens.atSymbol("-");
        if (minus || tokens.atSymbol("+")) {
            tokens.next();
            tokens.deeper();
            var operand = product(false);
            tokens.shallower();
            return new Expression.Unary(line, minus ? UnaryOperator.MINUS : UnaryOperator.PLUS, operand);
        }
        if (tokens.acceptSymbol("~")) {
            tokens.deeper();
            var operand = unary(false);
            tokens.shallower();
            return new Expression.Unary(line, UnaryOperator.BIT_NOT, operand);
        }
        return grammar.primaries.primary(condition);
    }
}
