package keyturn.practice.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseGrant;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Security;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.syntax.Statement;

/**
 * GRANT, REVOKE and CREATE USER: what a script of missing rights needs. Permissions of the server are granted in master
 * to logins, those of a database in it to users, which here have their login's name.
 */
record PermissionStatements(Turn turn) {

    private static final Set<String> OF_DATABASE = Set.of(
            "BACKUP DATABASE", "BACKUP LOG", "CONNECT", "CONTROL", "SELECT", "VIEW DEFINITION", "VIEW DATABASE STATE");

    void permit(Statement.Permit permit) {
        if (!turn.scene().rights().has(Rights.CONTROL_SERVER)) {
            throw Messages.error(4613, 1);
        }
        boolean server = permit.object().isEmpty()
                && permit.permissions().stream().allMatch(turn.scene().rights()::known);
        if (server) {
            onServer(permit);
        } else {
            onDatabase(permit);
        }
    }

    private void onServer(Statement.Permit permit) {
        if (turn.scene().database().id() != 1) {
            throw Messages.error(4621, 10);
        }
        List<Login> logins = permit.principals().stream().map(this::login).toList();
        for (Login login : logins) {
            change(security -> {
                Login current = security.login(login.sid()).orElse(login);
                Set<String> now = new HashSet<>(current.permissions());
                if (permit.grant()) {
                    now.addAll(permit.permissions());
                } else {
                    permit.permissions().forEach(now::remove);
                }
                return security.with(current.permissions(now));
            });
        }
    }

    private Login login(String name) {
        return turn.instance()
                .security()
                .login(name)
                .filter(l -> l.kind() != Login.Kind.ROLE)
                .orElseThrow(() -> Messages.error(15151, 1, "find", "login", name));
    }

    private void onDatabase(Statement.Permit permit) {
        Database database = permit.object().size() == 3
                ? Entrance.open(turn.scene(), permit.object().getFirst())
                : turn.scene().database();
        writable(database);
        List<String> names = permit.permissions().stream()
                .map(p -> permit.object().isEmpty()
                        ? known(p)
                        : DatabaseGrant.on(p, permit.object().getLast()))
                .toList();
        List<DatabaseGrant> grants = permit.principals().stream()
                .map(name -> user(database, name))
                .flatMap(u -> names.stream().map(n -> new DatabaseGrant(u.id(), database.name(), n)))
                .toList();
        change(security -> {
            List<DatabaseGrant> now = new ArrayList<>(security.grants());
            now.removeAll(grants);
            if (permit.grant()) {
                now.addAll(grants);
            }
            return security.grants(now);
        });
    }

    private static String known(String permission) {
        if (!OF_DATABASE.contains(permission)) {
            throw Messages.error(102, 1, permission);
        }
        return permission;
    }

    private Login user(Database database, String name) {
        return turn.instance()
                .security()
                .login(name)
                .filter(l -> l.databases().contains(key(database)))
                .orElseThrow(() -> Messages.error(15151, 1, "find", "user", name));
    }

    void create(Statement.CreateUser create) {
        Database database = turn.scene().database();
        if (!turn.scene().holds(database, "CONTROL")) {
            throw Messages.error(15247, 1);
        }
        writable(database);
        Login login = turn.instance()
                .security()
                .login(create.name())
                .filter(l -> l.kind() == Login.Kind.SQL || l.kind() == Login.Kind.WINDOWS)
                .orElseThrow(() -> Messages.error(15007, 1, create.name()));
        if (login.databases().contains(key(database))) {
            throw Messages.error(15023, 1, create.name());
        }
        change(security -> {
            Login current = security.login(login.sid()).orElse(login);
            Set<String> now = new HashSet<>(current.databases());
            now.add(key(database));
            return security.with(current.databases(now));
        });
    }

    private static void writable(Database database) {
        if (database.openness().readOnly()) {
            throw Messages.error(3906, 1, database.name());
        }
    }

    private static String key(Database database) {
        return database.name().toLowerCase(Locale.ROOT);
    }

    private void change(UnaryOperator<Security> change) {
        turn.change(i -> i.with(change.apply(i.security())));
    }
}
