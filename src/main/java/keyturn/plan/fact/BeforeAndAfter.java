package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.fact.Condition.NameTaken;
import keyturn.plan.fact.Condition.Not;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/**
 * The conditions of a step.
 *
 * @param before what it needs before its act is sent, beside the facts that the whole plan relies on, in the order in which it
 *     is asked
 * @param after what holds once it is done
 */
public record BeforeAndAfter(List<Condition> before, Condition after) {

    public BeforeAndAfter {
        before = List.copyOf(before);
    }

    /** The one switch over all steps; the families answer. */
    public static BeforeAndAfter of(Step step) {
        return switch (step) {
            case ProviderStep provider -> of(provider);
            case TestStep test -> of(test);
            case CredentialStep credential -> of(credential);
            case KeyStep key -> of(key);
            case BackupStep backup -> of(backup);
            case VaultStep inVault -> after(of(inVault));
            case RecoveryStep recovery -> RecoveryConditions.of(recovery);
            case SecretStep secret -> of(secret);
            case ReopenStep reopen -> of(reopen);
            case SetupStep setup -> of(setup);
            case HostStep onHost ->
                onHost.stopsEngine() ? after(of(onHost)).needing(new Condition.StartNotFailing()) : after(of(onHost));
            case DirectoryStep inDirectory -> after(of(inDirectory));
        };
    }

    private static BeforeAndAfter after(Condition after) {
        return new BeforeAndAfter(List.of(), after);
    }

    private BeforeAndAfter needing(Condition... needed) {
        return new BeforeAndAfter(List.of(needed), after);
    }

    private static BeforeAndAfter of(ProviderStep step) {
        return switch (step) {
            case ProviderStep.PointProvider point ->
                after(new Condition.ProviderPoints(point.provider(), point.to()))
                        .needing(new Condition.ProviderPoints(point.provider(), point.from()));
            case ProviderStep.ReloadProvider reload ->
                after(new Condition.ProviderVersion(reload.provider(), reload.version()))
                        .needing(new Condition.ProviderPoints(reload.provider(), reload.dll()));
            case ProviderStep.EnableProvider enable ->
                after(new Condition.ProviderEnabled(enable.provider()))
                        .needing(new Condition.ProviderThere(enable.provider()));
            case ProviderStep.ReadProvider read ->
                after(new Condition.ConnectorLoaded(read.provider(), read.expected()))
                        .needing(new Condition.ProviderThere(read.provider()));
        };
    }

    private static BeforeAndAfter of(TestStep step) {
        return switch (step) {
            case TestStep.TestDatabase test -> {
                var tested = after(new Condition.DatabaseTested(test.database(), test.phase() == TestStep.Phase.AFTER));
                yield test.isSent() ? tested.needing(new Condition.DatabaseOnline(test.database())) : tested;
            }
            case TestStep.DropSnapshot drop ->
                after(new Not(new Condition.SnapshotThere(drop.database(), drop.snapshot())));
        };
    }

    private static BeforeAndAfter of(CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create ->
                after(new Condition.CredentialNames(create.credential(), create.identity(), create.provider()))
                        .needing(new Not(taken(NameKind.CREDENTIAL, create.credential())));
            case CredentialStep.DropCredential drop -> after(new Not(new Condition.CredentialThere(drop.credential())));
            case CredentialStep.AddCredential add ->
                after(new Condition.CredentialMapped(add.login(), add.credential()))
                        .needing(taken(NameKind.LOGIN, add.login()), taken(NameKind.CREDENTIAL, add.credential()));
            case CredentialStep.TakeCredential take ->
                after(new Not(new Condition.CredentialMapped(take.login(), take.credential())));
        };
    }

    private static BeforeAndAfter of(KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open ->
                after(TrueAfter.opened(open)).needing(new Not(taken(NameKind.KEY, open.key())));
            case KeyStep.DropKey drop ->
                after(new Not(new Condition.KeyThere(drop.key()))).needing(new Not(new Condition.KeyUsed(drop.key())));
            case KeyStep.CreateKeyLogin create ->
                after(new Condition.KeyLoginMade(create.login(), create.key()))
                        .needing(new Condition.KeyThere(create.key()), new Not(taken(NameKind.LOGIN, create.login())));
            case KeyStep.DropKeyLogin drop -> after(new Not(new Condition.KeyLoginThere(drop.login())));
            case KeyStep.ReencryptDatabase reencrypt ->
                after(new Condition.Reencrypted(reencrypt.database(), reencrypt.to()))
                        .needing(
                                new Condition.DatabaseOnline(reencrypt.database()),
                                new Condition.ProtectedBy(reencrypt.database(), reencrypt.from()),
                                new Condition.KeyThere(reencrypt.to()));
            case KeyStep.ReadKeyChain read ->
                after(new Condition.KeyChain(read.key(), read.login(), read.credential()))
                        .needing(new Condition.KeyThere(read.key()));
        };
    }

    private static BeforeAndAfter of(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await -> {
                var shown = new Condition.LogBackedUp(await.database(), Optional.empty(), Optional.of(await.since()));
                yield after(shown).needing(shown);
            }
            case BackupStep.BackUpLogFirst first ->
                after(new Condition.LogBackedUp(first.database(), Optional.of(first.file()), first.since()))
                        .needing(new Condition.DatabaseOnline(first.database()));
            case BackupStep.BackUpAfterwards after ->
                after(new Condition.BackedUp(after.database(), after.file(), after.log(), after.key()))
                        .needing(
                                new Condition.DatabaseOnline(after.database()),
                                new Condition.ProtectedBy(after.database(), after.key()));
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
            case DirectoryStep.RemoveAppSecret remove ->
                new Condition.AppSecretGone(remove.application(), remove.keyId());
            case DirectoryStep.AddAppSecret add ->
                new Condition.SecretAdded(add.application(), add.name(), add.operator());
        };
    }

    private static BeforeAndAfter of(SecretStep step) {
        return switch (step) {
            case SecretStep.TrySecret attempt -> after(new Condition.VaultKeyTried(attempt.key()));
            case SecretStep.ReplaceSecret replace -> {
                var replaced = new Condition.SecretReplaced(replace.credential(), replace.since());
                yield after(replaced).needing(new Condition.CredentialThere(replace.credential()), new Not(replaced));
            }
        };
    }

    private static BeforeAndAfter of(ReopenStep step) {
        return switch (step) {
            case ReopenStep.OpenDatabase open -> after(new Condition.DatabaseOnline(open.database()));
            case ReopenStep.AwaitRestart await -> {
                var started = new Condition.StartedSince(await.credentials(), await.databases());
                yield after(started).needing(started);
            }
            case ReopenStep.ReadStart read -> after(new Condition.StartedSince(read.credentials(), read.databases()));
        };
    }

    private static Condition of(HostStep step) {
        return switch (step) {
            case HostStep.Perform perform ->
                perform.placed().<Condition>map(Condition.FileThere::new).orElseGet(Condition.HostTold::new);
            case HostStep.StartEngine start -> new Condition.StartedAnew(start.node(), start.was(), start.databases());
        };
    }

    private static BeforeAndAfter of(SetupStep step) {
        return switch (step) {
            case SetupStep.TurnEkmOn on -> after(new Condition.EkmOn());
            case SetupStep.TurnEkmOff off -> after(new Not(new Condition.EkmOn()));
            case SetupStep.CreateProvider create ->
                after(new Condition.ProviderPoints(create.provider(), create.dll()))
                        .needing(new Condition.EkmOn(), new Not(new Condition.ProviderThere(create.provider())));
            case SetupStep.DropProvider drop ->
                after(new Not(new Condition.ProviderThere(drop.provider())))
                        .needing(new Not(new Condition.ProviderUsed(drop.provider())));
        };
    }

    private static Condition taken(NameKind kind, Object name) {
        return new NameTaken(kind, name.toString());
    }
}
