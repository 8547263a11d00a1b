package keyturn.plan.fact;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.step.ScratchDatabase;
import keyturn.plan.step.TestSnapshot;

/**
 * What must hold before or after a step. It is one value with two interpreters: {@link #holds} asks an inspection, and the
 * guards of exported scripts ask the server in T-SQL.
 */
public sealed interface Condition {

    /** About what makes a server ready for keys outside of it. */
    sealed interface OfSetup extends Condition {}

    /** {@code EKM provider enabled} is set and in force. */
    record EkmOn() implements OfSetup {}

    /** A key of master or a credential is of this provider. */
    record ProviderUsed(ProviderName provider) implements OfSetup {}

    record ProviderThere(ProviderName provider) implements Condition {}

    /** The catalog has this DLL. */
    record ProviderPoints(ProviderName provider, DllPath dll) implements Condition {}

    /** @param version that the catalog has; empty: nobody knows which, so that nothing shows */
    record ProviderVersion(ProviderName provider, Optional<FileVersion> version) implements Condition {}

    record ProviderEnabled(ProviderName provider) implements Condition {}

    /** The catalog has this DLL, and the process holds it and no other of the provider. */
    record ConnectorLoaded(ProviderName provider, DllPath dll) implements Condition {}

    record DatabaseOnline(DatabaseName database) implements Condition {}

    /** The engine has used the key of the database: only the run itself sees that. */
    record DatabaseTested(DatabaseName database, boolean afterChange) implements Condition {}

    /** The snapshot that a test of this database made. */
    record SnapshotThere(DatabaseName database, TestSnapshot snapshot) implements Condition {

        public String name() {
            return snapshot.name();
        }
    }

    /** A login, a credential or a key of master has this name, of whatever kind it is. */
    record NameTaken(NameKind kind, String name) implements Condition {}

    /** A credential for a provider. */
    record CredentialThere(CredentialName credential) implements Condition {}

    record CredentialNames(CredentialName credential, String identity, ProviderName provider) implements Condition {}

    /** A login that is made from a key. */
    record KeyLoginThere(LoginName login) implements Condition {}

    record KeyLoginMade(LoginName login, AsymmetricKeyName key) implements Condition {}

    /** Of a login that is made from a key, or of the login that asks. */
    record CredentialMapped(LoginName login, CredentialName credential) implements Condition {}

    /** A key of master that lives on a provider. */
    record KeyThere(AsymmetricKeyName key) implements Condition {}

    /**
     * The key of master is this key of the vault.
     *
     * @param version that the bare name stood for when it was planned; empty where that is not known
     * @param thumbprint that it must have; empty where none is known
     */
    record KeyOpened(
            AsymmetricKeyName key,
            ProviderName provider,
            KeyReference vaultKey,
            Optional<String> version,
            Optional<Thumbprint> thumbprint)
            implements Condition {

        /** Where no thumbprint is known. */
        public KeyOpened(
                AsymmetricKeyName key, ProviderName provider, KeyReference vaultKey, Optional<String> version) {
            this(key, provider, vaultKey, version, Optional.empty());
        }
    }

    /** Some DEK is protected by it. */
    record KeyUsed(AsymmetricKeyName key) implements Condition {}

    /** The DEK of the database is protected by this key, whatever is under way. */
    record ProtectedBy(DatabaseName database, AsymmetricKeyName key) implements Condition {}

    /** The DEK of the database is protected by this key, and nothing is under way. */
    record Reencrypted(DatabaseName database, AsymmetricKeyName key) implements Condition {}

    /** The history has this log backup, or anybody's that began later. */
    record LogBackedUp(DatabaseName database, Optional<BackupFile> file, Optional<Instant> since)
            implements Condition {}

    /** The history has this backup, or anybody's from after the database came to be protected by the key. */
    record BackedUp(DatabaseName database, BackupFile file, boolean log, AsymmetricKeyName key) implements Condition {}

    /** The engine opens the key as this login, with this credential. */
    record KeyChain(AsymmetricKeyName key, LoginName login, CredentialName credential) implements Condition {}

    /** @param byOperator somebody else makes it: any key of the name is theirs */
    record VaultKeyMade(VaultAddress vault, KeyName name, boolean byOperator) implements Condition {}

    record VaultKeyBackedUp(LocalPath file) implements Condition {}

    record VaultKeyTried(KeyReference key) implements Condition {}

    /** @param byOperator somebody else makes it, perhaps under another name */
    record SecretAdded(ClientId application, String name, boolean byOperator) implements Condition {}

    /** About credentials that were given another secret. */
    sealed interface OfSecret extends Condition {}

    /**
     * The credential was altered: the catalog has another time than it had.
     *
     * @param since what it had, in the server's own time; empty: nobody could read it
     */
    record SecretReplaced(CredentialName credential, Optional<LocalDateTime> since) implements OfSecret {}

    /** SQL Server has been started since each of these credentials was altered last, and has these databases open. */
    record StartedSince(List<CredentialName> credentials, List<DatabaseName> databases) implements OfSecret {
        public StartedSince {
            credentials = List.copyOf(credentials);
            databases = List.copyOf(databases);
        }
    }

    /** About the host of a server. */
    sealed interface OfHost extends Condition {}

    /** What a host script has to say, only the run hears. */
    record HostTold() implements OfHost {}

    /** Nothing is known that would keep SQL Server from opening its databases at a start. */
    record StartNotFailing() implements OfHost {}

    /** The file lies there, as the service account sees it. */
    record FileThere(DllPath file) implements OfHost {}

    /**
     * SQL Server has been started another time on its node, and has these databases open.
     *
     * @param was when it had started before, in the server's own time
     */
    record StartedAnew(NodeName node, LocalDateTime was, List<DatabaseName> databases) implements OfHost {
        public StartedAnew {
            databases = List.copyOf(databases);
        }
    }

    /** The application has no secret with this key id. */
    record AppSecretGone(ClientId application, String keyId) implements Condition {}

    /** About a vault that is brought back, and what shows that its keys can be used. */
    sealed interface OfRebuild extends Condition {}

    /**
     * The vault answers.
     *
     * @param geography that it must be in; empty: whichever
     */
    record VaultThere(VaultAddress vault, Optional<String> geography) implements OfRebuild {}

    /** @param application that may get, list, wrap and unwrap keys; empty: whoever looks may restore them */
    record KeyRightsHeld(VaultAddress vault, Optional<ClientId> application) implements OfRebuild {}

    /** Nothing in the registry of the connector ties a key to this vault: the host alone shows that. */
    record RegistryCleared(VaultAddress vault) implements OfRebuild {}

    /** The scratch database that an act of the run made. */
    record ScratchThere(ScratchDatabase scratch) implements OfRebuild {}

    record Not(Condition condition) implements Condition {}

    /** Whether it holds in this inspection, with what was found. */
    default Holds holds(Inspection inspection) {
        return SeenConditions.holds(this, inspection);
    }

    /** Where it can be asked. */
    enum Place {
        /** SQL Server answers for all of it. */
        SERVER,
        /** The vault holds the rest, or all of it. */
        VAULT,
        DIRECTORY,
        /** The machine on which the run or the script works. */
        MACHINE,
        /** Only anyone who was there has seen it: the run's journal. */
        RUN
    }

    /** Who must be asked beside SQL Server, or instead of it. */
    default Place place() {
        return switch (this) {
            case OfSetup setup -> Place.SERVER;
            case ProviderThere there -> Place.SERVER;
            case ProviderPoints points -> Place.SERVER;
            case ProviderVersion version -> version.version().isPresent() ? Place.SERVER : Place.RUN;
            case ProviderEnabled enabled -> Place.SERVER;
            case ConnectorLoaded loaded -> Place.SERVER;
            case DatabaseOnline online -> Place.SERVER;
            case DatabaseTested tested -> Place.RUN;
            case SnapshotThere there -> Place.SERVER;
            case NameTaken taken -> Place.SERVER;
            case CredentialThere there -> Place.SERVER;
            case CredentialNames names -> Place.SERVER;
            case KeyLoginThere there -> Place.SERVER;
            case KeyLoginMade made -> Place.SERVER;
            case CredentialMapped mapped -> Place.SERVER;
            case KeyThere there -> Place.SERVER;
            case KeyOpened opened -> Place.VAULT;
            case KeyUsed used -> Place.SERVER;
            case ProtectedBy by -> Place.SERVER;
            case Reencrypted by -> Place.SERVER;
            case LogBackedUp backedUp -> Place.SERVER;
            case BackedUp backedUp -> Place.SERVER;
            case KeyChain chain -> Place.SERVER;
            case VaultKeyMade made -> Place.VAULT;
            case VaultKeyBackedUp backedUp -> Place.MACHINE;
            case VaultKeyTried tried -> Place.VAULT;
            case SecretAdded added -> Place.DIRECTORY;
            case SecretReplaced replaced -> replaced.since().isPresent() ? Place.SERVER : Place.RUN;
            case StartedSince started -> Place.SERVER;
            case HostTold told -> Place.RUN;
            case FileThere there -> Place.RUN;
            case StartNotFailing not -> Place.SERVER;
            case StartedAnew anew -> Place.SERVER;
            case AppSecretGone gone -> Place.DIRECTORY;
            case VaultThere there -> Place.VAULT;
            case KeyRightsHeld held -> Place.VAULT;
            case RegistryCleared cleared -> Place.MACHINE;
            case ScratchThere there -> Place.SERVER;
            case Not not -> not.condition().place();
        };
    }
}
