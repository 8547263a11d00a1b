package keyturn.practice.server.views;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.ProviderCode;
import keyturn.practice.server.state.ProviderSession;
import keyturn.practice.server.state.SignIn;
import keyturn.practice.tsql.SqlError;

/** The way from a database's encryption key to its provider: key, login, credential; and the errors of providers. */
public final class VaultDoor {

    /** The engine's own number, under which it opens databases. */
    public static final int ENGINE = 24;

    private VaultDoor() {}

    /** A session of a provider: which, by which credential, as whom. */
    record Session(int provider, int credential, String identity) {}

    /** Who holds a session. */
    record Holder(int spid, Session session) {}

    /** Clients that hold a session. */
    static Stream<Holder> holders(Instance instance) {
        Stream<Holder> standing = instance.surroundings().sessions().stream()
                .flatMap(client -> client
                        .credential()
                        .flatMap(id -> instance.security().credentials().stream()
                                .filter(c -> c.id() == id)
                                .findFirst())
                        .flatMap(c ->
                                c.provider().map(p -> new Holder(client.spid(), new Session(p, c.id(), c.identity()))))
                        .stream());
        Stream<Holder> own = instance.ekm().sessions().stream()
                .filter(s -> s.spid() != ENGINE)
                .map(s -> new Holder(
                        s.spid(),
                        new Session(s.provider(), s.credential(), s.signIn().vault())));
        return Stream.concat(standing, own);
    }

    /** The engine's session by which an open database has its key. */
    static Optional<Session> session(Instance instance, Database database) {
        return database.dek()
                .flatMap(dek -> instance.security().key(dek.thumbprint()))
                .flatMap(key -> provider(instance, key)
                        .flatMap(p -> credential(instance, key, p)
                                .map(c -> new Session(p.id(), c.id(), identity(instance, c)))));
    }

    private static String identity(Instance instance, Credential credential) {
        return instance.ekm()
                .heldBy(ENGINE, credential)
                .map(s -> s.signIn().vault())
                .orElse(credential.identity());
    }

    /** Whether an open database keeps a session of the engine's by this credential. */
    public static boolean serves(Instance instance, Credential credential) {
        return instance.databases().stream()
                .filter(Database::online)
                .flatMap(d -> session(instance, d).stream())
                .anyMatch(s -> s.credential() == credential.id());
    }

    /** The provider of a key, if it is registered. */
    public static Optional<Provider> provider(Instance instance, AsymmetricKey key) {
        return key.provider().flatMap(guid -> instance.ekm().provider(guid));
    }

    /** The credential of the login that was made from a key. */
    public static Optional<Credential> credential(Instance instance, AsymmetricKey key, Provider provider) {
        return instance.security()
                .login(key.sid())
                .flatMap(login -> instance.security().credential(login, provider.id()));
    }

    /** With what the engine signs in by a credential: what it holds from before, else what the credential has now. */
    public static Optional<SignIn> signIn(Instance instance, Credential credential) {
        return instance.ekm()
                .heldBy(ENGINE, credential)
                .map(ProviderSession::signIn)
                .or(() -> now(credential));
    }

    /** With what a session that begins now signs in. */
    public static Optional<SignIn> now(Credential credential) {
        return credential.secret().map(s -> new SignIn(credential.identity(), s));
    }

    /** 33028: the vault gives the provider no session. */
    public static SqlError noSession(Instance instance, Provider provider, int code) {
        String text = Messages.text(33028, "cryptographic provider", provider.name(), code, ProviderCode.tail(code));
        return new SqlError(33028, 16, 1, 0, ofVersion(instance, text));
    }

    /** 33049: the provider gives no key of a name or thumbprint. */
    public static SqlError noKey(Instance instance, String what, Object value, int code) {
        String text = Messages.text(33049, what, value, code, ProviderCode.tail(code));
        return new SqlError(33049, 16, 2, 0, ofVersion(instance, text));
    }

    /** Two blanks stand before the provider's words up to SQL Server 2022. */
    public static String ofVersion(Instance instance, String text) {
        return instance.identity().version().year() <= 2022 ? text.replace(". (", ".  (") : text;
    }
}
