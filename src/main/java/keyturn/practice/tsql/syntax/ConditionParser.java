package keyturn.practice.tsql.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.syntax.Condition.Comparison;
import keyturn.practice.tsql.syntax.Expression.ConditionArgument;

/** Conditions: predicates joined by NOT, AND and OR. */
final class ConditionParser {

    private final Grammar grammar;
    private final TokenStream tokens;

    ConditionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Condition condition() {
        return truth(conditionOrValue());
    }

    /** What stands in parentheses where a condition may: a condition in a wrapper, or a value. */
    Expression conditionOrValue() {
        tokens.deeper();
        var left = conjunction();
        while (tokens.at("or")) {
            var first = truth(left);
            int line = tokens.next().line();
            left = wrapped(new Condition.Or(line, first, truth(conjunction())));
        }
        tokens.shallower();
        return left;
    }

    private Expression conjunction() {
        var left = negation();
        while (tokens.at("and")) {
            var first = truth(left);
            int line = tokens.next().line();
            left = wrapped(new Condition.And(line, first, truth(negation())));
        }
        return left;
    }

    private Expression negation() {
        int line = tokens.line();
        if (!tokens.accept("not")) {
            return predicate();
        }
        tokens.deeper();
        var operand = truth(negation());
        tokens.shallower();
        return wrapped(new Condition.Not(line, operand));
    }

    private Condition truth(Expression expression) {
        if (expression instanceof ConditionArgument argument) {
            return argument.condition();
        }
        throw tokens.notACondition();
    }

    private static Expression wrapped(Condition condition) {
        return new ConditionArgument(condition.line(), condition);
    }

    private Expression predicate() {
        int line = tokens.line();
        if (tokens.accept("exists")) {
            return wrapped(new Condition.Exists(line, inParentheses()));
        }
        var left = grammar.expressions.valueOrCondition();
        if (left instanceof ConditionArgument) {
            return left;
        }
        return predicateOf(left).map(ConditionParser::wrapped).orElse(left);
    }

    private Optional<Condition> predicateOf(Expression left) {
        int line = tokens.line();
        if (tokens.accept("is")) {
            boolean negated = tokens.accept("not");
            tokens.expect("null");
            return Optional.of(new Condition.IsNull(line, left, negated));
        }
        var comparison = comparison();
        if (comparison.isPresent()) {
            return Optional.of(compared(line, comparison.get(), left));
        }
        boolean negated = tokens.accept("not");
        if (tokens.accept("like")) {
            return Optional.of(like(line, left, negated));
        }
        if (tokens.accept("between")) {
            var low = grammar.expressions.value();
            tokens.expect("and");
            return Optional.of(new Condition.Between(line, left, low, grammar.expressions.value(), negated));
        }
        if (tokens.accept("in")) {
            return Optional.of(in(line, left, negated));
        }
        if (negated) {
            throw tokens.fault();
        }
        return Optional.empty();
    }

    private Condition compared(int line, Comparison comparison, Expression left) {
        boolean all = tokens.at("all");
        if (all || tokens.at("any") || tokens.at("some")) {
            tokens.next();
            return new Condition.Quantified(line, comparison, left, all, inParentheses());
        }
        return new Condition.Compare(line, comparison, left, grammar.expressions.value());
    }

    private Condition like(int line, Expression left, boolean negated) {
        var pattern = grammar.expressions.value();
        Optional<Expression> escape = Optional.empty();
        if (tokens.atSymbol("{") && tokens.ahead(1).is("escape")) {
            tokens.next();
            tokens.next();
            escape = Optional.of(grammar.expressions.value());
            tokens.expectSymbol("}");
        } else if (tokens.accept("escape")) {
            escape = Optional.of(grammar.expressions.value());
        }
        return new Condition.Like(line, left, pattern, escape, negated);
    }

    private Condition in(int line, Expression left, boolean negated) {
        tokens.expectSymbol("(");
        if (grammar.queries.begins(0)) {
            var query = grammar.queries.subquery();
            tokens.expectSymbol(")");
            return new Condition.InQuery(line, left, query, negated);
        }
        List<Expression> values = new ArrayList<>();
        do {
            values.add(grammar.expressions.value());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return new Condition.InList(line, left, values, negated);
    }

    private Query inParentheses() {
        tokens.expectSymbol("(");
        var query = grammar.queries.subquery();
        tokens.expectSymbol(")");
        return query;
    }

    /** Two characters of an operator may stand apart. */
    private Optional<Comparison> comparison() {
        if (tokens.acceptSymbol("=")) {
            return Optional.of(Comparison.EQUAL);
        }
        if (tokens.acceptSymbol("<")) {
            if (tokens.acceptSymbol(">")) {
                return Optional.of(Comparison.NOT_EQUAL);
            }
            return Optional.of(tokens.acceptSymbol("=") ? Comparison.LESS_OR_EQUAL : Comparison.LESS);
        }
        if (tokens.acceptSymbol(">")) {
            return Optional.of(tokens.acceptSymbol("=") ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER);
        }
        return tokens.acceptSymbol("!") ? Optional.of(negatedComparison()) : Optional.empty();
    }

    private Comparison negatedComparison() {
        if (tokens.acceptSymbol("<")) {
            return Comparison.GREATER_OR_EQUAL;
        }
        if (tokens.acceptSymbol(">")) {
            return Comparison.LESS_OR_EQUAL;
        }
        tokens.expectSymbol("=");
        return Comparison.NOT_EQUAL;
    }
}
