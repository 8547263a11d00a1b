package keyturn.run.step;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import keyturn.plan.step.RightsBound;
import keyturn.run.door.RefusalKind;
import keyturn.script.Bounds;

/**
 * After which refusals an act is sent again, since they are tested to have changed nothing; and how long one waits before.
 *
 * @param bounds that were approved with the plan, whichever this version has
 * @param longest pause, whatever was approved
 */
public record Repeats(Bounds bounds, Duration longest) {

    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * @param sent how often it was sent by now
     * @param fresh it needs a secret that this run had made
     * @param granted this run has given rights that take a while until they work
     */
    boolean again(RefusalKind refusal, int sent, boolean fresh, boolean granted) {
        return switch (refusal) {
            case LOCK_NOT_AVAILABLE -> sent <= bounds.repeats();
            case SECRET_UNKNOWN -> fresh && sent <= bounds.spreadRepeats();
            case RIGHTS_MISSING -> granted && sent <= RightsBound.TIMES;
            case LOG_BACKUP_MISSING -> false;
            case OTHER -> false;
        };
    }

    /** Before a refused act is sent again. */
    Duration pause(RefusalKind refusal) {
        Duration approved =
                switch (refusal) {
                    case SECRET_UNKNOWN -> bounds.spreadPause();
                    case RIGHTS_MISSING -> RightsBound.PAUSE;
                    case LOCK_NOT_AVAILABLE -> bounds.pause();
                    case LOG_BACKUP_MISSING -> bounds.pause();
                    case OTHER -> bounds.pause();
                };
        return approved.compareTo(longest) < 0 ? approved : longest;
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
