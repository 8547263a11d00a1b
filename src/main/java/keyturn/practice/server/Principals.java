package keyturn.practice.server;

import java.util.Set;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.User;

/** Principals by their names, as statements about permissions need them. */
record Principals(Turn turn) {

    /** Principals of a database that nothing can be granted to or taken from. */
    private static final Set<Integer> SPECIAL = Set.of(User.DBO, 3, 4);

    Instance instance() {
        return turn.instance();
    }

    Login login(String name, String verb, String noun) {
        return instance().security().login(name).orElseThrow(() -> Messages.error(15151, 1, verb, noun, name));
    }

    User user(Database database, String name, String verb, String noun) {
        return instance().user(database, name).orElseThrow(() -> Messages.error(15151, 1, verb, noun, name));
    }

    /** The id of one to whom a permission is given, or from whom it is taken: a login for the server, else a user. */
    int grantee(Database database, boolean server, String name) {
        return server ? login(name) : user(database, name);
    }

    private int login(String name) {
        Login login = login(name, "find", "login");
        if (login.fixedRole()) {
            throw Messages.error(4617, 1);
        }
        if (login.id() == Login.SA || login.id() == turn.scene().login().id()) {
            throw Messages.error(4624, 1);
        }
        return login.id();
    }

    private int user(Database database, String name) {
        User user = user(database, name, "find", "user");
        if (user.fixedRole()) {
            throw Messages.error(4617, 1);
        }
        boolean self = turn.scene()
                .rights()
                .user(database.id())
                .filter(u -> u.id() == user.id())
                .isPresent();
        if (self || SPECIAL.contains(user.id())) {
            throw Messages.error(4624, 1);
        }
        return user.id();
    }

    /** The number of the next principal of a database. */
    int next(Database database) {
        return instance().users(database).stream()
                        .mapToInt(User::id)
                        .filter(i -> i < User.DB_OWNER)
                        .max()
                        .orElse(User.FIRST_OWN)
                + 1;
    }

    /** The number of the next login or server role. */
    int nextLogin() {
        return Math.max(
                        256,
                        instance().security().logins().stream()
                                .mapToInt(Login::id)
                                .max()
                                .orElse(0))
                + 1;
    }

    static void writable(Database database) {
        if (database.openness().readOnly()) {
            throw Messages.error(3906, 1, database.name());
        }
    }
}
