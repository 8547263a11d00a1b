package keyturn.domain.inspection;

import keyturn.domain.AsymmetricKeyName;

/**
 * The asymmetric key that a login was made from, and how that is known. Microsoft documents {@code sys.asymmetric_keys.sid} as
 * NULL for keys on a provider, so the SID of the login often does not lead to its key.
 */
public record MadeFrom(AsymmetricKeyName key, Link link) {

    /** How it is known. */
    public enum Link {
        /** {@code sys.asymmetric_keys.sid} is the SID of the login. */
        SID,
        /** The SID of the login ends in the thumbprint of the key; inferred from how logins are made from certificates. */
        THUMBPRINT,
        /** No other login, and no other key, is left. A key with a login cannot be dropped (15559). */
        ONLY_ONE,
        /** A plan or a DBA says so, and nothing that SQL Server shows speaks against it. */
        NAMED
    }
}
