package keyturn.domain.reach;

/**
 * An address that the connector or Windows needs.
 *
 * @param port 443, or 80 for lists of revoked certificates
 */
public record Endpoint(Purpose purpose, String host, int port) {

    /** What it is needed for. */
    public enum Purpose {
        SIGN_IN,
        VAULT,
        /** Lists of revoked certificates, over plain HTTP. */
        REVOCATION
    }

    /** As people write it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
