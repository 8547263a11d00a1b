package keyturn.domain.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.Sha256;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.Ties;
import keyturn.domain.host.HostSight;

/**
 * What Keyturn saw of one instance at one time.
 *
 * @param takenAt when, by the clock of the machine that looked
 * @param ties which applications credentials sign in as: not seen on the server, and so outside the digest
 * @param host what was seen on the Windows host, outside the digest too; empty: the target has no door to it
 */
public record Inspection(
        ServerIdentity identity, Instant takenAt, Facts facts, Ties ties, Optional<Fact<HostSight>> host) {

    public Inspection(ServerIdentity identity, Instant takenAt, Facts facts) {
        this(identity, takenAt, facts, Ties.NONE, Optional.empty());
    }

    /**
     * The canonical written form of the lasting facts. Inside: the server's name, version, edition, node and practice mark;
     * the topology, the EKM switch, providers, loaded modules with the dates of their files, databases with their encryption keys, whether a log backup is
     * possible, and their partners on other servers; asymmetric keys, credentials, key logins, DLL files, listener and keys inside databases; where the target has
     * Azure doors, of each vault its keys with their versions and dates and its deleted keys, and the application's secrets; lists
     * sorted; a fact that is not known is written as such, with the permission it lacks. Outside: when it was taken, who looked and
     * what that login and that sign-in hold, what the resource manager says, when the server started, backups, jobs,
     * sessions, sizes, files that somebody named,
     * which view a fact came from, and why one could not be read.
     */
    public String canonicalForm() {
        return CanonicalFacts.written(identity, facts);
    }

    /** SHA-256 over {@link #canonicalForm}: {@code sha256:} and 64 digits. Times and counters stand outside it. */
    public String digest() {
        return Sha256.of(canonicalForm());
    }

    /** The same look, with these files looked at too. */
    public Inspection withFiles(List<Surroundings.FileSeen> files) {
        return with(facts.with(facts.databases(), facts.around().withFiles(files), facts.azure()));
    }

    /** The same look, with what was seen at the Azure doors. */
    public Inspection withAzure(AzureSight sight) {
        return with(facts.with(facts.databases(), facts.around(), Optional.of(sight)));
    }

    /** The same look, with what is known of the applications of its credentials. */
    public Inspection withTies(Ties known) {
        return new Inspection(identity, takenAt, facts, known, host);
    }

    /** The same look, with what was seen on the Windows host. */
    public Inspection withHost(Fact<HostSight> sight) {
        return new Inspection(identity, takenAt, facts, ties, Optional.of(sight));
    }

    Inspection with(Facts other) {
        return new Inspection(identity, takenAt, other, ties, host);
    }

    /**
     * Whom we talk to.
     *
     * @param productVersion four numbers, such as 16.0.4225.2
     * @param node {@code @@SERVERNAME} as the server says it
     * @param loginName who we are there
     * @param practice the server says it is a practice range
     */
    public record ServerIdentity(
            String name, String productVersion, String edition, NodeName node, String loginName, boolean practice) {

        /** 13 is 2016, 14 is 2017, 15 is 2019, 16 is 2022, 17 is 2025. */
        public int majorVersion() {
            return Integer.parseInt(productVersion.substring(0, productVersion.indexOf('.')));
        }

        /** Whether somebody who typed this means this server; case and spaces around it do not count. */
        public boolean isNamed(String typed) {
            return typed.strip().equalsIgnoreCase(name);
        }
    }

    /**
     * The facts, each with how it is known.
     *
     * @param azure what was seen at the target's Azure doors; empty: none
     */
    public record Facts(
            Fact<Topology> topology,
            Fact<EkmSwitch> ekm,
            Fact<List<Provider>> providers,
            Fact<List<LoadedModule>> loadedModules,
            Fact<List<Database>> databases,
            Fact<List<AsymmetricKey>> asymmetricKeys,
            Fact<List<Credential>> credentials,
            Fact<List<KeyLogin>> keyLogins,
            Fact<List<DllFile>> dllFiles,
            Fact<List<Permission>> permissions,
            Fact<ServerStart> startedAt,
            Surroundings around,
            Optional<AzureSight> azure) {

        /** Of a target without Azure doors. */
        public Facts(
                Fact<Topology> topology,
                Fact<EkmSwitch> ekm,
                Fact<List<Provider>> providers,
                Fact<List<LoadedModule>> loadedModules,
                Fact<List<Database>> databases,
                Fact<List<AsymmetricKey>> asymmetricKeys,
                Fact<List<Credential>> credentials,
                Fact<List<KeyLogin>> keyLogins,
                Fact<List<DllFile>> dllFiles,
                Fact<List<Permission>> permissions,
                Fact<ServerStart> startedAt,
                Surroundings around) {
            this(
                    topology,
                    ekm,
                    providers,
                    loadedModules,
                    databases,
                    asymmetricKeys,
                    credentials,
                    keyLogins,
                    dllFiles,
                    permissions,
                    startedAt,
                    around,
                    Optional.empty());
        }

        Facts with(Fact<List<Database>> some, Surroundings other, Optional<AzureSight> sight) {
            return new Facts(
                    topology,
                    ekm,
                    providers,
                    loadedModules,
                    some,
                    asymmetricKeys,
                    credentials,
                    keyLogins,
                    dllFiles,
                    permissions,
                    startedAt,
                    other,
                    sight);
        }
    }

    /**
     * Whether the instance stands alone.
     *
     * @param clustered a failover cluster instance ({@code SERVERPROPERTY('IsClustered')})
     * @param hadrEnabled availability groups are switched on ({@code IsHadrEnabled}); it need not be in one
     */
    public record Topology(boolean clustered, boolean hadrEnabled) {}

    /** {@code sp_configure 'EKM provider enabled'}: set, and in force. */
    public record EkmSwitch(boolean configured, boolean running) {}

    /**
     * A row of {@code sys.cryptographic_providers}: what the catalog says, not what is loaded.
     *
     * @param dllPath as the catalog has it, even where it breaks today's rule
     */
    public record Provider(int id, ProviderName name, String guid, String version, String dllPath, boolean enabled) {}

    /**
     * A row of {@code sys.dm_os_loaded_modules} that is a connector DLL: what the process really holds.
     *
     * @param fileDate of the file that was loaded, which tells builds of one version apart; unknown where another may lie there
     * @param replaced a file was seen at this path that came there after the engine had started: a restart loads that one
     */
    public record LoadedModule(String path, String version, Fact<LocalDate> fileDate, boolean replaced) {

        /** Where no younger file was seen. */
        public LoadedModule(String path, String version, Fact<LocalDate> fileDate) {
            this(path, version, fileDate, false);
        }

        /** Where nobody has looked at the file. */
        public LoadedModule(String path, String version) {
            this(path, version, new Fact.Unknown<>(Message.of("domain.module.undated")));
        }

        public LoadedModule dated(Fact<LocalDate> date) {
            return new LoadedModule(path, version, date, replaced);
        }

        public LoadedModule replaced(Fact<LocalDate> date) {
            return new LoadedModule(path, version, date, true);
        }
    }

    /**
     * A database.
     *
     * @param state {@code sys.databases.state_desc}
     * @param recoveryModel FULL, BULK_LOGGED or SIMPLE
     * @param key its encryption key; known and empty: it has none
     * @param logBackupPossible a log chain exists ({@code last_log_backup_lsn} is set)
     * @param partners who else holds a copy that lives on this one's log
     */
    public record Database(
            int id,
            DatabaseName name,
            String state,
            String recoveryModel,
            boolean readOnly,
            Fact<Optional<EncryptionKey>> key,
            Fact<Boolean> logBackupPossible,
            Partners partners) {}

    /**
     * Other servers that hold a copy of a database and need its key too.
     *
     * @param availabilityGroup the group it is in; known and empty: none
     * @param mirrored principal or mirror of a session ({@code sys.database_mirroring})
     * @param logShipped primary or secondary, as the tables of msdb have it
     */
    public record Partners(
            Fact<Optional<String>> availabilityGroup, Fact<Boolean> mirrored, Fact<Boolean> logShipped) {}

    /**
     * A row of {@code sys.dm_database_encryption_keys}.
     *
     * @param state 0 none, 1 unencrypted, 2 encrypting, 3 encrypted, 4 key change, 5 decrypting, 6 protector change
     * @param protectorType {@code ASYMMETRIC KEY} or {@code CERTIFICATE}
     * @param scan {@code encryption_scan_state_desc}, such as RUNNING or SUSPENDED; empty before SQL Server 2019
     */
    public record EncryptionKey(int state, Thumbprint thumbprint, String protectorType, Optional<String> scan) {

        /** Encryption, decryption or a change of key or protector is under way, or stands half done. */
        public boolean changing() {
            return Set.of(2, 4, 5, 6).contains(state)
                    || scan.filter(Set.of("RUNNING", "SUSPENDED", "ABORTED")::contains)
                            .isPresent();
        }
    }

    /** An asymmetric key of master that lives on a provider. */
    public record AsymmetricKey(AsymmetricKeyName name, Thumbprint thumbprint, String providerGuid, int length) {}

    /** A credential made for a provider; its identity is the vault's name (or {@code Managed Identity}). */
    public record Credential(int id, CredentialName name, String identity, int providerId) {}

    /**
     * A login made from an asymmetric key.
     *
     * @param madeFrom empty: SQL Server does not show which
     * @param credential that it carries, if any; with several credentials it stands here once for each
     * @param disabled the engine opens no session with a provider as this login (33056)
     */
    public record KeyLogin(
            LoginName name, Optional<MadeFrom> madeFrom, Optional<CredentialName> credential, boolean disabled) {

        /** One whose SID is that of its key. */
        public KeyLogin(LoginName name, AsymmetricKeyName key, Optional<CredentialName> credential, boolean disabled) {
            this(name, Optional.of(new MadeFrom(key, MadeFrom.Link.SID)), credential, disabled);
        }

        /** One that is not disabled. */
        public KeyLogin(LoginName name, AsymmetricKeyName key, Optional<CredentialName> credential) {
            this(name, key, credential, false);
        }

        /** The key that it was made from, as far as that is known. */
        public Optional<AsymmetricKeyName> key() {
            return madeFrom.map(MadeFrom::key);
        }

        public boolean isOf(AsymmetricKeyName other) {
            return key().equals(Optional.of(other));
        }
    }

    /** A connector DLL that lies on the server, seen with the service account's eyes. */
    public record DllFile(DllPath path) {}
}
