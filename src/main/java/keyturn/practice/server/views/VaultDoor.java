package keyturn.practice.server.views;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeyAccess;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.ProviderCode;
import keyturn.practice.server.state.ProviderSession;
import keyturn.practice.server.state.SignIn;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Bytes;

/**
 * The way from a database's encryption key to the vault: key, provider, login, credential, vault. What breaks on it has
 * the number that the engine gives.
 */
public final class VaultDoor {

    /** The engine's own number, under which it opens databases. */
    public static final int ENGINE = 24;

    private static final int NO_KEY_NAME = 2053;

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

    private static Optional<Provider> provider(Instance instance, AsymmetricKey key) {
        return key.provider().flatMap(guid -> instance.ekm().provider(guid));
    }

    private static Optional<Credential> credential(Instance instance, AsymmetricKey key, Provider provider) {
        return instance.security()
                .login(key.sid())
                .flatMap(login -> instance.security().credential(login, provider.id()));
    }

    /**
     * What stops the database's key from being unwrapped, if anything does.
     *
     * @param opening the database is being opened, as at a start: a disabled provider gives no session; a database
     *     that is open has its session still
     * @param code the answer of the provider: 0, or that of a fault
     */
    public static Optional<SqlError> refusal(Instance instance, Database database, boolean opening, int code) {
        return database.dek()
                .filter(dek -> dek.asymmetric() && !database.system())
                .flatMap(dek -> refusal(instance, dek, opening, code));
    }

    private static Optional<SqlError> refusal(Instance instance, Dek dek, boolean opening, int code) {
        Optional<AsymmetricKey> key = instance.security().key(dek.thumbprint());
        return key.isEmpty()
                ? Optional.of(Messages.error(33111, 4, "asymmetric key", dek.thumbprint()))
                : refusal(instance, key.get(), opening, code);
    }

    /** What stops a database's key from being wrapped by a key, if anything does. */
    public static Optional<SqlError> refusal(Instance instance, AsymmetricKey key, int code) {
        boolean session = provider(instance, key)
                .flatMap(p -> credential(instance, key, p))
                .filter(c -> serves(instance, c))
                .isPresent();
        return refusal(instance, key, !session, code);
    }

    private static Optional<SqlError> refusal(Instance instance, AsymmetricKey key, boolean opening, int code) {
        Optional<Provider> provider = provider(instance, key);
        if (provider.isEmpty()) {
            String guid = String.valueOf(key.provider().orElse(null)).toUpperCase(Locale.ROOT);
            return Optional.of(Messages.error(33082, 1, guid));
        }
        if (instance.ekm().loadedFor(provider.get().id()).isEmpty()) {
            return Optional.of(Messages.error(33030, 1));
        }
        if (opening && !provider.get().enabled()) {
            return Optional.of(Messages.error(33031, 1, provider.get().name()));
        }
        return access(instance, key, provider.get(), code);
    }

    private static Optional<SqlError> access(Instance instance, AsymmetricKey key, Provider provider, int code) {
        Optional<Login> login = instance.security().login(key.sid());
        Optional<Credential> credential = credential(instance, key, provider);
        String name = login.map(Login::name).orElse("");
        if (login.filter(Login::disabled).isPresent()) {
            return Optional.of(Messages.error(33056, 1, name, "cryptographic provider", provider.name()));
        }
        if (credential.isEmpty()) {
            return Optional.of(Messages.error(33046, 1, name, "cryptographic provider", provider.name()));
        }
        Optional<SqlError> managed = ManagedIdentity.refusal(instance, credential.get());
        if (managed.isPresent()) {
            return managed;
        }
        Optional<SignIn> signIn = signIn(instance, credential.get());
        if (signIn.isEmpty()) {
            return Optional.of(
                    Messages.error(33047, 1, "credential", credential.get().name()));
        }
        int answer = code != 0 ? code : instance.ekm().vault().session(signIn.get());
        return answer != 0
                ? Optional.of(noSession(instance, provider, answer))
                : ofKey(instance, key, provider, signIn.get());
    }

    private static Optional<SignIn> signIn(Instance instance, Credential credential) {
        return instance.ekm()
                .heldBy(ENGINE, credential)
                .map(ProviderSession::signIn)
                .or(() -> credential.secret().map(s -> new SignIn(credential.identity(), s)));
    }

    /** What the vault says of this key alone. */
    private static Optional<SqlError> ofKey(Instance instance, AsymmetricKey key, Provider provider, SignIn signIn) {
        Bytes thumbprint = key.thumbprint();
        String uri = instance.ekm()
                .registry()
                .uri(thumbprint)
                .orElseGet(() -> instance.ekm().vault().named(thumbprint));
        int code = uri.isEmpty() ? NO_KEY_NAME : instance.ekm().vault().use(signIn, uri);
        if (code == KeyAccess.UNREACHABLE.code()) {
            return Optional.of(noSession(instance, provider, code));
        }
        return code == 0 ? Optional.empty() : Optional.of(noKey(instance, "thumbprint", thumbprint, code));
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
