package keyturn.practice.server.state;

import java.time.LocalDateTime;
import keyturn.practice.tsql.types.Bytes;

/**
 * A database encryption key.
 *
 * @param thumbprint of the key or certificate that wraps it
 * @param asymmetric wrapped by an asymmetric key, else by a certificate
 * @param state the number of {@code encryption_state}: 3 is encrypted
 * @param opened when the database was last opened with it
 */
public record Dek(
        Bytes thumbprint,
        boolean asymmetric,
        int state,
        String algorithm,
        int bits,
        LocalDateTime created,
        LocalDateTime regenerated,
        LocalDateTime modified,
        LocalDateTime set,
        LocalDateTime opened) {

    public Dek opened(LocalDateTime instant) {
        return new Dek(thumbprint, asymmetric, state, algorithm, bits, created, regenerated, modified, set, instant);
    }
}
