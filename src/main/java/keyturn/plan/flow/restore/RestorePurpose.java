package keyturn.plan.flow.restore;

/** What a restore is for. */
public enum RestorePurpose {
    /** The key is lost. */
    LOST_KEY,
    /** To see that the backup restores: into a scratch vault, where the key stays. */
    DRILL,
    /** The same, and the key is deleted there afterwards; it can be recovered. */
    DRILL_AND_DELETE;

    public boolean isDrill() {
        return this != LOST_KEY;
    }
}
