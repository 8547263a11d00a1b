package keyturn.practice.server.state;

import java.time.LocalDateTime;
import keyturn.practice.tsql.types.Bytes;

/**
 * A database encryption key.
 *
 * @param thumbprint of the key or certificate that wraps it
 * @param asymmetric wrapped by an asymmetric key, else by a certificate
 * @param sealed the key itself, wrapped
 * @param state the number of {@code encryption_state}: 3 is encrypted
 * @param changes how often it was changed since the last log backup
 */
public record Dek(
        Bytes thumbprint,
        boolean asymmetric,
        SealedKey sealed,
        int state,
        Scan scan,
        int changes,
        Cipher cipher,
        Dates dates) {

    public static final int UNENCRYPTED = 1;
    public static final int ENCRYPTING = 2;
    public static final int ENCRYPTED = 3;
    public static final int KEY_CHANGE = 4;
    public static final int DECRYPTING = 5;

    /** Such as AES and 256. */
    public record Cipher(String algorithm, int bits) {}

    /**
     * When what was done with it.
     *
     * @param opened when the database was last opened with it
     */
    public record Dates(
            LocalDateTime created,
            LocalDateTime regenerated,
            LocalDateTime modified,
            LocalDateTime set,
            LocalDateTime opened) {

        /** All at one instant. */
        public static Dates of(LocalDateTime instant) {
            return new Dates(instant, instant, instant, instant, instant);
        }
    }

    /** Whether a scan has begun and not ended: encrypting, key change, decrypting. */
    public boolean scanning() {
        return state == ENCRYPTING || state == KEY_CHANGE || state == DECRYPTING;
    }

    public Dek opened(LocalDateTime now) {
        return new Dek(
                thumbprint,
                asymmetric,
                sealed,
                state,
                scan,
                changes,
                cipher,
                new Dates(dates.created(), dates.regenerated(), dates.modified(), dates.set(), now));
    }

    /** Wrapped by another key. */
    public Dek wrapped(Bytes by, boolean byKey, SealedKey now, LocalDateTime when) {
        return new Dek(
                by,
                byKey,
                now,
                state,
                scan,
                changes + 1,
                cipher,
                new Dates(dates.created(), dates.regenerated(), when, dates.set(), dates.opened()));
    }

    /** Another key of another cipher; what it encrypted is to be encrypted anew. */
    public Dek regenerated(Cipher with, SealedKey anew, int nowChanges, LocalDateTime now) {
        return new Dek(
                thumbprint,
                asymmetric,
                anew,
                state,
                scan,
                nowChanges,
                with,
                new Dates(dates.created(), now, now, dates.set(), dates.opened()));
    }

    /** A scan begins, goes on or ends. */
    public Dek scanned(int nowState, Scan now) {
        return new Dek(thumbprint, asymmetric, sealed, nowState, now, changes, cipher, dates);
    }

    /** SET ENCRYPTION was said. */
    public Dek set(LocalDateTime now) {
        return new Dek(
                thumbprint,
                asymmetric,
                sealed,
                state,
                scan,
                changes,
                cipher,
                new Dates(dates.created(), dates.regenerated(), dates.modified(), now, dates.opened()));
    }

    /** The log was backed up. */
    public Dek backedUp() {
        return new Dek(thumbprint, asymmetric, sealed, state, scan, 0, cipher, dates);
    }
}
