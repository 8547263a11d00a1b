package keyturn.practice.server.views;

/** What it takes to read a view at all; SQL Server 2022 parted VIEW SERVER STATE in two. */
public enum Guard {
    NONE,
    SECURITY,
    PERFORMANCE;

    /** The permission in a version; empty where everybody may read. */
    String permission(int year) {
        return switch (this) {
            case NONE -> "";
            case SECURITY -> year >= 2022 ? "VIEW SERVER SECURITY STATE" : "VIEW SERVER STATE";
            case PERFORMANCE -> year >= 2022 ? "VIEW SERVER PERFORMANCE STATE" : "VIEW SERVER STATE";
        };
    }
}
