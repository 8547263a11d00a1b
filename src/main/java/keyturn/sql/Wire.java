package keyturn.sql;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import keyturn.domain.Message;

/**
 * How much longer, and how much more, a connection's socket may receive. The driver's own time-outs begin anew with each byte
 * and it keeps whatever comes; here all bytes of an answer count together. Once a limit is passed nothing is received any more.
 * Used by one thread at a time.
 */
final class Wire {

    private static final int MEGABYTE = 1 << 20;

    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private Optional<Bound> bound = Optional.empty();
    private volatile Optional<Message> exceeded = Optional.empty();

    /** Limits of what is being received. */
    private record Bound(long endsAt, Duration time, int megabytes) {}

    /** A limit was passed; the message says which. */
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;

        private Exceeded(Message limit) {
            super(limit.text());
        }
    }

    /** From now on these limits hold, until {@link #free}. */
    void limit(Duration time, int megabytes) {
        left.set((long) megabytes * MEGABYTE);
        bound = Optional.of(new Bound(System.nanoTime() + time.toNanos(), time, megabytes));
    }

    /** No limits hold: an act may take hours. */
    void free() {
        bound = Optional.empty();
    }

    /** The limit that was passed; the connection is of no use then. */
    Optional<Message> exceeded() {
        return exceeded;
    }

    /** Nothing more is to be received. */
    void end(Message limit) {
        exceeded = Optional.of(limit);
    }

    /**
     * How long the next bytes may be waited for.
     *
     * @param asked what the driver would wait, in milliseconds; 0: for ever
     */
    int millis(int asked) throws Exceeded {
        refuseEnded();
        if (bound.isEmpty()) {
            return asked;
        }
        long rest = (bound.get().endsAt() - System.nanoTime()) / 1_000_000;
        if (rest <= 0) {
            throw ended(Message.of("sql.limit.time", bound.get().time().toSeconds()));
        }
        int longest = (int) Math.min(rest, Integer.MAX_VALUE);
        return asked == 0 ? longest : Math.min(asked, longest);
    }

    void received(int bytes) throws Exceeded {
        if (bound.isPresent() && left.addAndGet(-bytes) < 0) {
            throw ended(Message.of("sql.limit.megabytes", bound.get().megabytes()));
        }
    }

    private Exceeded ended(Message limit) {
        end(limit);
        return new Exceeded(limit);
    }

    private void refuseEnded() throws Exceeded {
        if (exceeded.isPresent()) {
            throw new Exceeded(exceeded.get());
        }
    }
}
