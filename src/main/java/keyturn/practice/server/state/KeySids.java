package keyturn.practice.server.state;

/**
 * What the catalog shows of the link between a provider's asymmetric key and the login made from it. The page of
 * {@code sys.asymmetric_keys} says that {@code sid} is NULL for such keys; scripts from the field join on it and find rows.
 */
public enum KeySids {
    /** {@code sid} of the key is NULL; the login's SID ends in the key's thumbprint, as that of a certificate's login does. */
    NULL,
    /** {@code sid} of the key is that of the login. */
    SHOWN,
    /** {@code sid} of the key is NULL, and the login's SID tells nothing. */
    OPAQUE
}
