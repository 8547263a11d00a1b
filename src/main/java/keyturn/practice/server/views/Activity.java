package keyturn.practice.server.views;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Login;
import keyturn.practice.tsql.types.Bytes;

/**
 * A session and what it does at the moment in which a statement looks.
 *
 * @param own the session that looks
 * @param blocker who holds the application lock that it waits for
 */
public record Activity(Scene scene, SessionFacts session, boolean own, Optional<Integer> blocker) {

    /** What the program of a session is called in which the agent backs a database up. */
    public static final String BACKING_UP = "SQLAgent - TSQL JobStep";

    /** What the program of a session is called that checks a database. */
    private static final String CHECKING = "SQLCMD DBCC";

    /** How far such a backup is always found. */
    private static final float PERCENT = 34;

    static List<Activity> all(Scene scene) {
        return scene.sessions().stream()
                .map(s -> new Activity(scene, s, s.spid() == scene.session().spid(), blocker(scene, s.spid())))
                .toList();
    }

    private static Optional<Integer> blocker(Scene scene, int spid) {
        return scene.locks().stream()
                .filter(wanted -> !wanted.granted() && wanted.spid() == spid)
                .flatMap(wanted -> scene.locks().stream()
                        .filter(held -> held.granted() && held.sameResource(wanted) && held.spid() != spid)
                        .map(AppLock::spid))
                .findFirst();
    }

    /** Whether a request of it runs: that of the one who looks, one that waits for a lock, and the engine's own. */
    boolean busy() {
        return own || blocker.isPresent() || !session.user() || backup() || check();
    }

    private boolean check() {
        return session.program().equals(CHECKING);
    }

    private boolean backup() {
        return session.program().startsWith(BACKING_UP);
    }

    /** Only of a backup. */
    float percent() {
        return backup() ? PERCENT : 0;
    }

    String status() {
        if (!session.user()) {
            return "background";
        }
        return own || backup() || check() ? "running" : blocker.isPresent() ? "suspended" : "sleeping";
    }

    String command() {
        if (!session.user()) {
            return "TASK MANAGER";
        }
        if (backup()) {
            return "BACKUP DATABASE";
        }
        if (check()) {
            return "DBCC TABLE CHECK";
        }
        return own ? "SELECT" : blocker.isPresent() ? "EXECUTE" : "AWAITING COMMAND";
    }

    LocalDateTime started() {
        return session.lastRequest();
    }

    Bytes sid() {
        return scene.instance()
                .security()
                .login(session.login())
                .map(Login::sid)
                .orElse(Bytes.of((byte) 1));
    }
}
