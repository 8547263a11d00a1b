package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Access;
import keyturn.practice.server.state.Builtin;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Grant;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.server.views.Rights;
import keyturn.practice.server.views.Securables;
import keyturn.practice.tsql.syntax.Statement;

/**
 * GRANT, REVOKE and CREATE USER: what a script of missing rights needs. Permissions of the server are granted in master
 * to logins, those of a database in it to users, which here have their login's name.
 */
record PermissionStatements(Turn turn) {

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
        logins.forEach(l -> permit.permissions().forEach(p -> set(permit.grant(), Securable.SERVER, p, l.id())));
    }

    private void set(boolean grant, Securable on, String permission, int grantee) {
        change(access -> grant
                ? access.with(new Grant(on, permission, grantee, 1, Grant.State.GRANTED))
                : access.revoked(on, permission, grantee));
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
        Securable on = permit.object().isEmpty()
                ? Securable.of(database)
                : Securables.find(turn.scene(), SecurableKind.OBJECT, permit.object())
                        .orElseThrow(() -> Messages.error(
                                15151, 1, "find", "object", permit.object().getLast()));
        permit.permissions().forEach(p -> known(on, p));
        List<User> users =
                permit.principals().stream().map(name -> user(database, name)).toList();
        users.forEach(u -> permit.permissions().forEach(p -> set(permit.grant(), on, p, u.id())));
    }

    private void known(Securable on, String permission) {
        if (Builtin.find(on.kind(), permission, turn.scene().version().year()).isEmpty()) {
            throw Messages.error(102, 1, permission);
        }
    }

    private User user(Database database, String name) {
        return turn.instance().user(database, name).orElseThrow(() -> Messages.error(15151, 1, "find", "user", name));
    }

    void create(Statement.CreateUser create) {
        Database database = turn.scene().database();
        if (!turn.scene().holds(database, "ALTER ANY USER")) {
            throw Messages.error(15247, 1);
        }
        writable(database);
        Login login = turn.instance()
                .security()
                .login(create.name())
                .filter(l -> l.kind() == Login.Kind.SQL || l.kind() == Login.Kind.WINDOWS)
                .orElseThrow(() -> Messages.error(15007, 1, create.name()));
        if (turn.instance().user(database, create.name()).isPresent()) {
            throw Messages.error(15023, 1, create.name());
        }
        int id = turn.instance().users(database).stream()
                        .mapToInt(User::id)
                        .filter(i -> i < User.DB_OWNER)
                        .max()
                        .orElse(User.FIRST_OWN)
                + 1;
        User user = new User(
                database.id(),
                id,
                create.name(),
                Optional.of(login.sid()),
                User.Kind.SQL,
                "dbo",
                0,
                turn.scene().now());
        change(access -> access.with(user));
        set(true, Securable.of(database), "CONNECT", id);
    }

    private static void writable(Database database) {
        if (database.openness().readOnly()) {
            throw Messages.error(3906, 1, database.name());
        }
    }

    private void change(UnaryOperator<Access> change) {
        turn.change(i -> i.with(i.security().with(change.apply(i.security().access()))));
    }
}
