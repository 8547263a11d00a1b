package keyturn.plan.forecast;

import java.time.Instant;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.VaultAddress;

/** Why a restart would not open a database. */
public sealed interface Cause {

    /** {@code EKM provider enabled} is off, or will be from the next start on. */
    record EkmOff() implements Cause {}

    /** The key's provider has no row in the catalog. */
    record ProviderGone(AsymmetricKeyName key) implements Cause {}

    /** The engine opens no session with a disabled provider (33031). */
    record ProviderDisabled(ProviderName provider) implements Cause {}

    /** No file lies where the catalog has the DLL. */
    record DllGone(ProviderName provider, String path) implements Cause {}

    /** The DLL lies there, and SQL Server would not load it (33027): seen on the host. */
    record DllUnusable(ProviderName provider, String path, Flaw flaw) implements Cause {}

    /** What keeps SQL Server from loading a DLL. */
    enum Flaw {
        NOT_SIGNED,
        /** By the account that SQL Server runs as. */
        NOT_READABLE,
        /** Of Visual C++; only of a DLL that is not loaded now. */
        NO_RUNTIME
    }

    /** No asymmetric key of master has the thumbprint that protects the database (33111). */
    record KeyGone(DatabaseName database, Thumbprint thumbprint) implements Cause {}

    /** No login was made from the key. */
    record NoLogin(AsymmetricKeyName key) implements Cause {}

    /** The engine opens no session as a disabled login (33056). */
    record LoginDisabled(LoginName login) implements Cause {}

    /** The login carries no credential for the provider (33046). */
    record NoCredential(LoginName login, ProviderName provider) implements Cause {}

    /** The version of the vault key that protects the database is disabled. */
    record VersionDisabled(AsymmetricKeyName key, VaultAddress vault, String name, String version) implements Cause {}

    /** The vault that the credential names was seen whole, and the key is not in it. */
    record KeyNotInVault(AsymmetricKeyName key, VaultAddress vault) implements Cause {}

    /** The application of SQL Server, which looked itself, has no right to unwrap keys in the vault. */
    record MayNotUnwrap(String application, VaultAddress vault) implements Cause {}

    /**
     * No secret of the application is valid any more.
     *
     * @param since when the last of them expired; empty: not seen, or the application has none
     */
    record SecretExpired(String application, Optional<Instant> since) implements Cause {}

    /**
     * The secret that a run gave the credential is not valid any more, though the application has another that is.
     *
     * @param keyId by which the directory knows it
     * @param expired when; empty: the directory does not list it any more
     */
    record HeldSecretOver(CredentialName credential, String application, String keyId, Optional<Instant> expired)
            implements Cause {}
}
