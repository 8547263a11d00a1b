package keyturn.practice.server.views;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.ProviderCode;
import keyturn.practice.tsql.SqlError;
import org.jspecify.annotations.Nullable;

/**
 * The way from a database's encryption key to the vault: key, provider, login, credential, vault. What breaks on it has
 * the number that the engine gives.
 */
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
        return instance.surroundings().sessions().stream()
                .flatMap(client -> client
                        .credential()
                        .flatMap(id -> instance.security().credentials().stream()
                                .filter(c -> c.id() == id)
                                .findFirst())
                        .flatMap(c ->
                                c.provider().map(p -> new Holder(client.spid(), new Session(p, c.id(), c.identity()))))
                        .stream());
    }

    static Optional<Session> session(Instance instance, Database database) {
        return database.dek()
                .flatMap(dek -> instance.security().key(dek.thumbprint()))
                .flatMap(key -> instance.ekm()
                        .provider(key.provider())
                        .flatMap(
                                p -> credential(instance, key, p).map(c -> new Session(p.id(), c.id(), c.identity()))));
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
        return database.dek().filter(Dek::asymmetric).flatMap(dek -> refusal(instance, dek, opening, code));
    }

    private static Optional<SqlError> refusal(Instance instance, Dek dek, boolean opening, int code) {
        Optional<AsymmetricKey> key = instance.security().key(dek.thumbprint());
        Optional<Provider> provider = key.flatMap(k -> instance.ekm().provider(k.provider()));
        if (key.isEmpty()) {
            return Optional.of(Messages.error(33111, 4, "asymmetric key", dek.thumbprint()));
        }
        if (provider.isEmpty() || instance.ekm().loadedFor(provider.get().id()).isEmpty()) {
            return Optional.of(Messages.error(33030, 1));
        }
        if (opening && !provider.get().enabled()) {
            return Optional.of(Messages.error(33031, 1, provider.get().name()));
        }
        return access(instance, key.get(), provider.get(), code);
    }

    private static Optional<SqlError> access(Instance instance, AsymmetricKey key, Provider provider, int code) {
        Optional<Login> login = instance.security().login(key.sid());
        Optional<Credential> credential = credential(instance, key, provider);
        int answer = code != 0 ? code : instance.ekm().vault().code();
        if (credential.isEmpty()) {
            String name = login.map(Login::name).orElse("");
            return Optional.of(Messages.error(33046, 1, name, "cryptographic provider", provider.name()));
        }
        if (!credential.get().secret()) {
            return Optional.of(
                    Messages.error(33047, 1, "credential", credential.get().name()));
        }
        return answer == 0
                ? Optional.ofNullable(of(instance, key, provider))
                : Optional.of(session(instance, provider, answer));
    }

    /** What the vault says of this key alone. */
    private static @Nullable SqlError of(Instance instance, AsymmetricKey key, Provider provider) {
        int code = key.access().code();
        return switch (key.access()) {
            case OPEN -> null;
            case UNREACHABLE -> session(instance, provider, code);
            case DISABLED, GONE -> {
                String text = Messages.text(33049, "thumbprint", key.thumbprint(), code, ProviderCode.tail(code));
                yield new SqlError(33049, 16, 2, 0, ofVersion(instance, text));
            }
        };
    }

    private static SqlError session(Instance instance, Provider provider, int code) {
        String text = Messages.text(33028, "cryptographic provider", provider.name(), code, ProviderCode.tail(code));
        return new SqlError(33028, 16, 1, 0, ofVersion(instance, text));
    }

    /** Two blanks stand before the provider's words up to SQL Server 2022. */
    public static String ofVersion(Instance instance, String text) {
        return instance.identity().version().year() <= 2022 ? text.replace(". (", ".  (") : text;
    }
}
