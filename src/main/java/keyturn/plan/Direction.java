package keyturn.plan;

/** Where a plan leads. Only forward plans are made from choices; the others are made from a run. */
public enum Direction {
    /** To what the DBA chose. */
    FORWARD,
    /** Back to where the server was before the run. */
    BACK,
    /** Out of a state that a failed step left behind, and no further: such as the ENABLE of a provider. */
    REPAIR
}
