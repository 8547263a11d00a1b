package keyturn.practice.tsql.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What H2 is known to do otherwise than SQL Server. A column may differ only by what its expression is known for. */
enum Difference {
    /** SUM of int is int in T-SQL, bigint in H2; the values are the same. */
    SUM_OF_INT_IS_BIGINT,
    /** AVG of int cuts off in T-SQL; H2 keeps the fraction. */
    AVG_OF_INT_KEEPS_FRACTION,
    /** A cast from decimal to int cuts off in T-SQL; H2 rounds. */
    CAST_TO_INT_ROUNDS,
    /** A quotient of decimals is cut off at T-SQL's scale; H2 rounds it at another. */
    QUOTIENT_HAS_ANOTHER_SCALE,
    /** COUNT is int in T-SQL, bigint in H2. */
    COUNT_IS_BIGINT,
    /** LEN is int in T-SQL, LENGTH is bigint in H2. */
    LENGTH_IS_BIGINT;

    boolean explainsType(String ours, String theirs) {
        return switch (this) {
            case SUM_OF_INT_IS_BIGINT, COUNT_IS_BIGINT, LENGTH_IS_BIGINT ->
                ours.equals("int") && theirs.equals("bigint");
            case AVG_OF_INT_KEEPS_FRACTION ->
                ours.equals("int") && (theirs.equals("decimal") || theirs.equals("float"));
            case CAST_TO_INT_ROUNDS, QUOTIENT_HAS_ANOTHER_SCALE -> false;
        };
    }

    boolean changesValues() {
        return switch (this) {
            case SUM_OF_INT_IS_BIGINT, COUNT_IS_BIGINT, LENGTH_IS_BIGINT -> false;
            case AVG_OF_INT_KEEPS_FRACTION, CAST_TO_INT_ROUNDS, QUOTIENT_HAS_ANOTHER_SCALE -> true;
        };
    }

    /** Whether two values that differ do so in the way that is known. */
    boolean explainsValue(@Nullable Object ours, @Nullable Object theirs) {
        if (ours == null || theirs == null) {
            return false;
        }
        BigDecimal own = new BigDecimal(ours.toString());
        BigDecimal other = new BigDecimal(theirs.toString());
        return switch (this) {
            case SUM_OF_INT_IS_BIGINT, COUNT_IS_BIGINT, LENGTH_IS_BIGINT -> false;
            case AVG_OF_INT_KEEPS_FRACTION ->
                other.setScale(0, RoundingMode.DOWN).compareTo(own) == 0;
            case CAST_TO_INT_ROUNDS -> own.subtract(other).abs().compareTo(BigDecimal.ONE) <= 0;
            case QUOTIENT_HAS_ANOTHER_SCALE -> own.subtract(other).abs().compareTo(BigDecimal.ONE.movePointLeft(5)) < 0;
        };
    }
}
