package keyturn.domain.azure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.CredentialName;

/**
 * That a credential signs in as an application. SQL Server shows the client id of no credential, so somebody said it, or a run
 * gave the credential its secret.
 */
public record Tie(CredentialName credential, ClientId application, Source source) {

    /** How it is known. */
    public sealed interface Source {

        /** Since when, by the clock of this machine. */
        Instant at();
    }

    /** The DBA said so. */
    public record Told(Instant at) implements Source {}

    /**
     * A run created or altered the credential with a secret of the application.
     *
     * @param run its id
     * @param changed the same time by the server's clock; empty: it was not to be read
     * @param tried keys that were unwrapped with in their vault with the very same secret, right before
     * @param keyId by which the directory knows that secret; empty: nobody knows which one it was
     */
    public record OfRun(String run, Instant at, Optional<Instant> changed, Set<TriedKey> tried, Optional<String> keyId)
            implements Source {
        /** The catalog keeps its times in steps of 1/300 second, which may be later than the moment itself. */
        private static final Duration STEP = Duration.ofMillis(4);

        public OfRun {
            tried = Set.copyOf(tried);
        }

        /** Where nobody knows which secret it was. */
        public OfRun(String run, Instant at, Optional<Instant> changed, Set<TriedKey> tried) {
            this(run, at, changed, tried, Optional.empty());
        }

        /** Nobody altered the credential after the run: what was tried is what it holds. */
        public boolean isLastChange(Instant altered) {
            return changed.filter(at -> !altered.isAfter(at.plus(STEP))).isPresent();
        }
    }

    /** @param version empty: the newest at that time */
    public record TriedKey(VaultAddress vault, String name, Optional<String> version) {

        public boolean isOf(VaultMatch match) {
            return vault.equals(match.vault().address())
                    && name.equalsIgnoreCase(match.key().name())
                    && version.filter(
                                    one -> !one.equalsIgnoreCase(match.version().id()))
                            .isEmpty();
        }
    }

    /** The run that gave the credential its secret; empty: the DBA said so. */
    public Optional<OfRun> ofRun() {
        return switch (source) {
            case Told told -> Optional.empty();
            case OfRun run -> Optional.of(run);
        };
    }
}
