package keyturn.practice.tsql.query;

/** A condition outside a query, as IF has it. */
@FunctionalInterface
public interface BoundCondition {

    /** Whether it is true now; "unknown" is not true. */
    boolean holds();
}
