package keyturn.practice.server.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;

/**
 * The parts of a transaction log, its virtual log files. What is written goes into the current one and is encrypted under what
 * wrapped the database's key when that part was begun: a change of the key closes it and begins the next. Parts that are not
 * needed any more keep what they bear until they are written anew.
 *
 * @param current the place in the list that is written to
 * @param heldBy why parts stay needed whatever is backed up, as {@code log_reuse_wait_desc} says it; empty: nothing holds them
 */
public record VirtualLog(List<Part> parts, int current, Optional<String> heldBy) {

    /** What may hold a log, with the numbers of {@code log_reuse_wait}. */
    public static final Map<String, Integer> HOLDERS = Map.of("ACTIVE_TRANSACTION", 4, "REPLICATION", 6);

    private static final int PARTS = 4;
    private static final long FIRST = 37;

    /**
     * One of them.
     *
     * @param sequence 0: never used
     * @param active not backed up yet, or the current one
     * @param encryptor the thumbprint under which it is encrypted
     */
    public record Part(long sequence, boolean active, Optional<Bytes> encryptor) {
        private static final Part UNUSED = new Part(0, false, Optional.empty());

        private Part inactive() {
            return new Part(sequence, false, encryptor);
        }
    }

    public VirtualLog {
        parts = List.copyOf(parts);
    }

    static VirtualLog begun(Optional<Bytes> encryptor) {
        List<Part> parts = new ArrayList<>(List.of(new Part(FIRST, true, encryptor)));
        while (parts.size() < PARTS) {
            parts.add(Part.UNUSED);
        }
        return new VirtualLog(parts, 0, Optional.empty());
    }

    /** The next part is written to; where it is still needed the log grows by one. */
    VirtualLog moved(Optional<Bytes> encryptor) {
        List<Part> now = new ArrayList<>(parts);
        Part next = new Part(parts.get(current).sequence() + 1, true, encryptor);
        int place = (current + 1) % now.size();
        if (now.get(place).active()) {
            now.add(current + 1, next);
            return new VirtualLog(now, current + 1, heldBy);
        }
        now.set(place, next);
        return new VirtualLog(now, place, heldBy);
    }

    public VirtualLog heldBy(Optional<String> now) {
        return new VirtualLog(parts, current, now);
    }

    /**
     * Only the current part is needed still; where something holds the log, all parts are.
     *
     * @param spared so many parts before the current one stay needed too: transactions that still run began in them
     */
    VirtualLog truncated(int spared) {
        if (heldBy.isPresent()) {
            return this;
        }
        List<Part> now = new ArrayList<>();
        for (int place = 0; place < parts.size(); place++) {
            Part part = parts.get(place);
            boolean needed = part.sequence() >= parts.get(current).sequence() - spared;
            now.add(needed ? part : part.inactive());
        }
        return new VirtualLog(now, current, heldBy);
    }
}
