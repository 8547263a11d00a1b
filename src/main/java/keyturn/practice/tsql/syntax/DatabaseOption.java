package keyturn.practice.tsql.syntax;

/** Options of a database that can be set; the last three are recovery models. */
public enum DatabaseOption {
    OFFLINE,
    ONLINE,
    READ_ONLY,
    READ_WRITE,
    SINGLE_USER,
    RESTRICTED_USER,
    MULTI_USER,
    FULL,
    BULK_LOGGED,
    SIMPLE;

    public boolean recovery() {
        return this == FULL || this == BULK_LOGGED || this == SIMPLE;
    }
}
