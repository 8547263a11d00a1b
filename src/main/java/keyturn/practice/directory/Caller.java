package keyturn.practice.directory;

import java.util.Optional;

/**
 * Who a token speaks for.
 *
 * @param objectId of the service principal or the person
 * @param clientId of the application that signed in
 * @param userName of a person; empty for an application of its own
 */
public record Caller(
        String tenant, String issuer, String audience, String objectId, String clientId, Optional<String> userName) {

    /** As the vault's messages name the caller. */
    public String words() {
        return "appid=" + clientId + ";oid=" + objectId + ";iss=" + issuer;
    }
}
