package keyturn.plan.flow;

/** How the DBA wants a database's key tested; without a choice it is LOG where a log chain exists, else FULL. */
public enum TestChoice {
    /** A copy-only log backup to nowhere. */
    LOG,
    /** A copy-only full backup to nowhere. */
    FULL,
    /** A database snapshot that is dropped at once: since 2019, without In-Memory data. */
    SNAPSHOT,
    /** The DBA's own backup job is watched; Keyturn sends no backup. */
    OWN,
    /** Not tested: the verdict cannot be told. */
    SKIP
}
