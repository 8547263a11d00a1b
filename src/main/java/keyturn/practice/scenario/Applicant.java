package keyturn.practice.scenario;

import java.time.Instant;
import java.util.Set;
import keyturn.practice.server.state.StoredSecret;

/**
 * The application by which the SQL Server signs in at its vault.
 *
 * @param client its client id, a GUID in small letters
 * @param until the secret's end
 * @param rights of it on keys
 */
record Applicant(String client, String secret, Instant until, Set<String> rights) {

    Applicant {
        rights = Set.copyOf(rights);
    }

    /** What a credential of it holds: the client id without hyphens, then the secret. */
    StoredSecret stored() {
        return new StoredSecret(client.replace("-", "") + secret);
    }

    @Override
    public String toString() {
        return "applicant " + client;
    }
}
