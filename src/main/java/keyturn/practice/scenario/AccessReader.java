package keyturn.practice.scenario;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Access;
import keyturn.practice.server.state.Grant;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Member;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;
import keyturn.practice.tsql.types.Prevailing;

/** What logins may do as a scenario begins: 'sysadmin', 'permissions' on the server, 'databases' that they have a user in. */
final class AccessReader {

    private static final List<String> SYSTEM = List.of("master", "tempdb", "model", "msdb");
    private static final int FIRST_ENDPOINT = 2;
    private static final int LAST_ENDPOINT = 5;

    private final List<String> databases;
    private Access access = Access.NONE;

    AccessReader(Entry root) {
        databases = root.texts("databases", "name").stream()
                .map(Prevailing.server()::key)
                .toList();
        access = access.with(new Member(0, Login.SYSADMIN, Login.SA));
        grant(Securable.SERVER, "CONNECT SQL", Login.SA);
        grant(Securable.SERVER, "VIEW ANY DATABASE", Login.PUBLIC);
        for (int id = FIRST_ENDPOINT; id <= LAST_ENDPOINT; id++) {
            grant(new Securable(SecurableKind.ENDPOINT, 0, 0, id), "CONNECT", Login.PUBLIC);
        }
        for (int id : List.of(1, 2, 4)) {
            grant(Securable.database(id), "CONNECT", User.GUEST);
        }
    }

    private void grant(Securable on, String permission, int grantee) {
        access = access.with(new Grant(on, permission, grantee, 1, Grant.State.GRANTED));
    }

    void add(Login login, Entry entry) {
        grant(Securable.SERVER, "CONNECT SQL", login.id());
        entry.words("permissions").forEach(p -> grant(Securable.SERVER, p, login.id()));
        if (entry.flag("sysadmin", false)) {
            access = access.with(new Member(0, Login.SYSADMIN, login.id()));
        }
        entry.words("databases").forEach(name -> enter(login, database(entry, name)));
    }

    private void enter(Login login, int database) {
        int id = User.FIRST_OWN
                + (int) access.users().stream()
                        .filter(u -> u.database() == database)
                        .count();
        User.Kind kind = login.kind() == Login.Kind.ASYMMETRIC_KEY ? User.Kind.ASYMMETRIC_KEY : User.Kind.SQL;
        access = access.with(
                new User(database, id, login.name(), Optional.of(login.sid()), kind, "dbo", 0, login.created()));
        grant(Securable.database(database), "CONNECT", id);
    }

    /** Ids follow the order of the file, behind the system's. */
    private int database(Entry entry, String name) {
        String wanted = Prevailing.server().key(name);
        int system = SYSTEM.indexOf(wanted);
        int own = databases.indexOf(wanted);
        if (system < 0 && own < 0) {
            throw entry.fault("databases", "the login has a user in '" + name + "', which is not among 'databases'");
        }
        return system >= 0 ? system + 1 : own + SYSTEM.size() + 1;
    }

    Access read() {
        return access;
    }
}
