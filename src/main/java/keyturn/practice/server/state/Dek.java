package keyturn.practice.server.state;

import java.time.LocalDateTime;
import keyturn.practice.tsql.types.Bytes;

/**
 * A database encryption key.
 *
 * @param thumbprint of the key or certificate that wraps it
 * @param asymmetric wrapped by an asymmetric key, else by a certificate
 * @param state the number of {@code encryption_state}: 3 is encrypted
 * @param percent how far a running scan has come; 0 where none runs
 * @param opened when the database was last opened with it
 */
public record Dek(
        Bytes thumbprint,
        boolean asymmetric,
        int state,
        int percent,
        String algorithm,
        int bits,
        LocalDateTime created,
        LocalDateTime regenerated,
        LocalDateTime modified,
        LocalDateTime set,
        LocalDateTime opened) {

    /** Whether a scan runs: encrypting, key change, decrypting. */
    public boolean scanning() {
        return state == 2 || state == 4 || state == 5;
    }

    public Dek opened(LocalDateTime instant) {
        return new Dek(
                thumbprint, asymmetric, state, percent, algorithm, bits, created, regenerated, modified, set, instant);
    }
}
