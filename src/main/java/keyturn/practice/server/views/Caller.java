package keyturn.practice.server.views;

import java.util.Optional;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.User;

/**
 * As whom a statement runs.
 *
 * @param login the login, that of EXECUTE AS LOGIN in place of the one that connected
 * @param as the user of EXECUTE AS USER: what the login may do outside that database does not count
 * @param primary nobody has switched: what a provider holds for a login can be used
 */
public record Caller(Login login, Optional<User> as, boolean primary) {

    /** One who connected. */
    public static Caller of(Login login) {
        return new Caller(login, Optional.empty(), true);
    }

    /** One who switched to a login. */
    public static Caller switched(Login login) {
        return new Caller(login, Optional.empty(), false);
    }

    /** One who switched to a user, whose login is this one. */
    public static Caller as(Login login, User user) {
        return new Caller(login, Optional.of(user), false);
    }
}
