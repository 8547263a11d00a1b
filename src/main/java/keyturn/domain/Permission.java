package keyturn.domain;

/**
 * A permission of SQL Server by its own name.
 *
 * @param name such as {@code VIEW SERVER STATE}
 * @param securable what it is held on: {@code server}, or a database's name
 */
public record Permission(String name, String securable) {

    public static final Permission CONTROL_SERVER = onServer("CONTROL SERVER");

    public static final Permission ALTER_ANY_CREDENTIAL = onServer("ALTER ANY CREDENTIAL");

    /** In master, where the keys of TDE are. */
    public static final Permission CREATE_ASYMMETRIC_KEY = new Permission("CREATE ASYMMETRIC KEY", "master");

    /** Held by the fixed roles sysadmin and serveradmin. */
    public static final Permission ALTER_SETTINGS = onServer("ALTER SETTINGS");

    public static final Permission ALTER_ANY_LOGIN = onServer("ALTER ANY LOGIN");

    /** Covers the loaded modules on every version; newer ones know narrower permissions too. */
    public static final Permission VIEW_SERVER_STATE = onServer("VIEW SERVER STATE");

    /** Membership in the role, which is no permission: a run's lock belongs to {@code dbo} of master (document: sp_getapplock). */
    public static final Permission OWNER_OF_MASTER = new Permission("db_owner", "master");

    /** Held by membership in a fixed role of a database. */
    public boolean isRole() {
        return name.startsWith("db_");
    }

    public static Permission onServer(String name) {
        return new Permission(name, "server");
    }
}
