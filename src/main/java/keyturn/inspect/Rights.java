package keyturn.inspect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Permission;

/**
 * What the login may do on the server, as the server itself says.
 *
 * @param held names of server permissions, effective ones: through roles and wider permissions too
 * @param version major version; from 16 (2022) VIEW SERVER STATE and VIEW ANY DEFINITION are parted in two each
 */
record Rights(Set<String> held, int version) {

    /** Every server permission that a read or a step of a flow can need. A name that a version lacks counts as not held. */
    static final List<String> ASKED = List.of(
            "CONTROL SERVER",
            "VIEW SERVER STATE",
            "VIEW SERVER SECURITY STATE",
            "VIEW SERVER PERFORMANCE STATE",
            "VIEW ANY DEFINITION",
            "VIEW ANY SECURITY DEFINITION",
            "VIEW ANY DATABASE",
            "ALTER ANY CREDENTIAL",
            "ALTER ANY LOGIN",
            "ALTER SETTINGS",
            "CREATE ANY DATABASE",
            "VIEW ANY ERROR LOG");

    /** Permissions in databases of the system that everybody has. */
    static final List<Permission> IN_SYSTEM =
            List.of(new Permission("CREATE ASYMMETRIC KEY", "master"), new Permission("SELECT", "msdb"));

    /** A role, of which the server says whether the login is a member: asked in master. */
    static final Permission ROLE = Permission.OWNER_OF_MASTER;

    private static final int PARTED = 16;

    Rights {
        held = Set.copyOf(held);
    }

    static Rights of(Row who, int version) {
        Stream<String> inSystem = IN_SYSTEM.stream().map(Rights::column).filter(who::yes);
        Stream<String> role = Stream.of(column(ROLE)).filter(who::yes);
        return new Rights(
                Stream.of(ASKED.stream().filter(who::yes), inSystem, role)
                        .flatMap(names -> names)
                        .collect(Collectors.toSet()),
                version);
    }

    /** The name under which the server answers whether it is held. */
    static String column(Permission inDatabase) {
        return inDatabase.name() + " in " + inDatabase.securable();
    }

    /** As the catalog of permissions lists them. */
    List<Permission> list() {
        return Stream.concat(
                        ASKED.stream().filter(held::contains).map(Permission::onServer),
                        Stream.concat(IN_SYSTEM.stream(), Stream.of(ROLE)).filter(one -> held.contains(column(one))))
                .toList();
    }

    Need securityState() {
        return version >= PARTED
                ? Need.of("VIEW SERVER SECURITY STATE", "VIEW SERVER STATE")
                : Need.of("VIEW SERVER STATE");
    }

    Need performanceState() {
        return version >= PARTED
                ? Need.of("VIEW SERVER PERFORMANCE STATE", "VIEW SERVER STATE")
                : Need.of("VIEW SERVER STATE");
    }

    /** Without it the catalog shows less, and says nothing: metadata visibility filters rows. */
    Need definitions() {
        return Need.of("VIEW ANY DEFINITION", "VIEW ANY SECURITY DEFINITION");
    }

    Need credentials() {
        return Need.of("VIEW ANY DEFINITION", "VIEW ANY SECURITY DEFINITION", "ALTER ANY CREDENTIAL");
    }

    Need everyDatabase() {
        return Need.of("VIEW ANY DATABASE");
    }

    /** Tables of msdb that show backups and jobs. */
    static Need historyTables() {
        Permission read = new Permission("SELECT", "msdb");
        return new Need(read, Set.of(column(read)));
    }

    Need control() {
        return Need.of("CONTROL SERVER");
    }

    Need logShipping() {
        return historyTables();
    }

    boolean meet(Need need) {
        return held.contains("CONTROL SERVER") || need.enough().stream().anyMatch(held::contains);
    }

    /**
     * A permission that a read needs.
     *
     * @param least the smallest that suffices: what the user is told
     * @param enough each of these alone suffices
     */
    record Need(Permission least, Set<String> enough) {
        static Need of(String least, String... others) {
            Set<String> enough = new java.util.HashSet<>(Set.of(others));
            enough.add(least);
            return new Need(Permission.onServer(least), Set.copyOf(enough));
        }
    }
}
