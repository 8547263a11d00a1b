package keyturn.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Fact;

/**
 * A row of "Am I covered?".
 *
 * @param full when the last one finished; known and empty: the history has none
 * @param keyBackup whether a backup of its vault key is known; nobody keeps such a list yet
 * @param at the look that the ages count from
 */
public record Covered(
        DatabaseName database,
        Fact<Optional<Instant>> full,
        Fact<Optional<Instant>> differential,
        Fact<Optional<Instant>> log,
        Fact<Boolean> keyBackup,
        Instant at) {

    /** How old a backup was when it was looked at. */
    public Duration age(Instant finished) {
        return Duration.between(finished, at);
    }
}
