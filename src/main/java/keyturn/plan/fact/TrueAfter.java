package keyturn.plan.fact;

import java.util.Optional;
import keyturn.plan.fact.Condition.Not;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** What holds once a step is done. */
public final class TrueAfter {

    private TrueAfter() {}

    public static Condition of(Step step) {
        return switch (step) {
            case Step.PointProvider point -> new Condition.ProviderPoints(point.provider(), point.to());
            case Step.EnableProvider enable -> new Condition.ProviderEnabled(enable.provider());
            case Step.ReadProvider read -> new Condition.ConnectorLoaded(read.provider(), read.expected());
            case Step.ProveDatabase prove ->
                new Condition.DatabaseTested(prove.database(), prove.phase() == Step.Phase.AFTER);
            case KeyStep key -> of(key);
        };
    }

    private static Condition of(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create ->
                new Condition.VaultKeyMade(create.vault(), create.name(), create.custodian());
            case KeyStep.BackUpVaultKey backUp -> new Condition.VaultKeyBackedUp(backUp.file());
            case KeyStep.AddAppSecret add -> new Condition.SecretAdded(add.application(), add.name(), add.colleague());
            case KeyStep.TryVaultKey attempt -> new Condition.VaultKeyTried(attempt.key());
            case KeyStep.CreateCredential create ->
                new Condition.CredentialNames(create.credential(), create.identity(), create.provider());
            case KeyStep.DropCredential drop -> new Not(new Condition.CredentialThere(drop.credential()));
            case KeyStep.AddCredential add -> new Condition.CredentialMapped(add.login(), add.credential());
            case KeyStep.TakeCredential take ->
                new Not(new Condition.CredentialMapped(take.login(), take.credential()));
            case KeyStep.OpenKey open -> opened(open);
            case KeyStep.DropKey drop -> new Not(new Condition.KeyThere(drop.key()));
            case KeyStep.CreateKeyLogin create -> new Condition.KeyLoginMade(create.login(), create.key());
            case KeyStep.DropKeyLogin drop -> new Not(new Condition.KeyLoginThere(drop.login()));
            case KeyStep.RewrapDatabase rewrap -> new Condition.Reencrypted(rewrap.database(), rewrap.to());
            case KeyStep.AwaitLogBackup await ->
                new Condition.LogBackedUp(await.database(), Optional.empty(), Optional.of(await.since()));
            case KeyStep.BackUpLogFirst first ->
                new Condition.LogBackedUp(first.database(), Optional.of(first.file()), first.since());
            case KeyStep.BackUpAfterwards after ->
                new Condition.BackedUp(after.database(), after.file(), after.log(), after.key());
            case KeyStep.ReadKeyChain read -> new Condition.KeyChain(read.key(), read.login(), read.credential());
        };
    }

    /** What opening the key must have led to. */
    public static Condition.KeyOpened opened(KeyStep.OpenKey open) {
        return new Condition.KeyOpened(open.key(), open.provider(), open.vaultKey(), open.version());
    }
}
