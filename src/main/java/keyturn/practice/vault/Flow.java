package keyturn.practice.vault;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what a vault was asked in the last ten seconds; what is refused is not counted. */
final class Flow {

    private static final long WINDOW = 10_000;

    private final Clock clock;
    private final Deque<Long> taken = new ArrayDeque<>();

    Flow(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean takes(int most) {
        long now = clock.millis();
        while (!taken.isEmpty() && taken.peekFirst() <= now - WINDOW) {
            taken.removeFirst();
        }
        if (taken.size() >= most) {
            return false;
        }
        taken.addLast(now);
        return true;
    }
}
