package keyturn.practice.server.views;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.tsql.SqlError;

/** What a login may do on the server; a sysadmin or a holder of CONTROL SERVER everything. */
public record Rights(Login login, ProductVersion version) {

    public static final String CONTROL_SERVER = "CONTROL SERVER";
    public static final String ALTER_SETTINGS = "ALTER SETTINGS";
    public static final String ALTER_DATABASE = "ALTER ANY DATABASE";

    private static final Set<String> OF_PUBLIC = Set.of("VIEW ANY DATABASE");
    private static final Set<String> KNOWN = Set.of(
            CONTROL_SERVER,
            ALTER_SETTINGS,
            "ADMINISTER BULK OPERATIONS",
            "ALTER ANY AVAILABILITY GROUP",
            "ALTER ANY CONNECTION",
            "ALTER ANY CREDENTIAL",
            "ALTER ANY DATABASE",
            "ALTER ANY ENDPOINT",
            "ALTER ANY EVENT NOTIFICATION",
            "ALTER ANY EVENT SESSION",
            "ALTER ANY LINKED SERVER",
            "ALTER ANY LOGIN",
            "ALTER ANY SERVER AUDIT",
            "ALTER ANY SERVER ROLE",
            "ALTER RESOURCES",
            "ALTER SERVER STATE",
            "ALTER TRACE",
            "AUTHENTICATE SERVER",
            "CONNECT ANY DATABASE",
            "CONNECT SQL",
            "CREATE ANY DATABASE",
            "CREATE AVAILABILITY GROUP",
            "CREATE DDL EVENT NOTIFICATION",
            "CREATE ENDPOINT",
            "CREATE SERVER ROLE",
            "EXTERNAL ACCESS ASSEMBLY",
            "IMPERSONATE ANY LOGIN",
            "SELECT ALL USER SECURABLES",
            "SHUTDOWN",
            "UNSAFE ASSEMBLY",
            "VIEW ANY DATABASE",
            "VIEW ANY DEFINITION",
            "VIEW SERVER STATE");
    private static final Set<String> SINCE_2022 = Set.of(
            "VIEW SERVER SECURITY STATE",
            "VIEW SERVER PERFORMANCE STATE",
            "VIEW ANY SECURITY DEFINITION",
            "VIEW ANY PERFORMANCE DEFINITION",
            "VIEW ANY CRYPTOGRAPHICALLY SECURED DEFINITION",
            "VIEW ANY ERROR LOG",
            "VIEW SERVER SECURITY AUDIT",
            "CREATE LOGIN",
            "CREATE ANY EVENT SESSION");
    private static final Map<String, String> COVERED_BY = Map.of(
            "VIEW SERVER SECURITY STATE", "VIEW SERVER STATE",
            "VIEW SERVER PERFORMANCE STATE", "VIEW SERVER STATE",
            "VIEW SERVER STATE", "ALTER SERVER STATE",
            "VIEW ANY SECURITY DEFINITION", "VIEW ANY DEFINITION",
            "VIEW ANY PERFORMANCE DEFINITION", "VIEW ANY DEFINITION",
            "CREATE ANY DATABASE", "ALTER ANY DATABASE",
            "VIEW ANY DATABASE", "VIEW ANY DEFINITION",
            "CREATE LOGIN", "ALTER ANY LOGIN");

    /** Whether this version knows a server permission of this name, in upper case. */
    public boolean known(String permission) {
        return KNOWN.contains(permission) || (version.year() >= 2022 && SINCE_2022.contains(permission));
    }

    public Set<String> all() {
        Set<String> names = new TreeSet<>(KNOWN);
        if (version.year() >= 2022) {
            names.addAll(SINCE_2022);
        }
        return names;
    }

    public boolean has(String permission) {
        if (login.sysadmin()
                || login.permissions().contains(CONTROL_SERVER)
                || login.permissions().contains(permission)
                || OF_PUBLIC.contains(permission)) {
            return true;
        }
        return Optional.ofNullable(COVERED_BY.get(permission)).map(this::has).orElse(false);
    }

    public boolean mayEnter(Database database) {
        return has("CONNECT ANY DATABASE")
                || (database.id() != 3 && database.system())
                || login.databases().contains(database.name().toLowerCase(Locale.ROOT));
    }

    /** @throws SqlError 300, which 297 follows on the wire */
    public void demandState(Guard guard) {
        String permission = guard.permission(version.year());
        if (!permission.isEmpty() && !has(permission)) {
            throw new SqlError(
                    300, 14, 1, 0, permission + " permission was denied on object 'server', database 'master'.");
        }
    }
}
