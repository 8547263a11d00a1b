package keyturn.practice.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Where held requests wait until they are released, cancelled, or their connection is gone. */
final class Holds {

    private static final long LOOK_MILLIS = 20;

    private int waiting;
    private long releases;

    /** How many wait now. */
    synchronized int waiting() {
        return waiting;
    }

    /** At once nobody waits any more, whenever the threads that did come to go on. */
    synchronized void release() {
        releases++;
        waiting = 0;
        notifyAll();
    }

    /** @return whether it was released, not cancelled */
    synchronized boolean await(BooleanSupplier cancelled) {
        long before = releases;
        waiting++;
        try {
            while (releases == before && !cancelled.getAsBoolean()) {
                wait(LOOK_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (releases == before) {
                waiting--;
            }
        }
        return releases != before;
    }

    /** Waits for a time, or until cancelled. */
    synchronized void pause(Duration time, BooleanSupplier cancelled) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end && !cancelled.getAsBoolean()) {
                wait(LOOK_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
