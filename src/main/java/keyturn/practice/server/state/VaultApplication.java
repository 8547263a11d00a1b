package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * An application that may sign in at a vault.
 *
 * @param client 32 hexadecimal digits, in lower case
 * @param rights of it on keys: get, list, wrapKey, unwrapKey, create, delete
 */
public record VaultApplication(String client, List<ClientSecret> secrets, Set<String> rights) {

    public VaultApplication {
        secrets = List.copyOf(secrets);
        rights = Set.copyOf(rights);
    }

    /**
     * One of its secrets.
     *
     * @param until UTC
     */
    public record ClientSecret(String value, LocalDateTime until) {
        @Override
        public String toString() {
            return "*** until " + until;
        }
    }

    /** The client id as everybody else writes it: a GUID. */
    public String clientId() {
        return client.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    boolean accepts(StoredSecret secret, LocalDateTime now) {
        return client.equals(secret.client())
                && secrets.stream()
                        .anyMatch(s ->
                                s.value().equals(secret.value()) && s.until().isAfter(now));
    }

    /** What a credential of this application holds: client id and its first secret. */
    public StoredSecret stored() {
        return new StoredSecret(client + secrets.getFirst().value());
    }
}
