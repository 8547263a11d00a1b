package keyturn.practice.server.state;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The walk over all pages of a database that encrypts, decrypts or re-encrypts them.
 *
 * @param percent how far it had come at {@code since}; 0 where none runs
 * @param since when it last began, went on, stood still or ended
 * @param rest what it had still to go at {@code since}; empty: it stands where it is
 */
public record Scan(Stage stage, int percent, LocalDateTime since, Optional<Duration> rest) {

    /** The stages of {@code encryption_scan_state}, with their numbers. */
    public enum Stage {
        NONE(0),
        RUNNING(1),
        SUSPENDED(2),
        ABORTED(3),
        COMPLETE(4);

        private final int number;

        Stage(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    public static Scan none(LocalDateTime since) {
        return new Scan(Stage.NONE, 0, since, Optional.empty());
    }

    public static Scan complete(LocalDateTime since) {
        return new Scan(Stage.COMPLETE, 0, since, Optional.empty());
    }

    public static Scan running(LocalDateTime since, Duration whole) {
        return new Scan(Stage.RUNNING, 0, since, Optional.of(whole));
    }

    public Scan suspended(LocalDateTime now) {
        return new Scan(Stage.SUSPENDED, (int) percent(now), now, rest.map(r -> left(r, now)));
    }

    /** Stands where it is until it is begun anew. */
    public Scan aborted(LocalDateTime now) {
        return new Scan(Stage.ABORTED, (int) percent(now), now, Optional.empty());
    }

    /** Goes on from where it stands; one that never moved stands on. */
    public Scan resumed(LocalDateTime now) {
        return new Scan(Stage.RUNNING, percent, now, rest);
    }

    /** When it will have ended by itself. */
    public Optional<LocalDateTime> end() {
        return stage == Stage.RUNNING ? rest.map(since::plus) : Optional.empty();
    }

    /** How far it has come; less than 100 while it runs. */
    public float percent(LocalDateTime now) {
        if (stage != Stage.RUNNING || rest.isEmpty() || rest.get().isZero()) {
            return percent;
        }
        float moved =
                Duration.between(since, now).toMillis() / (float) rest.get().toMillis();
        return Math.min(99.9f, percent + (100 - percent) * Math.max(0, moved));
    }

    private Duration left(Duration whole, LocalDateTime now) {
        Duration left = whole.minus(Duration.between(since, now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
