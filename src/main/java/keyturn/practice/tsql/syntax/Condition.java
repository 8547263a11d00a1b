package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** A condition as written; T-SQL keeps conditions and expressions apart. */
public sealed interface Condition {

    int line();

    /** {@code a = b}: line is the operator's. */
    record Compare(int line, Comparison operator, Expression left, Expression right) implements Condition {}

    /** {@code a = ANY (SELECT ...)}, {@code a > ALL (SELECT ...)}. */
    record Quantified(int line, Comparison operator, Expression left, boolean all, Query query) implements Condition {}

    /** {@code a LIKE 'x%' ESCAPE '!'}. */
    record Like(int line, Expression operand, Expression pattern, Optional<Expression> escape, boolean negated)
            implements Condition {}

    /** {@code a BETWEEN 1 AND 2}. */
    record Between(int line, Expression operand, Expression low, Expression high, boolean negated)
            implements Condition {}

    /** {@code a IN (1, 2)}. */
    record InList(int line, Expression operand, List<Expression> values, boolean negated) implements Condition {
        public InList {
            values = List.copyOf(values);
        }
    }

    /** {@code a IN (SELECT ...)}. */
    record InQuery(int line, Expression operand, Query query, boolean negated) implements Condition {}

    /** {@code EXISTS (SELECT ...)}. */
    record Exists(int line, Query query) implements Condition {}

    /** {@code a IS NULL}. */
    record IsNull(int line, Expression operand, boolean negated) implements Condition {}

    /** {@code a AND b}. */
    record And(int line, Condition left, Condition right) implements Condition {}

    /** {@code a OR b}. */
    record Or(int line, Condition left, Condition right) implements Condition {}

    /** {@code NOT a}. */
    record Not(int line, Condition operand) implements Condition {}

    /** Comparison operators; {@code !<} and {@code !>} arrive as GREATER_OR_EQUAL and LESS_OR_EQUAL. */
    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }
}
