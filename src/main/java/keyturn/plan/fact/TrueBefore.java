package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.fact.Condition.NameTaken;
import keyturn.plan.fact.Condition.Not;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/** What a step itself needs before its act is sent, beside the facts that the whole plan relies on; in the order in which it is asked. */
public final class TrueBefore {

    private TrueBefore() {}

    public static List<Condition> of(Step step) {
        return switch (step) {
            case ProviderStep.PointProvider point ->
                List.of(new Condition.ProviderPoints(point.provider(), point.from()));
            case ProviderStep.EnableProvider enable -> List.of(new Condition.ProviderThere(enable.provider()));
            case ProviderStep.ReadProvider read -> List.of(new Condition.ProviderThere(read.provider()));
            case TestStep.TestDatabase prove ->
                !prove.isBackup() ? List.of() : List.of(new Condition.DatabaseOnline(prove.database()));
            case CredentialStep credential -> of(credential);
            case KeyStep key -> of(key);
            case BackupStep backup -> of(backup);
            case VaultStep inVault -> of(inVault);
            case DirectoryStep inDirectory -> of(inDirectory);
        };
    }

    private static List<Condition> of(CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create ->
                List.of(new Not(taken(NameKind.CREDENTIAL, create.credential())));
            case CredentialStep.DropCredential drop -> List.of();
            case CredentialStep.AddCredential add ->
                List.of(taken(NameKind.LOGIN, add.login()), taken(NameKind.CREDENTIAL, add.credential()));
            case CredentialStep.TakeCredential take -> List.of();
        };
    }

    private static List<Condition> of(KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open -> List.of(new Not(taken(NameKind.KEY, open.key())));
            case KeyStep.DropKey drop -> List.of(new Not(new Condition.KeyUsed(drop.key())));
            case KeyStep.CreateKeyLogin create ->
                List.of(new Condition.KeyThere(create.key()), new Not(taken(NameKind.LOGIN, create.login())));
            case KeyStep.DropKeyLogin drop -> List.of();
            case KeyStep.ReencryptDatabase rewrap ->
                List.of(
                        new Condition.DatabaseOnline(rewrap.database()),
                        new Condition.ProtectedBy(rewrap.database(), rewrap.from()),
                        new Condition.KeyThere(rewrap.to()));
            case KeyStep.ReadKeyChain read -> List.of(new Condition.KeyThere(read.key()));
        };
    }

    private static List<Condition> of(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await -> List.of(TrueAfter.of(await));
            case BackupStep.BackUpLogFirst first -> List.of(new Condition.DatabaseOnline(first.database()));
            case BackupStep.BackUpAfterwards after ->
                List.of(
                        new Condition.DatabaseOnline(after.database()),
                        new Condition.ProtectedBy(after.database(), after.key()));
        };
    }

    private static List<Condition> of(VaultStep step) {
        return switch (step) {
            case VaultStep.CreateVaultKey create -> List.of();
            case VaultStep.BackUpVaultKey backUp -> List.of();
            case VaultStep.TryVaultKey attempt -> List.of();
        };
    }

    private static List<Condition> of(DirectoryStep step) {
        return switch (step) {
            case DirectoryStep.AddAppSecret add -> List.of();
        };
    }

    private static Condition taken(NameKind kind, Object name) {
        return new NameTaken(kind, name.toString());
    }

    /** What was found instead of the first condition that does not hold; what cannot be told speaks against nothing. */
    public static Optional<Message> unmet(Step step, Inspection now) {
        return of(step).stream()
                .flatMap(condition -> switch (condition.holds(now)) {
                    case Holds.Yes yes -> Stream.<Message>empty();
                    case Holds.No no -> Stream.of(no.found());
                    case Holds.Unknown unknown -> Stream.<Message>empty();
                })
                .findFirst();
    }
}
