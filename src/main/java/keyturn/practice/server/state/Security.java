package keyturn.practice.server.state;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;

/**
 * Logins, credentials, which login holds which, keys and certificates.
 *
 * @param keys those of master
 * @param databaseKeys those of other databases
 * @param certificates those of master
 * @param access who may do what, and who is what in databases
 */
public record Security(
        List<Login> logins,
        List<Credential> credentials,
        List<Mapping> mappings,
        List<AsymmetricKey> keys,
        List<DatabaseKey> databaseKeys,
        List<Certificate> certificates,
        Access access) {

    public Security {
        logins = List.copyOf(logins);
        credentials = List.copyOf(credentials);
        mappings = List.copyOf(mappings);
        keys = List.copyOf(keys);
        databaseKeys = List.copyOf(databaseKeys);
        certificates = List.copyOf(certificates);
    }

    /** With the login of the same id replaced. */
    public Security with(Login login) {
        List<Login> now =
                logins.stream().map(l -> l.id() == login.id() ? login : l).toList();
        return new Security(now, credentials, mappings, keys, databaseKeys, certificates, access);
    }

    public Security logins(List<Login> now) {
        return new Security(now, credentials, mappings, keys, databaseKeys, certificates, access);
    }

    public Security with(Access now) {
        return new Security(logins, credentials, mappings, keys, databaseKeys, certificates, now);
    }

    public Optional<Login> login(String name) {
        return logins.stream().filter(l -> l.name().equalsIgnoreCase(name)).findFirst();
    }

    public Optional<Login> login(Bytes sid) {
        return logins.stream().filter(l -> l.sid().equals(sid)).findFirst();
    }

    public Optional<AsymmetricKey> key(Bytes thumbprint) {
        return keys.stream().filter(k -> k.thumbprint().equals(thumbprint)).findFirst();
    }

    public Optional<Login> login(int id) {
        return logins.stream().filter(l -> l.id() == id).findFirst();
    }

    /** In sysadmin, by itself or through another role. */
    public boolean sysadmin(Login login) {
        return access.tokens(0, login.id()).contains(Login.SYSADMIN);
    }

    /** The credential that a login holds for a provider. */
    public Optional<Credential> credential(Login login, int provider) {
        return mappings.stream()
                .filter(m -> m.login() == login.id())
                .flatMap(m -> credentials.stream().filter(c -> c.id() == m.credential()))
                .filter(c -> c.provider().filter(id -> id == provider).isPresent())
                .findFirst();
    }
}
