package keyturn.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import keyturn.domain.Problem;
import keyturn.plan.RepeatBound;

/** Refusals that are proved to have changed nothing, and how long one waits before the act is sent again. */
final class Repeats {

    /** A lock was not to be had (1222), nor one on a database or its key (33115, 33116): the statement did not begin. */
    private static final Set<String> CHANGED_NOTHING = Set.of("sql.1222", "sql.33115", "sql.33116");

    private static final Duration LOOK = Duration.ofMillis(100);

    private Repeats() {}

    /** @param sent how often it was sent by now */
    static boolean again(Problem problem, int sent) {
        return sent <= RepeatBound.TIMES && CHANGED_NOTHING.contains(problem.code());
    }

    /** @return false if the run was asked to stop meanwhile */
    static boolean waited(Duration pause, BooleanSupplier stop) {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end
                && !stop.getAsBoolean()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return !stop.getAsBoolean();
    }
}
