package keyturn.practice.web;

import java.util.ArrayList;
import java.util.List;

/** The faults that are set at the doors, each with its own count of what it has seen. */
public final class WebFaults {

    private final List<Armed> armed = new ArrayList<>();
    private long releases;
    private int held;

    private static final class Armed {
        private final WebFault fault;
        private int seen;

        private Armed(WebFault fault) {
            this.fault = fault;
        }

        private boolean meets() {
            seen++;
            return fault.count() == 0 || fault.count() == seen;
        }
    }

    /** @throws IllegalArgumentException for a fault that is not understood */
    public synchronized void set(String text) {
        armed.add(new Armed(WebFault.parse(text)));
    }

    /** By its whole text, or by its name alone. */
    public synchronized boolean clear(String text) {
        return armed.removeIf(
                a -> a.fault.text().equals(text) || a.fault.kind().word().equals(text));
    }

    /** Whether one of the kind strikes what happens now at the door. */
    public synchronized boolean strikes(String door, WebFault.Kind kind) {
        boolean struck = false;
        for (Armed each : armed) {
            struck |= each.fault.kind() == kind && each.fault.door().equals(door) && each.meets();
        }
        return struck;
    }

    /** Waits for the next release. */
    synchronized void hold() {
        long before = releases;
        held++;
        try {
            while (releases == before) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (releases == before) {
                held--;
            }
        }
    }

    /** All that are held go on, and count as held no more; the faults that held them stay. */
    public synchronized void release() {
        releases++;
        held = 0;
        notifyAll();
    }

    /** None is set any more, and nobody is held. */
    public synchronized void end() {
        armed.clear();
        release();
    }

    /** Requests that a fault holds now. */
    public synchronized int held() {
        return held;
    }
}
