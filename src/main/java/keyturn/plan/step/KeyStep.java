package keyturn.plan.step;

import java.time.Instant;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;

/** The steps by which a database comes to hang on another vault key, and those that lead back. */
public sealed interface KeyStep extends Step {

    /**
     * Makes the new key in the vault, under a name that is free there.
     *
     * @param custodian a colleague who may does it; the run watches the vault
     */
    record CreateVaultKey(
            StepId id,
            NodeName node,
            About about,
            VaultAddress vault,
            KeyName name,
            boolean hsm,
            int bits,
            boolean custodian)
            implements KeyStep {}

    /**
     * Backs the new key up, all its versions in one piece, into a file on the machine that Keyturn runs on.
     *
     * @param file free until then, never written over
     * @param custodian a colleague who may does it, there or elsewhere
     */
    record BackUpVaultKey(
            StepId id, NodeName node, About about, VaultAddress vault, KeyName name, LocalPath file, boolean custodian)
            implements KeyStep {}

    /**
     * Has the directory make one more secret of the application; those it has stay. Its text lives in the run alone.
     *
     * @param name under which the directory lists it, unlike any that it has
     * @param colleague somebody who may does it and hands the secret over
     */
    record AddAppSecret(
            StepId id,
            NodeName node,
            About about,
            ClientId application,
            String name,
            Instant expires,
            boolean colleague)
            implements KeyStep {}

    /**
     * Tries in the vault what the server will do with the new credential: token, key, wrap, unwrap.
     *
     * @param times in a row: a secret that was just made is known to one server of the directory before the next
     */
    record TryVaultKey(
            StepId id,
            NodeName node,
            About about,
            VaultAddress vault,
            KeyReference key,
            ClientId application,
            int times)
            implements KeyStep {}

    /**
     * {@code CREATE CREDENTIAL … FOR CRYPTOGRAPHIC PROVIDER}: the server asks the vault nothing yet.
     *
     * @param identity what names the vault
     * @param application whose secret it holds; the secret is handed in when the step is sent
     * @param temporary dropped again by a later step of the same plan
     */
    record CreateCredential(
            StepId id,
            NodeName node,
            About about,
            CredentialName credential,
            String identity,
            ClientId application,
            ProviderName provider,
            boolean temporary)
            implements KeyStep {}

    /**
     * {@code ALTER LOGIN … ADD CREDENTIAL}.
     *
     * @param temporary to the login that runs the plan; taken off again by a later step
     */
    record AddCredential(
            StepId id, NodeName node, About about, LoginName login, CredentialName credential, boolean temporary)
            implements KeyStep {}

    /** {@code ALTER LOGIN … DROP CREDENTIAL}: a temporary one, or one that the run itself made and no key needs. */
    record TakeCredential(StepId id, NodeName node, About about, LoginName login, CredentialName credential)
            implements KeyStep {}

    /** {@code DROP CREDENTIAL}: as above. */
    record DropCredential(StepId id, NodeName node, About about, CredentialName credential) implements KeyStep {}

    /**
     * {@code CREATE ASYMMETRIC KEY … OPEN_EXISTING}: the server asks the vault for the key, as the login that runs it.
     *
     * @param version that the bare name stood for when it was planned; empty where nobody could look, or the key was yet to
     *     be made
     */
    record OpenKey(
            StepId id,
            NodeName node,
            About about,
            AsymmetricKeyName key,
            ProviderName provider,
            KeyReference vaultKey,
            Optional<String> version)
            implements KeyStep {}

    /** {@code DROP ASYMMETRIC KEY}: only what the run itself made, while nothing was ever wrapped with it. */
    record DropKey(StepId id, NodeName node, About about, AsymmetricKeyName key) implements KeyStep {}

    /** {@code CREATE LOGIN … FROM ASYMMETRIC KEY}: as which the engine opens the key at each start. */
    record CreateKeyLogin(StepId id, NodeName node, About about, LoginName login, AsymmetricKeyName key)
            implements KeyStep {}

    /** {@code DROP LOGIN}: as {@link DropKey}. */
    record DropKeyLogin(StepId id, NodeName node, About about, LoginName login) implements KeyStep {}

    /** {@code ALTER DATABASE ENCRYPTION KEY}: unwraps by the one key and wraps with the other; no page is written anew. */
    record RewrapDatabase(
            StepId id, NodeName node, About about, DatabaseName database, AsymmetricKeyName from, AsymmetricKeyName to)
            implements KeyStep {}

    /**
     * Waits until the DBA's own log backup shows in the history: the next change of the encryption key, and the way back,
     * need it (33122).
     *
     * @param since the change that it must come after, by the server's clock
     */
    record AwaitLogBackup(StepId id, NodeName node, About about, DatabaseName database, Instant since)
            implements KeyStep {}

    /**
     * Instead of waiting for it: {@code BACKUP LOG} to the DBA's folder, a part of the restore chain.
     *
     * @param since the change that it must come after, by the server's clock; empty where it could not be read
     */
    record BackUpLogFirst(
            StepId id, NodeName node, About about, DatabaseName database, BackupFile file, Optional<Instant> since)
            implements KeyStep {}

    /**
     * {@code BACKUP LOG} or {@code BACKUP DATABASE} to the DBA's folder, once the database is wrapped anew: until both are
     * there, recovery needs the key of before.
     *
     * @param log of the log, else full
     * @param key by which the database is wrapped then
     */
    record BackUpAfterwards(
            StepId id,
            NodeName node,
            About about,
            DatabaseName database,
            BackupFile file,
            boolean log,
            AsymmetricKeyName key)
            implements KeyStep {}

    /** Reads what hangs on the new key: databases, login, credential, vault. */
    record ReadKeyChain(
            StepId id, NodeName node, About about, AsymmetricKeyName key, LoginName login, CredentialName credential)
            implements KeyStep {}
}
