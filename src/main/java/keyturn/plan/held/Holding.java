package keyturn.plan.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.SeenSecrets;

/** Which secret of its application a credential holds, as far as it is known. */
public sealed interface Holding {

    /** More than the clocks of directory and server differ by where both are sound: what starts later than this came later. */
    Duration CLOCKS_APART = Duration.ofMinutes(5);

    /**
     * A run gave it this one, and nobody has altered the credential since.
     *
     * @param run its id
     * @param keyId by which the directory knows it
     */
    record Given(String run, String keyId) implements Holding {}

    /**
     * Nobody knows which.
     *
     * @param altered when the credential was altered last; empty: not read
     */
    record Unknown(Optional<Instant> altered) implements Holding {}

    static Holding of(Inspection seen, CredentialName credential) {
        Optional<Instant> altered = SeenSecrets.altered(seen, credential);
        return seen.ties()
                .secretOfRun(credential)
                .filter(run -> altered.filter(run::isLastChange).isPresent())
                .<Holding>flatMap(run -> run.keyId().map(keyId -> new Given(run.run(), keyId)))
                .orElseGet(() -> new Unknown(altered));
    }

    /** The key id of the secret that it is known to hold. */
    default Optional<String> known() {
        return switch (this) {
            case Given given -> Optional.of(given.keyId());
            case Unknown unknown -> Optional.empty();
        };
    }

    /** It holds this secret, or may hold it. */
    default boolean mayBe(SecretSeen secret) {
        return switch (this) {
            case Given given -> given.keyId().equalsIgnoreCase(secret.keyId());
            case Unknown unknown ->
                unknown.altered()
                        .map(at -> at.plus(CLOCKS_APART))
                        .filter(at -> secret.starts().filter(at::isBefore).isPresent())
                        .isEmpty();
        };
    }
}
