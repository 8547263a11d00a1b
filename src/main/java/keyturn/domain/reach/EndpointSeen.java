package keyturn.domain.reach;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt to reach an address from this computer went. It says nothing of the service account on the server.
 *
 * @param detail what the system said, where it failed
 * @param clockAhead by how much this computer's clock is ahead of the one at the address; empty: it did not say its time
 * @param issuer who issued the certificate it showed; empty: none was seen
 * @param revocation hosts of the lists of revoked certificates that its certificate names
 */
public record EndpointSeen(
        Endpoint endpoint,
        Reach reach,
        Optional<String> detail,
        Optional<Duration> clockAhead,
        Optional<String> issuer,
        List<String> revocation) {

    public EndpointSeen {
        revocation = List.copyOf(revocation);
    }

    /** How far one came. */
    public enum Reach {
        ANSWERED,
        NO_NAME,
        NO_CONNECTION,
        /** Something answers, and its certificate is not trusted. */
        NOT_TRUSTED,
        NO_ANSWER
    }

    public boolean answered() {
        return reach == Reach.ANSWERED;
    }
}
