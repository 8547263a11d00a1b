package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A credential. No view shows its secret.
 *
 * @param identity for a vault its short name or host
 * @param provider id of the provider it is for
 */
public record Credential(
        int id,
        String name,
        String identity,
        Optional<StoredSecret> secret,
        LocalDateTime created,
        LocalDateTime modified,
        Optional<Integer> provider) {

    /** ALTER CREDENTIAL sets both anew; whom it is for stays. */
    public Credential altered(String nowIdentity, Optional<StoredSecret> nowSecret, LocalDateTime now) {
        return new Credential(id, name, nowIdentity, nowSecret, created, now, provider);
    }

    public boolean isFor(int providerId) {
        return provider.filter(id -> id == providerId).isPresent();
    }
}
