package keyturn.run.step;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.SpreadBound;
import keyturn.run.door.RefusalKind;

/** After which refusals an act is sent again, since they are tested to have changed nothing; and how long one waits before. */
final class Repeats {

    private static final Duration LOOK = Duration.ofMillis(100);

    private Repeats() {}

    /**
     * @param sent how often it was sent by now
     * @param fresh it needs a secret that this run had made
     */
    static boolean again(RefusalKind refusal, int sent, boolean fresh) {
        return switch (refusal) {
            case LOCK_NOT_AVAILABLE -> sent <= RepeatBound.TIMES;
            case SECRET_UNKNOWN -> fresh && sent <= SpreadBound.TIMES;
            case LOG_BACKUP_MISSING -> false;
            case OTHER -> false;
        };
    }

    /** @param most before a refused act is sent again */
    static Duration pause(RefusalKind refusal, Duration most) {
        boolean spreads = refusal == RefusalKind.SECRET_UNKNOWN && SpreadBound.PAUSE.compareTo(most) < 0;
        return spreads ? SpreadBound.PAUSE : most;
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
