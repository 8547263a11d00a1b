package keyturn.practice.server;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.LoginSettings;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.User;
import keyturn.practice.server.views.Caller;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.syntax.AccessStatement;
import keyturn.practice.tsql.syntax.AccessStatement.Context;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;

/** EXECUTE AS, REVERT, SETUSER. */
record ContextStatements(Turn turn, int depth) {

    private Contexts contexts() {
        return turn.state().contexts();
    }

    void switchTo(AccessStatement.ExecuteAs statement) {
        boolean plain = !statement.noRevert() && statement.cookie().isEmpty();
        if (depth > 0 && !plain) {
            throw Messages.error(15590, 1);
        }
        if (statement.context() == Context.CALLER) {
            return;
        }
        String name = statement.name().map(turn::text).orElse("");
        boolean user = statement.context() == Context.USER;
        Caller caller = user ? user(name) : login(name);
        Optional<Bytes> cookie = statement.cookie().map(this::cookie);
        contexts()
                .push(new Contexts.Context(caller, turn.state().database(), user, statement.noRevert(), cookie, depth));
    }

    private Bytes cookie(String variable) {
        if (turn.variables()
                .type(variable)
                .filter(t -> t.kind() == SqlType.Kind.VARBINARY)
                .isEmpty()) {
            throw Messages.error(15533, 1, "Execute As");
        }
        Bytes cookie = Bytes.ofHex(UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT));
        turn.variables().assign(variable, cookie);
        return cookie;
    }

    /** Keys, certificates and roles are nobody whom a session could run as; the login must get in where the session stands. */
    private Caller login(String name) {
        Instance instance = turn.instance();
        Login login = instance.security()
                .login(name)
                .filter(l ->
                        l.kind() == Login.Kind.SQL || l.kind() == Login.Kind.WINDOWS || l.kind() == Login.Kind.EXTERNAL)
                .filter(l -> l.id() == turn.scene().login().id() || turn.scene().holds(Securable.of(l), "IMPERSONATE"))
                .orElseThrow(() -> Messages.error(15406, 1, name));
        Database here = turn.scene().database();
        if (!Rights.of(instance, login).mayEnter(here)) {
            throw Messages.error(916, 2, login.name(), here.name());
        }
        return Caller.switched(login);
    }

    private Caller user(String name) {
        Instance instance = turn.instance();
        Database here = turn.scene().database();
        User user = instance.user(here, name)
                .filter(u -> switch (u.kind()) {
                    case SQL, WINDOWS, EXTERNAL, LOGINLESS -> u.id() != 3 && u.id() != 4;
                    case ASYMMETRIC_KEY, CERTIFICATE, ROLE -> false;
                })
                .filter(u -> own(here, u) || turn.scene().holds(Securable.of(u), "IMPERSONATE"))
                .orElseThrow(() -> Messages.error(15517, 1, name));
        boolean without = user.kind() == User.Kind.LOGINLESS || user.id() == User.GUEST;
        Login login = without
                ? nobody(user)
                : user.sid()
                        .flatMap(sid -> instance.security().login(sid))
                        .orElseThrow(() -> Messages.error(15517, 1, name));
        return Caller.as(login, user);
    }

    private boolean own(Database here, User user) {
        return turn.scene()
                .rights()
                .user(here.id())
                .filter(u -> u.id() == user.id())
                .isPresent();
    }

    /** What stands for the login of a user that has none. */
    private Login nobody(User user) {
        String name = user.id() == User.GUEST ? "guest" : "S-1-9-3-" + user.id();
        return new Login(
                -1,
                name,
                user.sid().orElse(Bytes.of((byte) 0)),
                Login.Kind.SQL,
                true,
                LoginSettings.PLAIN,
                user.created(),
                user.created());
    }

    void revert(AccessStatement.Revert revert) {
        Optional<Contexts.Context> top = contexts().top().filter(c -> c.depth() == depth);
        if (top.isEmpty()) {
            return;
        }
        Contexts.Context context = top.get();
        if (context.noRevert()) {
            throw Messages.error(15196, 1);
        }
        if (context.user()
                && !Prevailing.server().same(context.database(), turn.state().database())) {
            throw Messages.error(15199, 1, "Execute As");
        }
        if (context.cookie().isPresent() != revert.cookie().isPresent()) {
            throw Messages.error(15591, 1);
        }
        boolean fits = revert.cookie()
                .map(c -> turn.value(c, SqlType.varbinary(SqlType.MAX)))
                .equals(context.cookie().map(c -> (Object) c));
        if (!fits) {
            throw Messages.error(15589, 1);
        }
        contexts().pop();
    }

    /** An older way that this range knows and refuses. */
    void setUser(AccessStatement.SetUser statement) {
        statement.name().map(turn::text).ifPresent(name -> {
            throw Messages.error(15157, 1, name);
        });
    }
}
