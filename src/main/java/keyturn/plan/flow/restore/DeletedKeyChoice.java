package keyturn.plan.flow.restore;

/** What is done where the vault still has the key as a deleted one. */
public enum DeletedKeyChoice {
    /** Nothing: there is no plan, and the DBA decides. */
    STOP,
    /** It is recovered, which brings back what the backup has, and what came later. */
    RECOVER
}
