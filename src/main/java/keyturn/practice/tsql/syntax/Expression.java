package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** A scalar expression as written. {@code line} is the line of its first telling token, from 1. */
public sealed interface Expression {

    int line();

    /** {@code NULL}. */
    record NullLiteral(int line) implements Expression {}

    /** {@code 42}: int if it fits, else decimal. */
    record IntegerLiteral(int line, String digits) implements Expression {}

    /** {@code 1.50}: decimal. */
    record DecimalLiteral(int line, String text) implements Expression {}

    /** {@code 1e3}: float. */
    record FloatLiteral(int line, String text) implements Expression {}

    /** {@code $12.5}: money; text without the currency sign, 0 where nothing follows it. */
    record MoneyLiteral(int line, String text) implements Expression {}

    /** {@code 'x'} or, national, {@code N'x'}; text is unquoted. */
    record StringLiteral(int line, String text, boolean national) implements Expression {}

    /** {@code 0x0AFF}; digits without the prefix, an odd count padded on the left. */
    record BinaryLiteral(int line, String digits) implements Expression {}

    /** {@code a}, {@code t.a}, {@code sys.databases.name}, {@code master.sys.databases.name}: one to four parts. */
    record ColumnName(int line, List<String> parts) implements Expression {
        public ColumnName {
            parts = List.copyOf(parts);
        }
    }

    /** {@code @x}; name with its sign. */
    record Variable(int line, String name) implements Expression {}

    /** {@code @@x}; name without its signs. */
    record GlobalVariable(int line, String name) implements Expression {}

    /** {@code -a}, {@code +a}, {@code ~a}. */
    record Unary(int line, UnaryOperator operator, Expression operand) implements Expression {}

    /** {@code a + b}: line is the operator's. */
    record Binary(int line, BinaryOperator operator, Expression left, Expression right) implements Expression {}

    /** {@code CASE a WHEN 1 THEN b ELSE c END}. */
    record SimpleCase(int line, Expression input, List<When> branches, Optional<Expression> otherwise)
            implements Expression {
        public SimpleCase {
            branches = List.copyOf(branches);
        }
    }

    /** {@code CASE WHEN a = 1 THEN b ELSE c END}; {@code IIF} and {@code CHOOSE} stay function calls. */
    record SearchedCase(int line, List<WhenTrue> branches, Optional<Expression> otherwise) implements Expression {
        public SearchedCase {
            branches = List.copyOf(branches);
        }
    }

    /** {@code CAST(a AS t)}, {@code TRY_CAST}, {@code CONVERT(t, a, style)}, {@code TRY_CONVERT}, {@code PARSE}-less. */
    record Cast(int line, Expression operand, TypeName type, Optional<Expression> style, boolean tolerant)
            implements Expression {}

    /**
     * {@code f(a, b)}, {@code COUNT(*)}, {@code COUNT(DISTINCT a)}, {@code ROW_NUMBER() OVER (...)},
     * {@code STRING_AGG(a, ',') WITHIN GROUP (ORDER BY a)}, {@code CURRENT_TIMESTAMP} and other calls without
     * parentheses. Names may have several parts. Date parts (DATEADD, DATEDIFF, DATEPART, DATENAME) arrive as a
     * one-part {@link ColumnName}. IIF's condition arrives as {@link ConditionArgument}.
     */
    record Call(
            int line,
            List<String> name,
            List<Expression> arguments,
            boolean distinct,
            boolean star,
            Optional<Over> over,
            List<OrderItem> withinGroup)
            implements Expression {
        public Call {
            name = List.copyOf(name);
            arguments = List.copyOf(arguments);
            withinGroup = List.copyOf(withinGroup);
        }
    }

    /** A condition where a function takes one: the first argument of IIF. */
    record ConditionArgument(int line, Condition condition) implements Expression {}

    /** {@code (SELECT ...)} as a value. */
    record Subquery(int line, Query query) implements Expression {}

    /** {@code a COLLATE Latin1_General_CS_AS}. */
    record Collate(int line, Expression operand, String collation) implements Expression {}

    /** {@code a AT TIME ZONE 'UTC'}. */
    record AtTimeZone(int line, Expression operand, Expression zone) implements Expression {}

    /** {@code x.value('...', 'nvarchar(max)')} and its kin on an XML value. */
    record MethodCall(int line, Expression target, String method, List<Expression> arguments) implements Expression {
        public MethodCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** A branch of a simple CASE. */
    record When(Expression value, Expression result) {}

    /** A branch of a searched CASE. */
    record WhenTrue(Condition condition, Expression result) {}

    /** {@code OVER (PARTITION BY ... ORDER BY ... ROWS ...)}; frame is empty where none is written. */
    record Over(List<Expression> partition, List<OrderItem> order, Optional<Frame> frame) {
        public Over {
            partition = List.copyOf(partition);
            order = List.copyOf(order);
        }
    }

    /** {@code ROWS BETWEEN from AND to}. */
    record Frame(boolean rows, Bound from, Bound to) {}

    /** An end of a frame; the offset is 0 unless the kind needs one. */
    record Bound(BoundKind kind, int offset) {}

    /** Where a frame ends. */
    enum BoundKind {
        UNBOUNDED_PRECEDING,
        PRECEDING,
        CURRENT_ROW,
        FOLLOWING,
        UNBOUNDED_FOLLOWING
    }

    /** One entry of an ORDER BY. */
    record OrderItem(Expression expression, boolean descending) {}

    /** Operators before an operand. */
    enum UnaryOperator {
        MINUS,
        PLUS,
        BIT_NOT
    }

    /** Operators between operands. */
    enum BinaryOperator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MODULO,
        BIT_AND,
        BIT_OR,
        BIT_XOR
    }
}
