package keyturn.practice.server.views;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.ProductVersion;

/**
 * What one statement sees: one instance, one instant, the login that looks and where it stands.
 *
 * @param now UTC
 * @param caught the error that is being handled
 */
public record Scene(
        Instance instance,
        Login login,
        Database database,
        SessionFacts session,
        List<SessionFacts> sessions,
        LocalDateTime now,
        Optional<CaughtError> caught,
        List<AppLock> locks) {

    public Scene {
        sessions = List.copyOf(sessions);
        locks = List.copyOf(locks);
    }

    public Rights rights() {
        return new Rights(login, version());
    }

    public ProductVersion version() {
        return instance.identity().version();
    }

    /** Whether the login may look into a database. */
    public boolean mayEnter(Database other) {
        return rights().mayEnter(other);
    }

    /** Whether the login has a permission in a database, by itself or as part of a larger one. */
    public boolean holds(Database other, String permission) {
        return rights().has(Rights.CONTROL_SERVER)
                || instance.security().grants().stream()
                        .filter(g -> g.login() == login.id() && g.database().equalsIgnoreCase(other.name()))
                        .anyMatch(g -> g.permission().equals(permission)
                                || g.permission().equals("CONTROL")
                                || (g.permission().equals("SELECT") && permission.startsWith("SELECT ON ")));
    }

    public Scene in(Database other) {
        return new Scene(instance, login, other, session, sessions, now, caught, locks);
    }
}
