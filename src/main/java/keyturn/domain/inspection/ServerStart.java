package keyturn.domain.inspection;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When SQL Server started, as it says itself: in its local time, without an offset. The same start has the same local time
 * however often the clocks change; as an instant it moves by an hour then.
 *
 * @param local as it was read
 * @param offset of the server's local time from UTC when it was read
 */
public record ServerStart(LocalDateTime local, ZoneOffset offset) {

    /** @throws java.time.DateTimeException if it is no such text */
    public static ServerStart parse(String text) {
        OffsetDateTime both = OffsetDateTime.parse(text);
        return new ServerStart(both.toLocalDateTime(), both.getOffset());
    }

    /** Another start is seen than before, by the local time as read; one that was not read is none. */
    public static boolean isOther(Inspection now, Optional<Inspection> before) {
        Optional<LocalDateTime> is = local(now);
        return is.isPresent() && !is.equals(before.flatMap(ServerStart::local));
    }

    private static Optional<LocalDateTime> local(Inspection seen) {
        return seen.facts().startedAt().value().map(ServerStart::local);
    }

    /** By the offset at the time of reading: an hour wrong where the clocks have changed since the start. */
    public Instant instant() {
        return local.toInstant(offset);
    }

    /** Another start than one that was read earlier, and after a change. */
    public boolean isRestart(ServerStart before, OffsetDateTime change) {
        return !local.equals(before.local) && instant().isAfter(change.toInstant());
    }

    /** As {@link #parse} reads it: {@code 2026-11-15T05:08:12.123+01:00}. */
    @Override
    public String toString() {
        return local.atOffset(offset).toString();
    }
}
