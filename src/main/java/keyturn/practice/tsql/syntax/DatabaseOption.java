package keyturn.practice.tsql.syntax;

/** Options of a database that can be set; among them what SET ENCRYPTION does, and the recovery models. */
public enum DatabaseOption {
    OFFLINE,
    ONLINE,
    READ_ONLY,
    READ_WRITE,
    SINGLE_USER,
    RESTRICTED_USER,
    MULTI_USER,
    ENCRYPTION_ON,
    ENCRYPTION_OFF,
    ENCRYPTION_SUSPEND,
    ENCRYPTION_RESUME,
    FULL,
    BULK_LOGGED,
    SIMPLE;

    public boolean encryption() {
        return this == ENCRYPTION_ON
                || this == ENCRYPTION_OFF
                || this == ENCRYPTION_SUSPEND
                || this == ENCRYPTION_RESUME;
    }

    public boolean recovery() {
        return this == FULL || this == BULK_LOGGED || this == SIMPLE;
    }
}
