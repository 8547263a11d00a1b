package keyturn.ui.work;

import java.util.concurrent.atomic.AtomicBoolean;

/** A piece of work under way. */
public final class Job {

    private final AtomicBoolean abandoned = new AtomicBoolean();

    /** The answer is no longer wanted; the work itself goes on to its end. */
    public void abandon() {
        abandoned.set(true);
    }

    boolean isAbandoned() {
        return abandoned.get();
    }
}
