package keyturn.practice.contract;

/**
 * A batch and what must come back.
 *
 * @param expected its columns are empty where the contract says nothing of them
 */
record Batch(String sql, Answer expected) {}
