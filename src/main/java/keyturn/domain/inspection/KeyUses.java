package keyturn.domain.inspection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;

/**
 * When the engine last needed the keys of databases, and when what leads to them was altered: times, and so outside the digest.
 *
 * @param tests the last backup of each database on this server, those to {@code NUL} too: a backup of an encrypted database
 *     needs its key
 * @param alterations of credentials for providers and of logins made from keys
 */
public record KeyUses(Fact<List<Tested>> tests, Fact<List<Altered>> alterations) {

    private static final Duration MAKING = Duration.ofSeconds(1);

    /** Nobody has looked. */
    public static KeyUses unseen() {
        Message why = Message.of("domain.keyholding.unseen");
        return new KeyUses(new Fact.Unknown<>(why), new Fact.Unknown<>(why));
    }

    /**
     * A backup that went through.
     *
     * @param begun when it began: what was altered later it says nothing of
     */
    public record Tested(DatabaseName database, Instant begun) {}

    /**
     * The last alteration of something, or its making, by the server's clock.
     *
     * @param made when it was made
     * @param written the time of the alteration as the catalog has it, in the server's own time; the same as long as nobody alters it,
     *     also where that time has been put forward or back since
     */
    public record Altered(AlteredKind kind, String name, Instant at, Instant made, LocalDateTime written) {

        /** On a server whose own time is UTC. */
        public Altered(AlteredKind kind, String name, Instant at, Instant made) {
            this(kind, name, at, made, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        }

        /** Of something that was never altered since it was made. */
        public Altered(AlteredKind kind, String name, Instant made) {
            this(kind, name, made, made);
        }

        /** It was there already when it was altered; a server may write the two times of its making a moment apart. */
        public boolean isChange() {
            return at.isAfter(made.plus(MAKING));
        }
    }

    /** What was altered. */
    public enum AlteredKind {
        CREDENTIAL,
        LOGIN
    }
}
