package keyturn.plan.forecast;

import java.time.Instant;

/** Something on the way to a key that changed: what was tested before it tests nothing of now. */
public record LastChange(Kind kind, String name, Instant at) {

    /** What changed. */
    public enum Kind {
        /** The database's encryption key was made anew, or re-encrypted. */
        ENCRYPTION_KEY,
        CREDENTIAL,
        LOGIN,
        /** A version of a vault key. */
        KEY_VERSION,
        /** One of several secrets of the application expired; the credential may hold it. */
        SECRET
    }
}
