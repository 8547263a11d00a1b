package keyturn.practice.tds;

import java.util.concurrent.atomic.AtomicLong;
import keyturn.practice.tds.codec.ProtocolFault;

/** Counts the bytes of requests that all sessions hold, and refuses more than there may be. */
final class Memory {

    private final long most;
    private final AtomicLong used = new AtomicLong();

    Memory(long most) {
        this.most = most;
    }

    Share share() {
        return new Share();
    }

    /** What one connection holds; all of it comes back when the connection ends. */
    final class Share {

        private final AtomicLong held = new AtomicLong();

        void take(int bytes) throws ProtocolFault {
            held.addAndGet(bytes);
            if (used.addAndGet(bytes) > most) {
                throw new ProtocolFault("Too much waits to be run.");
            }
        }

        void give(int bytes) {
            held.addAndGet(-bytes);
            used.addAndGet(-bytes);
        }

        void giveAll() {
            used.addAndGet(-held.getAndSet(0));
        }
    }
}
