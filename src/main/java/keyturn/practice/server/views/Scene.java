package keyturn.practice.server.views;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.state.Securable;

/**
 * What one statement sees: one instance, one instant, the login that looks and where it stands.
 *
 * @param now the server's local time
 * @param offsetMinutes how far that is from UTC
 * @param caught the error that is being handled
 */
public record Scene(
        Instance instance,
        Caller caller,
        Database database,
        SessionFacts session,
        List<SessionFacts> sessions,
        LocalDateTime now,
        int offsetMinutes,
        Optional<CaughtError> caught,
        List<AppLock> locks,
        Workspace workspace) {

    public Scene {
        sessions = List.copyOf(sessions);
        locks = List.copyOf(locks);
    }

    public Rights rights() {
        return new Rights(instance, caller);
    }

    /** The login as which the statement runs. */
    public Login login() {
        return caller.login();
    }

    public ProductVersion version() {
        return instance.identity().version();
    }

    /** Whether the login may look into a database. */
    public boolean mayEnter(Database other) {
        return rights().mayEnter(other);
    }

    /** Whether the caller has a permission in a database, by itself or as part of a larger one. */
    public boolean holds(Database other, String permission) {
        return rights().holds(Securable.of(other), permission);
    }

    /** The same on anything else: a key, a login, an object. */
    public boolean holds(Securable on, String permission) {
        return rights().holds(on, permission);
    }

    public Scene in(Database other) {
        return new Scene(instance, caller, other, session, sessions, now, offsetMinutes, caught, locks, workspace);
    }

    /** The same look at a later server. */
    public Scene at(Instance later, Workspace then) {
        Database there = later.database(database.id()).orElse(database);
        return new Scene(later, caller, there, session, sessions, now, offsetMinutes, caught, locks, then);
    }
}
