package keyturn.plan.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LocalPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.SecretLife;
import keyturn.plan.flow.upgrade.NewBuild;

/** What the DBA chose, one record for each flow. */
public sealed interface Choices {

    /** The same, for this one of the databases where they were chosen one by one. */
    default Choices of(DatabaseName database) {
        return switch (this) {
            case UpgradeInPlace upgrade -> upgrade;
            case WayBack back -> back;
            case RotateKey rotate -> rotate.only(database);
            case RotateBack back -> new RotateBack(back.from().only(database));
        };
    }

    /**
     * Upgrade the connector in place.
     *
     * @param build the new DLL's build, and who says so
     * @param proofs for databases where the DBA chose how
     * @param confirmed what the DBA has looked at on the host
     */
    record UpgradeInPlace(
            ProviderName provider,
            DllPath dll,
            NewBuild build,
            Map<DatabaseName, ProofChoice> proofs,
            Set<Confirmation> confirmed)
            implements Choices {

        public UpgradeInPlace {
            proofs = Map.copyOf(proofs);
            confirmed = Set.copyOf(confirmed);
        }

        /** With the build that the folder's name says. */
        public UpgradeInPlace(ProviderName provider, DllPath dll) {
            this(provider, dll, NewBuild.proposed(dll));
        }

        /** Nothing confirmed, proofs as Keyturn chooses. */
        public UpgradeInPlace(ProviderName provider, DllPath dll, NewBuild build) {
            this(provider, dll, build, Map.of(), Set.of());
        }
    }

    /** The way back from an upgrade in place, or only the ENABLE that a failed one left open. */
    record WayBack(UpgradeInPlace from) implements Choices {}

    /**
     * Wrap the encryption keys of databases with another vault key.
     *
     * @param from the asymmetric key that wraps them now; it stays
     * @param vaultKey the new one, in the vault that the old one's credential names
     * @param create of which kind it is to be made; empty: it is there
     * @param further what is done in vault and directory besides
     * @param application whose secret the new credentials hold; the secret itself stands nowhere
     * @param databases in the order in which they are done
     * @param proofs for databases where the DBA chose how
     * @param backups where Keyturn writes backups; where none is named the DBA's own jobs do
     */
    record RotateKey(
            ProviderName provider,
            AsymmetricKeyName from,
            KeyReference vaultKey,
            Optional<NewVaultKey> create,
            NewNames names,
            ClientId application,
            List<DatabaseName> databases,
            Map<DatabaseName, ProofChoice> proofs,
            Set<Confirmation> confirmed,
            BackupFolders backups,
            Further further)
            implements Choices {

        public RotateKey {
            databases = List.copyOf(databases);
            proofs = Map.copyOf(proofs);
            confirmed = Set.copyOf(confirmed);
        }

        /** Backups are the DBA's own, and nothing further is done in vault and directory. */
        public RotateKey(
                ProviderName provider,
                AsymmetricKeyName from,
                KeyReference vaultKey,
                Optional<NewVaultKey> create,
                NewNames names,
                ClientId application,
                List<DatabaseName> databases,
                Map<DatabaseName, ProofChoice> proofs,
                Set<Confirmation> confirmed) {
            this(
                    provider,
                    from,
                    vaultKey,
                    create,
                    names,
                    application,
                    databases,
                    proofs,
                    confirmed,
                    BackupFolders.NONE,
                    Further.NONE);
        }

        /** Nothing further is done in vault and directory. */
        public RotateKey(
                ProviderName provider,
                AsymmetricKeyName from,
                KeyReference vaultKey,
                Optional<NewVaultKey> create,
                NewNames names,
                ClientId application,
                List<DatabaseName> databases,
                Map<DatabaseName, ProofChoice> proofs,
                Set<Confirmation> confirmed,
                BackupFolders backups) {
            this(
                    provider,
                    from,
                    vaultKey,
                    create,
                    names,
                    application,
                    databases,
                    proofs,
                    confirmed,
                    backups,
                    Further.NONE);
        }

        private RotateKey only(DatabaseName database) {
            return new RotateKey(
                    provider,
                    from,
                    vaultKey,
                    create,
                    names,
                    application,
                    List.of(database),
                    proofs,
                    confirmed,
                    backups);
        }

        /** The same with these proofs and confirmations. */
        public RotateKey with(Map<DatabaseName, ProofChoice> otherProofs, Set<Confirmation> others) {
            return new RotateKey(
                    provider,
                    from,
                    vaultKey,
                    create,
                    names,
                    application,
                    databases,
                    otherProofs,
                    others,
                    backups,
                    further);
        }

        /** The same with backups written there. */
        public RotateKey with(BackupFolders folders) {
            return new RotateKey(
                    provider,
                    from,
                    vaultKey,
                    create,
                    names,
                    application,
                    databases,
                    proofs,
                    confirmed,
                    folders,
                    further);
        }

        /** The same with this besides. */
        public RotateKey with(Further other) {
            return new RotateKey(
                    provider, from, vaultKey, create, names, application, databases, proofs, confirmed, backups, other);
        }
    }

    /** Folders on the server's side that backups of the log, and full ones, are written to. */
    record BackupFolders(Optional<BackupFolder> log, Optional<BackupFolder> full) {
        public static final BackupFolders NONE = new BackupFolders(Optional.empty(), Optional.empty());
    }

    /**
     * What a rotation does in vault and directory besides.
     *
     * @param keyBackup the folder into which the new vault key is backed up; made where it is not there; empty: it is not
     * @param secret how long a further secret of the application lives that the directory is to make; empty: one that it has
     *     is handed in
     */
    record Further(Optional<LocalPath> keyBackup, Optional<SecretLife> secret) {

        public static final Further NONE = new Further(Optional.empty(), Optional.empty());
    }

    /** Of which kind a vault key is made. */
    record NewVaultKey(boolean hsm, int bits) {

        private static final Pattern FORM = Pattern.compile("rsa(-hsm)?-(2048|3072)");

        /** @throws IllegalArgumentException for anything but {@code rsa-2048 rsa-3072 rsa-hsm-2048 rsa-hsm-3072} */
        public static NewVaultKey parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException(text);
            }
            return new NewVaultKey(text.contains("hsm"), Integer.parseInt(form.group(2)));
        }

        /** As the vault calls it: {@code RSA 2048}. */
        @Override
        public String toString() {
            return (hsm ? "RSA-HSM " : "RSA ") + bits;
        }
    }

    /** What a new vault key is called on the server. */
    record NewNames(AsymmetricKeyName key, LoginName login, CredentialName credential) {}

    /** The way back from a rotation. */
    record RotateBack(RotateKey from) implements Choices {}
}
