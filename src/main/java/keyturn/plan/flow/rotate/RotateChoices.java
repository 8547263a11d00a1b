package keyturn.plan.flow.rotate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.Keyholding;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Re-encrypt the encryption keys of databases with another vault key.
 *
 * @param from the asymmetric key that protects them now; it stays
 * @param fromLogin the login made from it, where SQL Server does not show which one that is; empty: it does
 * @param newKey the key that protects them afterwards
 * @param databases in the order in which they are done
 * @param backups where Keyturn writes backups; where none is named the DBA's own jobs do
 * @param further what is done in vault and directory besides
 * @param runAs the login that runs the plan, where another plans
 */
public record RotateChoices(
        ProviderName provider,
        AsymmetricKeyName from,
        Optional<LoginName> fromLogin,
        NewKey newKey,
        List<DatabaseName> databases,
        Assurances assurances,
        BackupFolders backups,
        Further further,
        Optional<LoginName> runAs)
        implements Choices {

    public RotateChoices {
        databases = List.copyOf(databases);
    }

    /** Run by the login that plans. */
    public RotateChoices(
            ProviderName provider,
            AsymmetricKeyName from,
            Optional<LoginName> fromLogin,
            NewKey newKey,
            List<DatabaseName> databases,
            Assurances assurances,
            BackupFolders backups,
            Further further) {
        this(provider, from, fromLogin, newKey, databases, assurances, backups, further, Optional.empty());
    }

    /** From a key whose login SQL Server shows. */
    public RotateChoices(
            ProviderName provider,
            AsymmetricKeyName from,
            NewKey newKey,
            List<DatabaseName> databases,
            Assurances assurances,
            BackupFolders backups,
            Further further) {
        this(provider, from, Optional.empty(), newKey, databases, assurances, backups, further);
    }

    /** Tests as Keyturn chooses, nothing attested, backups by the DBA's own jobs, nothing further. */
    public static RotateChoices of(
            ProviderName provider, AsymmetricKeyName from, NewKey newKey, List<DatabaseName> databases) {
        return new RotateChoices(provider, from, newKey, databases, Assurances.NONE, BackupFolders.NONE, Further.NONE);
    }

    @Override
    public Flow flow() {
        return new RotateFlow();
    }

    @Override
    public RotateChoices only(DatabaseName database) {
        return new RotateChoices(
                provider, from, fromLogin, newKey, List.of(database), assurances, backups, Further.NONE, runAs);
    }

    @Override
    public RotateChoices with(Assurances others) {
        return new RotateChoices(provider, from, fromLogin, newKey, databases, others, backups, further, runAs);
    }

    /** The same with backups written there. */
    public RotateChoices with(BackupFolders folders) {
        return new RotateChoices(provider, from, fromLogin, newKey, databases, assurances, folders, further, runAs);
    }

    /** The same with this besides. */
    public RotateChoices with(Further other) {
        return new RotateChoices(provider, from, fromLogin, newKey, databases, assurances, backups, other, runAs);
    }

    /** The same, run by that login. */
    public RotateChoices runBy(Optional<LoginName> login) {
        return new RotateChoices(provider, from, fromLogin, newKey, databases, assurances, backups, further, login);
    }

    /** A look as the login sees it that is to run the plan: only planning takes it so; a run is by whoever runs it. */
    Inspection asRunner(Inspection seen) {
        return runAs.map(login -> Keyholding.as(seen, login)).orElse(seen);
    }

    /** A look in which the logins of both keys count as made from them, unless SQL Server shows something else. */
    Inspection named(Inspection seen) {
        Inspection old =
                fromLogin.map(login -> KeyLogins.named(seen, from, login)).orElse(seen);
        return KeyLogins.named(old, newKey.names().key(), newKey.names().login());
    }

    @Override
    public Optional<ClientId> application() {
        return Optional.of(newKey.application());
    }

    @Override
    public RotationSituation situation(Inspection inspection) {
        return RotationSituation.of(inspection, this);
    }

    /**
     * The key to rotate to.
     *
     * @param vaultKey in the vault that the old key's credential names
     * @param create of which kind it is to be made; empty: it is there
     * @param application whose secret the new credentials hold; the secret itself is stored nowhere
     */
    public record NewKey(KeyReference vaultKey, Optional<NewVaultKey> create, NewNames names, ClientId application) {}

    /** Folders on the server's side that backups of the log, and full ones, are written to. */
    public record BackupFolders(Optional<BackupFolder> log, Optional<BackupFolder> full) {
        public static final BackupFolders NONE = new BackupFolders(Optional.empty(), Optional.empty());
    }

    /**
     * What a rotation does in vault and directory besides.
     *
     * @param keyBackup the folder into which the new vault key is backed up; made where it is not there; empty: it is not
     * @param secret how long a further secret of the application lives that the directory is to make; empty: one that it has
     *     is handed in
     */
    public record Further(Optional<LocalPath> keyBackup, Optional<SecretLife> secret) {

        public static final Further NONE = new Further(Optional.empty(), Optional.empty());
    }

    /** Of which kind a vault key is made. */
    public record NewVaultKey(boolean hsm, int bits) {

        private static final Pattern FORM = Pattern.compile("rsa(-hsm)?-(2048|3072)");

        /** @throws IllegalArgumentException for anything but {@code rsa-2048 rsa-3072 rsa-hsm-2048 rsa-hsm-3072} */
        public static NewVaultKey parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException(text);
            }
            return new NewVaultKey(text.contains("hsm"), Integer.parseInt(form.group(2)));
        }

        /** As {@link #parse} reads it. */
        public String written() {
            return (hsm ? "rsa-hsm-" : "rsa-") + bits;
        }

        /** As the vault calls it: {@code RSA 2048}. */
        @Override
        public String toString() {
            return (hsm ? "RSA-HSM " : "RSA ") + bits;
        }
    }

    /** What a new vault key is called on the server. */
    public record NewNames(AsymmetricKeyName key, LoginName login, CredentialName credential) {}
}
