package keyturn.run.step;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import keyturn.domain.Problem;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.SpreadBound;

/** Refusals that are proved to have changed nothing, and how long one waits before the act is sent again. */
final class Repeats {

    /** A lock was not to be had (1222), nor one on a database or its key (33115, 33116): the statement did not begin. */
    private static final Set<String> CHANGED_NOTHING = Set.of("sql.1222", "sql.33115", "sql.33116");

    /** The directory does not know a secret; one that was just made may not have spread yet. */
    private static final String NOT_SPREAD = "login.AADSTS7000215";

    private static final Duration LOOK = Duration.ofMillis(100);

    private Repeats() {}

    /**
     * @param sent how often it was sent by now
     * @param fresh it needs a secret that this run had made
     */
    static boolean again(Problem problem, int sent, boolean fresh) {
        boolean spreading = fresh && isNotSpread(problem) && sent <= SpreadBound.TIMES;
        return spreading || (sent <= RepeatBound.TIMES && CHANGED_NOTHING.contains(problem.code()));
    }

    /** @param most before a refused act is sent again */
    static Duration pause(Problem problem, Duration most) {
        return isNotSpread(problem) && SpreadBound.PAUSE.compareTo(most) < 0 ? SpreadBound.PAUSE : most;
    }

    private static boolean isNotSpread(Problem problem) {
        return problem.code().equals(NOT_SPREAD);
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
