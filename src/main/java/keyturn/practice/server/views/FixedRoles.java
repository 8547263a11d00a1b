package keyturn.practice.server.views;

import java.util.List;
import java.util.Map;
import java.util.Set;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.User;

/** What the roles that every server and every database has may do; nobody can change it. */
final class FixedRoles {

    private static final Map<Integer, Set<String>> OF_SERVER = Map.of(
            Login.PUBLIC,
            Set.of(),
            Login.SYSADMIN,
            Set.of("CONTROL SERVER"),
            4,
            Set.of("ALTER ANY LOGIN"),
            5,
            Set.of(
                    "ALTER ANY ENDPOINT",
                    "ALTER RESOURCES",
                    "ALTER SERVER STATE",
                    "ALTER SETTINGS",
                    "SHUTDOWN",
                    "VIEW SERVER STATE"),
            6,
            Set.of("ALTER ANY LINKED SERVER"),
            7,
            Set.of("ALTER ANY CONNECTION", "ALTER SERVER STATE"),
            8,
            Set.of("ALTER RESOURCES"),
            9,
            Set.of("ALTER ANY DATABASE", "CREATE ANY DATABASE"),
            10,
            Set.of("ADMINISTER BULK OPERATIONS"));

    private static final Map<Integer, Set<String>> OF_DATABASE = Map.of(
            User.DB_OWNER,
            Set.of("CONTROL"),
            16385,
            Set.of("ALTER ANY USER", "CONNECT", "CREATE SCHEMA"),
            16386,
            Set.of("ALTER ANY APPLICATION ROLE", "ALTER ANY ROLE", "CREATE SCHEMA", "VIEW DEFINITION"),
            16387,
            Set.of(
                    "ALTER ANY ASSEMBLY",
                    "ALTER ANY ASYMMETRIC KEY",
                    "ALTER ANY CERTIFICATE",
                    "ALTER ANY CONTRACT",
                    "ALTER ANY DATABASE DDL TRIGGER",
                    "ALTER ANY DATABASE EVENT NOTIFICATION",
                    "ALTER ANY DATASPACE",
                    "ALTER ANY FULLTEXT CATALOG",
                    "ALTER ANY MESSAGE TYPE",
                    "ALTER ANY REMOTE SERVICE BINDING",
                    "ALTER ANY ROUTE",
                    "ALTER ANY SCHEMA",
                    "ALTER ANY SERVICE",
                    "ALTER ANY SYMMETRIC KEY",
                    "CHECKPOINT",
                    "CREATE AGGREGATE",
                    "CREATE DEFAULT",
                    "CREATE FUNCTION",
                    "CREATE PROCEDURE",
                    "CREATE QUEUE",
                    "CREATE RULE",
                    "CREATE SYNONYM",
                    "CREATE TABLE",
                    "CREATE TYPE",
                    "CREATE VIEW",
                    "CREATE XML SCHEMA COLLECTION",
                    "REFERENCES"),
            16389,
            Set.of("BACKUP DATABASE", "BACKUP LOG", "CHECKPOINT"),
            16390,
            Set.of("SELECT"),
            16391,
            Set.of("DELETE", "INSERT", "UPDATE"));

    private static final Map<Integer, Set<String>> DENIED =
            Map.of(16392, Set.of("SELECT"), 16393, Set.of("DELETE", "INSERT", "UPDATE"));

    /** The roles that came with SQL Server 2022, by name; their ids follow on those of the others. */
    private static final List<Map.Entry<String, Set<String>>> OF_2022 = List.of(
            Map.entry("##MS_DatabaseConnector##", Set.of("CONNECT ANY DATABASE")),
            Map.entry("##MS_LoginManager##", Set.of("CREATE LOGIN", "ALTER ANY LOGIN")),
            Map.entry("##MS_DatabaseManager##", Set.of("CREATE ANY DATABASE", "ALTER ANY DATABASE")),
            Map.entry("##MS_ServerStateReader##", Set.of("VIEW SERVER STATE")),
            Map.entry("##MS_ServerStateManager##", Set.of("ALTER SERVER STATE")),
            Map.entry("##MS_DefinitionReader##", Set.of("VIEW ANY DEFINITION")),
            Map.entry("##MS_PerformanceDefinitionReader##", Set.of("VIEW ANY PERFORMANCE DEFINITION")),
            Map.entry("##MS_SecurityDefinitionReader##", Set.of("VIEW ANY SECURITY DEFINITION")),
            Map.entry("##MS_ServerPerformanceStateReader##", Set.of("VIEW SERVER PERFORMANCE STATE")),
            Map.entry("##MS_ServerSecurityStateReader##", Set.of("VIEW SERVER SECURITY STATE")));

    private FixedRoles() {}

    static boolean server(Set<Integer> tokens, Set<String> logins, String permission) {
        return tokens.stream().anyMatch(t -> OF_SERVER.getOrDefault(t, Set.of()).contains(permission))
                || OF_2022.stream()
                        .anyMatch(
                                r -> logins.contains(r.getKey()) && r.getValue().contains(permission));
    }

    static boolean database(Set<Integer> tokens, String permission) {
        return tokens.stream()
                .anyMatch(t -> OF_DATABASE.getOrDefault(t, Set.of()).contains(permission));
    }

    static boolean denied(Set<Integer> tokens, String permission) {
        return tokens.stream().anyMatch(t -> DENIED.getOrDefault(t, Set.of()).contains(permission));
    }
}
