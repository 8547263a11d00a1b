package keyturn.practice.server.state;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.Prevailing;

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

    public Security credentials(List<Credential> now) {
        return new Security(logins, now, mappings, keys, databaseKeys, certificates, access);
    }

    public Security mappings(List<Mapping> now) {
        return new Security(logins, credentials, now, keys, databaseKeys, certificates, access);
    }

    public Security keys(List<AsymmetricKey> now) {
        return new Security(logins, credentials, mappings, now, databaseKeys, certificates, access);
    }

    public Security databaseKeys(List<DatabaseKey> now) {
        return new Security(logins, credentials, mappings, keys, now, certificates, access);
    }

    public Security with(Access now) {
        return new Security(logins, credentials, mappings, keys, databaseKeys, certificates, now);
    }

    public Optional<Login> login(String name) {
        return logins.stream()
                .filter(l -> Prevailing.server().same(l.name(), name))
                .findFirst();
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

    public Optional<Credential> credential(String name) {
        return credentials.stream()
                .filter(c -> Prevailing.server().same(c.name(), name))
                .findFirst();
    }

    public Optional<Certificate> certificate(String name) {
        return certificates.stream()
                .filter(c -> Prevailing.server().same(c.name(), name))
                .findFirst();
    }

    /** The keys of a database. */
    public List<AsymmetricKey> keysOf(Database database) {
        return database.id() == 1
                ? keys
                : databaseKeys.stream()
                        .filter(k -> Prevailing.server().same(k.database(), database.name()))
                        .map(DatabaseKey::key)
                        .toList();
    }

    /** The credential that a login holds for a provider. */
    public Optional<Credential> credential(Login login, int provider) {
        return mappings.stream()
                .filter(m -> m.login() == login.id())
                .flatMap(m -> credentials.stream().filter(c -> c.id() == m.credential()))
                .filter(c -> c.isFor(provider))
                .findFirst();
    }
}
