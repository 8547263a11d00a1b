package keyturn.practice.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What all doors together hold of bodies that are still coming in: many large ones at once must not fill the memory. */
public final class Room {

    private static final int UNIT = 1024;

    private final Semaphore free;

    /** @param bytes at least as many as the largest body, or that one never finds room */
    public Room(int bytes) {
        this.free = new Semaphore(bytes / UNIT, true);
    }

    /** @return whether there was room, at once or in time */
    boolean take(int bytes, Duration patience) throws IOException {
        try {
            return free.tryAcquire(units(bytes), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    void give(int bytes) {
        free.release(units(bytes));
    }

    /** Bytes that are not taken. */
    public int free() {
        return free.availablePermits() * UNIT;
    }

    private static int units(int bytes) {
        return (bytes + UNIT - 1) / UNIT;
    }
}
