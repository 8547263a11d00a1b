package keyturn.run.door;

/** What a refusal is known to mean. Only those that are listed here are known to have changed nothing. */
public enum RefusalKind {
    /** A lock was not to be had, so the statement did not begin: 1222, 33115, 33116. */
    LOCK_NOT_AVAILABLE,
    /** The database wants a log backup before its key is re-encrypted once more; nothing was begun: 33122. */
    LOG_BACKUP_MISSING,
    /** The directory does not know the secret; one that was just made may not have spread to all of its servers yet. */
    SECRET_UNKNOWN,
    /** A vault with roles lets the principal not in; a role that was just assigned may not have spread yet. */
    RIGHTS_MISSING,
    /** Any other: whether something changed all the same, as a provider left disabled, the next look says. */
    OTHER
}
