package keyturn.practice.server;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Dek;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeyThumbprint;
import keyturn.practice.server.state.KeyVault;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Provider;
import keyturn.practice.server.state.SealedKey;
import keyturn.practice.server.state.SignIn;
import keyturn.practice.server.state.VaultKey;
import keyturn.practice.server.views.ManagedIdentity;
import keyturn.practice.server.views.VaultDoor;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.types.Bytes;

/**
 * The engine's own use of the keys in vaults: it wraps and unwraps the encryption keys of databases. What breaks on the
 * way has the number that the engine gives.
 */
record KeyUse(Instance instance, VaultTrip trip) {

    private static final int NO_KEY_NAME = 2053;
    private static final int LONG = 20;

    static KeyUse of(Turn turn) {
        return new KeyUse(turn.instance(), VaultTrip.of(turn));
    }

    /** A key that can be used, and by whom. */
    private record Usable(KeyVault.Session session, String name) {}

    /**
     * What stops the database's key from being unwrapped, if anything does.
     *
     * @param opening the database is being opened, as at a start: a disabled provider gives no session; a database
     *     that is open has its session still
     */
    Optional<SqlError> refusal(Database database, boolean opening) {
        try {
            prove(database, opening);
            return Optional.empty();
        } catch (SqlError e) {
            return Optional.of(e);
        }
    }

    /** @throws SqlError with what {@link #refusal} tells of */
    void prove(Database database, boolean opening) {
        database.dek().filter(dek -> dek.asymmetric() && !database.system()).ifPresent(dek -> unwrapped(dek, opening));
    }

    /**
     * The encryption key itself.
     *
     * @throws SqlError 33111, 33082, 33030, 33031, 33056, 33046, 33047, 33028, 33049, 33126, 37563, 37576
     */
    Bytes unwrapped(Dek dek, boolean opening) {
        if (!dek.asymmetric()) {
            return dek.sealed().bytes();
        }
        AsymmetricKey key = instance.security()
                .key(dek.thumbprint())
                .orElseThrow(() -> Messages.error(33111, 4, "asymmetric key", dek.thumbprint()));
        Usable usable = usable(key, opening);
        Bytes plain =
                given(key, usable.session().unwrap(usable.name(), dek.sealed().bytes()));
        if (plain.length() * 8 != dek.cipher().bits()) {
            throw Messages.error(33126, 1);
        }
        return plain;
    }

    /**
     * A key as it lies in its database, under a key of the provider.
     *
     * @throws SqlError as {@link #unwrapped} does
     */
    SealedKey sealed(AsymmetricKey key, Bytes plain) {
        boolean session = VaultDoor.provider(instance, key)
                .flatMap(p -> VaultDoor.credential(instance, key, p))
                .filter(c -> VaultDoor.serves(instance, c))
                .isPresent();
        Usable usable = usable(key, !session);
        return SealedKey.of(given(key, usable.session().wrap(usable.name(), plain)));
    }

    /** Another key for a cipher. */
    static Bytes made(Dek.Cipher cipher) {
        byte[] bytes = new byte[cipher.bits() / 8];
        new SecureRandom().nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private <T> T given(AsymmetricKey key, KeyVault.Answer<T> answer) {
        return switch (answer) {
            case KeyVault.Found<T> f -> f.value();
            case KeyVault.Refused<T> r -> throw VaultDoor.noKey(instance, "thumbprint", key.thumbprint(), r.code());
        };
    }

    private Usable usable(AsymmetricKey key, boolean opening) {
        Provider provider = VaultDoor.provider(instance, key)
                .orElseThrow(() -> Messages.error(
                        33082, 1, String.valueOf(key.provider().orElse(null)).toUpperCase(Locale.ROOT)));
        if (instance.ekm().loadedFor(provider.id()).isEmpty()) {
            throw Messages.error(33030, 1);
        }
        if (opening && !provider.enabled()) {
            throw Messages.error(33031, 1, provider.name());
        }
        KeyVault.Session session = session(key, provider, opening);
        String name = name(key, provider)
                .orElseThrow(() -> VaultDoor.noKey(instance, "thumbprint", key.thumbprint(), NO_KEY_NAME));
        VaultKey found = given(key, trip.key(session, name));
        instance.ekm()
                .registry()
                .uri(key.thumbprint())
                .filter(uri -> !uri.equalsIgnoreCase(found.uri()))
                .ifPresent(uri -> trip.found(key.thumbprint(), found.uri()));
        return new Usable(session, name.indexOf('/') < 0 ? name : found.name() + "/" + found.version());
    }

    /** A database that is being opened gets a session of its own, with what its credential holds now. */
    private KeyVault.Session session(AsymmetricKey key, Provider provider, boolean opening) {
        Optional<Login> login = instance.security().login(key.sid());
        Function<Integer, SqlError> ofLogin = number ->
                Messages.error(number, 1, login.map(Login::name).orElse(""), "cryptographic provider", provider.name());
        if (login.filter(Login::disabled).isPresent()) {
            throw ofLogin.apply(33056);
        }
        Credential credential = VaultDoor.credential(instance, key, provider).orElseThrow(() -> ofLogin.apply(33046));
        ManagedIdentity.refusal(instance, credential).ifPresent(e -> {
            throw e;
        });
        SignIn signIn = (opening ? VaultDoor.now(credential) : VaultDoor.signIn(instance, credential))
                .orElseThrow(() -> Messages.error(33047, 1, CredentialStatements.NOUN, credential.name()));
        return switch (trip.open(signIn)) {
            case KeyVault.Opened o -> o.session();
            case KeyVault.Closed c -> throw VaultDoor.noSession(instance, provider, c.code());
        };
    }

    /**
     * What a thumbprint stands for: what the registry says of it, or, up to 1.0.4.0, the name that it is. A key that the
     * registry knows in another vault is looked for under its name and version in the one that the credential names, as
     * after it was restored there.
     */
    Optional<String> name(AsymmetricKey key, Provider provider) {
        Bytes thumbprint = key.thumbprint();
        boolean readable = thumbprint.length() < LONG
                || instance.ekm().build(provider.id()).shortThumbprints();
        return instance.ekm()
                .registry()
                .uri(thumbprint)
                .map(uri -> uri.substring(uri.indexOf("/keys/") + "/keys/".length()))
                .or(() -> readable ? KeyThumbprint.name(thumbprint) : Optional.empty());
    }
}
