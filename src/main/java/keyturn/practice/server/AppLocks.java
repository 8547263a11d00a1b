package keyturn.practice.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Application locks, which a session or its transaction owns. Every mode excludes every other owner; the finer modes are
 * not told apart.
 */
final class AppLocks {

    private static final int GRANTED = 0;
    private static final int TIMED_OUT = -1;
    private static final int CANCELLED = -2;
    private static final int WRONG = -999;

    private final Map<String, Held> held = new HashMap<>();

    private record Held(int spid, int count) {}

    static int get(Turn turn, Given given, String database) {
        String resource = key(given, database);
        boolean known = given.text(1, "@LockMode").isPresent() && !resource.isEmpty();
        boolean owned = session(given) || turn.state().transactions() > 0;
        if (!known || !owned) {
            return WRONG;
        }
        long timeout = given.number(3, "@LockTimeout").orElse(-1);
        return turn.server().locks().take(resource, turn, timeout);
    }

    static int release(Turn turn, Given given, String database) {
        String resource = key(given, database);
        return turn.server().locks().give(resource, turn.scene().session().spid()) ? 0 : WRONG;
    }

    private static boolean session(Given given) {
        return given.text(2, "@LockOwner")
                .map(o -> o.equalsIgnoreCase("Session"))
                .orElse(false);
    }

    private static String key(Given given, String database) {
        return given.text(0, "@Resource").map(r -> database + "|" + r).orElse("");
    }

    private int take(String resource, Turn turn, long timeout) {
        long end = System.nanoTime() + Duration.ofMillis(Math.max(0, timeout)).toNanos();
        int spid = turn.scene().session().spid();
        while (!free(resource, spid)) {
            if (timeout >= 0 && System.nanoTime() >= end) {
                return TIMED_OUT;
            }
            turn.server().holds().pause(Duration.ofMillis(20), turn.cancel()::requested);
            if (turn.cancel().requested()) {
                return CANCELLED;
            }
        }
        return GRANTED;
    }

    private synchronized boolean free(String resource, int spid) {
        Held before = held.get(resource);
        boolean free = before == null || before.spid() == spid;
        if (free) {
            held.put(resource, new Held(spid, before == null ? 1 : before.count() + 1));
        }
        return free;
    }

    private synchronized boolean give(String resource, int spid) {
        Held before = held.get(resource);
        if (before == null || before.spid() != spid) {
            return false;
        }
        if (before.count() == 1) {
            held.remove(resource);
        } else {
            held.put(resource, new Held(spid, before.count() - 1));
        }
        return true;
    }

    /** The session ended: what it held is free. */
    synchronized void releaseAll(int spid) {
        held.values().removeIf(h -> h.spid() == spid);
    }
}
