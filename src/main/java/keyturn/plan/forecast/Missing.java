package keyturn.plan.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;

/** What is missing before anybody can say whether a restart would open a database. */
public sealed interface Missing {

    /** What could not be read. */
    enum Subject {
        DATABASES,
        ENCRYPTION,
        KEYS,
        EKM,
        PROVIDERS,
        MODULES,
        LOGINS,
        CREDENTIALS,
        ALTERATIONS
    }

    /** A fact that the answer needs could not be read. */
    record Unread(Subject subject, Message why) implements Missing {}

    /** It is not open now: its key cannot be told, and why it did not open nobody has looked. */
    record NotOpen(DatabaseName database, String state) implements Missing {}

    /** Nothing has used the provider since the last start. */
    record NothingLoaded(ProviderName provider) implements Missing {}

    /** A restart loads another DLL than the one that serves now. */
    record OtherDllLoaded(ProviderName provider, String catalog, List<String> loaded) implements Missing {
        public OtherDllLoaded {
            loaded = List.copyOf(loaded);
        }
    }

    /** The file was replaced after the start: a restart loads another DLL than the one that serves now. */
    record FileReplaced(String path) implements Missing {}

    /**
     * Nobody looked at the vault, or not at all that it takes.
     *
     * @param identity of the credential, which names the vault
     */
    record VaultUnseen(AsymmetricKeyName key, String identity, Optional<Message> why) implements Missing {}

    /** None of the keys that were seen in the vault could be recognised as this one. */
    record KeyNotRecognised(AsymmetricKeyName key, String vault) implements Missing {}

    /** The vault key's version is outside its dates: vaults unwrap with it, and no document says whether the connector takes it. */
    record OutsideDates(AsymmetricKeyName key, String name, String version) implements Missing {}

    /**
     * The credential was altered after the last start. Until a restart the engine may go on with what the credential held before, so
     * no test of the engine says anything of what it holds now, however long ago it was altered; nor did a run try it.
     *
     * @param started empty: it could not be read
     */
    record SecretNotInUse(CredentialName credential, Instant altered, Optional<Instant> started) implements Missing {}

    /**
     * Every valid secret of the application is newer than the last change of the credential, which so holds none of them.
     *
     * @param starts from when on the first of them is valid
     */
    record SecretNewer(CredentialName credential, String application, Instant altered, Instant starts)
            implements Missing {}

    /** The engine was not tested after this change: neither a backup nor a start has needed the key since. */
    record NotTested(DatabaseName database, Optional<Instant> tested, Optional<LastChange> change) implements Missing {}
}
