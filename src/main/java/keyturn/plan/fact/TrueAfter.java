package keyturn.plan.fact;

import java.util.Optional;
import keyturn.plan.fact.Condition.Not;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/** What holds once a step is done. */
public final class TrueAfter {

    private TrueAfter() {}

    public static Condition of(Step step) {
        return switch (step) {
            case ProviderStep.PointProvider point -> new Condition.ProviderPoints(point.provider(), point.to());
            case ProviderStep.EnableProvider enable -> new Condition.ProviderEnabled(enable.provider());
            case ProviderStep.ReadProvider read -> new Condition.ConnectorLoaded(read.provider(), read.expected());
            case TestStep.TestDatabase prove ->
                new Condition.DatabaseTested(prove.database(), prove.phase() == TestStep.Phase.AFTER);
            case CredentialStep credential -> of(credential);
            case KeyStep key -> of(key);
            case BackupStep backup -> of(backup);
            case VaultStep inVault -> of(inVault);
            case DirectoryStep inDirectory -> of(inDirectory);
        };
    }

    private static Condition of(CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create ->
                new Condition.CredentialNames(create.credential(), create.identity(), create.provider());
            case CredentialStep.DropCredential drop -> new Not(new Condition.CredentialThere(drop.credential()));
            case CredentialStep.AddCredential add -> new Condition.CredentialMapped(add.login(), add.credential());
            case CredentialStep.TakeCredential take ->
                new Not(new Condition.CredentialMapped(take.login(), take.credential()));
        };
    }

    private static Condition of(KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open -> opened(open);
            case KeyStep.DropKey drop -> new Not(new Condition.KeyThere(drop.key()));
            case KeyStep.CreateKeyLogin create -> new Condition.KeyLoginMade(create.login(), create.key());
            case KeyStep.DropKeyLogin drop -> new Not(new Condition.KeyLoginThere(drop.login()));
            case KeyStep.ReencryptDatabase rewrap -> new Condition.Reencrypted(rewrap.database(), rewrap.to());
            case KeyStep.ReadKeyChain read -> new Condition.KeyChain(read.key(), read.login(), read.credential());
        };
    }

    private static Condition of(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await ->
                new Condition.LogBackedUp(await.database(), Optional.empty(), Optional.of(await.since()));
            case BackupStep.BackUpLogFirst first ->
                new Condition.LogBackedUp(first.database(), Optional.of(first.file()), first.since());
            case BackupStep.BackUpAfterwards after ->
                new Condition.BackedUp(after.database(), after.file(), after.log(), after.key());
        };
    }

    private static Condition of(VaultStep step) {
        return switch (step) {
            case VaultStep.CreateVaultKey create ->
                new Condition.VaultKeyMade(create.vault(), create.name(), create.operator());
            case VaultStep.BackUpVaultKey backUp -> new Condition.VaultKeyBackedUp(backUp.file());
            case VaultStep.TryVaultKey attempt -> new Condition.VaultKeyTried(attempt.key());
        };
    }

    private static Condition of(DirectoryStep step) {
        return switch (step) {
            case DirectoryStep.AddAppSecret add ->
                new Condition.SecretAdded(add.application(), add.name(), add.operator());
        };
    }

    /** What opening the key must have led to. */
    public static Condition.KeyOpened opened(KeyStep.OpenKey open) {
        return new Condition.KeyOpened(open.key(), open.provider(), open.vaultKey(), open.version());
    }
}
