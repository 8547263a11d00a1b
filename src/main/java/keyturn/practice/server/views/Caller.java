package keyturn.practice.server.views;

import java.util.Optional;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.User;

/**
 * As whom a statement runs.
 *
 * @param login the login, that of EXECUTE AS LOGIN in place of the one that connected
 * @param as the user of EXECUTE AS USER: what the login may do outside that database does not count
 */
public record Caller(Login login, Optional<User> as) {

    public static Caller of(Login login) {
        return new Caller(login, Optional.empty());
    }
}
