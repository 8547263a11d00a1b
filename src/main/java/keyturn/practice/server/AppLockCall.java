package keyturn.practice.server;

import java.time.Duration;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.views.AppLock;
import keyturn.practice.server.views.LockMode;
import keyturn.practice.server.views.SessionFacts;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;

/**
 * A call of {@code sp_getapplock} or {@code sp_releaseapplock}; both answer with their return value.
 *
 * @param database where the lock belongs
 */
record AppLockCall(Turn turn, Given given, String database) {

    private static final int GRANTED = 0;
    private static final int GRANTED_LATER = 1;
    private static final int TIMED_OUT = -1;
    private static final int CANCELLED = -2;
    private static final int WRONG = -999;
    private static final int FOR_EVER = -1;
    private static final int LONGEST_NAME = 255;
    private static final Duration LOOK = Duration.ofMillis(20);

    int get() {
        if (!mayUse(principal(4))) {
            return wrong(Messages.error(1202, 1, principal(4)));
        }
        Optional<LockMode> mode = given.text(1, "@LockMode").flatMap(LockMode::of);
        Optional<AppLock> wanted = mode.flatMap(m -> lock(m, 4));
        int timeout = given.number(3, "@LockTimeout").orElse(FOR_EVER);
        boolean owned =
                wanted.map(w -> w.session() || turn.state().transactions() > 0).orElse(false);
        return owned && timeout >= FOR_EVER ? take(wanted.get(), timeout) : WRONG;
    }

    int release() {
        Optional<AppLock> wanted = lock(LockMode.SHARED, 2);
        if (wanted.isEmpty()) {
            return WRONG;
        }
        if (turn.server().locks().give(wanted.get())) {
            return GRANTED;
        }
        return wrong(Messages.error(1223, 1, principal(2), wanted.get().resource()));
    }

    /** A lock of dbo is for its members alone. */
    private boolean mayUse(String principal) {
        return !principal.equalsIgnoreCase("dbo")
                || turn.instance()
                        .database(database)
                        .filter(place -> turn.scene().holds(place, "CONTROL"))
                        .isPresent();
    }

    private int wrong(SqlError error) {
        turn.report(new Backend.ServerMessage(
                error.number(), error.severity(), error.state(), error.text(), "xp_userlock", 1));
        turn.state().ended(error.number(), 0);
        return WRONG;
    }

    private int take(AppLock wanted, int timeout) {
        AppLocks locks = turn.server().locks();
        if (locks.take(wanted)) {
            return GRANTED;
        }
        if (timeout == 0) {
            return TIMED_OUT;
        }
        locks.waits(wanted);
        try {
            return await(wanted, timeout);
        } finally {
            locks.waitsNoMore(wanted);
        }
    }

    private int await(AppLock wanted, int timeout) {
        long end = System.nanoTime() + Duration.ofMillis(timeout).toNanos();
        while (!turn.cancel().requested()) {
            if (turn.server().locks().take(wanted)) {
                return GRANTED_LATER;
            }
            if (timeout != FOR_EVER && System.nanoTime() >= end) {
                return TIMED_OUT;
            }
            turn.server().holds().pause(LOOK, turn.cancel()::requested);
        }
        return CANCELLED;
    }

    /** The lock that the arguments name; empty where one of them is of no use. */
    private Optional<AppLock> lock(LockMode mode, int principalPlace) {
        String owner = given.text(principalPlace == 4 ? 2 : 1, "@LockOwner").orElse("Transaction");
        boolean session = owner.equalsIgnoreCase("Session");
        if (!session && !owner.equalsIgnoreCase("Transaction")) {
            return Optional.empty();
        }
        SessionFacts asking = turn.scene().session();
        int place = turn.instance().database(database).map(Database::id).orElse(1);
        return given.text(0, "@Resource")
                .filter(r -> !r.isEmpty())
                .map(r -> r.substring(0, Math.min(LONGEST_NAME, r.length())))
                .flatMap(r -> AppLock.principal(principal(principalPlace))
                        .map(p -> new AppLock(asking.connection(), asking.spid(), place, p, r, mode, session, 0)));
    }

    private String principal(int place) {
        return given.text(place, "@DbPrincipal").orElse("public");
    }
}
