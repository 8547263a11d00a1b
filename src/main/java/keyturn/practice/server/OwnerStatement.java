package keyturn.practice.server;

import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;
import keyturn.practice.server.views.Securables;
import keyturn.practice.tsql.syntax.AccessStatement;

/** ALTER AUTHORIZATION of a database, whose owner is a login, or of a role. What else has its owner for good is 15344. */
record OwnerStatement(Turn turn, AccessStatement.Own own) {

    void run() {
        String kind = own.target().kind().isEmpty() ? "OBJECT" : own.target().kind();
        Securable on = SecurableKind.of(kind)
                .flatMap(k -> Securables.find(turn.scene(), k, own.target().name()))
                .filter(s -> turn.scene().holds(s, "TAKE OWNERSHIP"))
                .orElseThrow(() -> Messages.error(
                        15151,
                        1,
                        "find",
                        kind.toLowerCase(Locale.ROOT),
                        own.target().name().getLast()));
        switch (on.kind()) {
            case DATABASE -> database(on);
            case ROLE -> role(on);
            default -> throw Messages.error(15344, 1, on.kind().noun());
        }
    }

    private void database(Securable on) {
        Database database = turn.instance().database(on.database()).orElseThrow();
        String name = own.principal().orElse("");
        Login login = turn.instance()
                .security()
                .login(name)
                .filter(l -> l.kind() == Login.Kind.SQL || l.kind() == Login.Kind.WINDOWS)
                .filter(l -> l.id() == turn.scene().login().id() || turn.scene().holds(Securable.of(l), "IMPERSONATE"))
                .orElseThrow(() -> Messages.error(15151, 1, "find", "principal", name));
        if (database.system()) {
            throw Messages.error(15109, 1);
        }
        boolean user = turn.instance().users(database).stream()
                .anyMatch(u -> u.id() != User.DBO
                        && u.sid().filter(login.sid()::equals).isPresent());
        if (user) {
            throw Messages.error(15110, 1);
        }
        turn.change(i -> i.database(database.id())
                .map(d -> i.with(d.settings(d.settings().owner(login.sid()))))
                .orElse(i));
    }

    private void role(Securable on) {
        Database database = turn.scene().database();
        Optional<User> role = turn.instance().user(database, on.id()).filter(u -> !u.fixed());
        User owner = new Principals(turn).user(database, own.principal().orElse("dbo"), "find", "principal");
        User now = role.orElseThrow(() ->
                Messages.error(15150, 1, "alter", "role", own.target().name().getLast()));
        turn.change(i -> i.with(i.security().with(i.security().access().with(now.owner(owner.id())))));
    }
}
