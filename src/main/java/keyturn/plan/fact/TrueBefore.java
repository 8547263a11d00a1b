package keyturn.plan.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.fact.Condition.NameTaken;
import keyturn.plan.fact.Condition.Not;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;

/** What a step itself needs before its act is sent, beside the facts that the whole plan relies on; in the order in which it is asked. */
public final class TrueBefore {

    private TrueBefore() {}

    public static List<Condition> of(Step step) {
        return switch (step) {
            case Step.PointProvider point -> List.of(new Condition.ProviderPoints(point.provider(), point.from()));
            case Step.EnableProvider enable -> List.of(new Condition.ProviderThere(enable.provider()));
            case Step.ReadProvider read -> List.of(new Condition.ProviderThere(read.provider()));
            case Step.ProveDatabase prove ->
                prove.proof() == Step.ProofKind.OWN_BACKUP
                        ? List.of()
                        : List.of(new Condition.DatabaseOnline(prove.database()));
            case KeyStep key -> of(key);
        };
    }

    private static List<Condition> of(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> List.of();
            case KeyStep.BackUpVaultKey backUp -> List.of();
            case KeyStep.AddAppSecret add -> List.of();
            case KeyStep.TryVaultKey attempt -> List.of();
            case KeyStep.CreateCredential create -> List.of(new Not(taken(NameKind.CREDENTIAL, create.credential())));
            case KeyStep.DropCredential drop -> List.of();
            case KeyStep.AddCredential add ->
                List.of(taken(NameKind.LOGIN, add.login()), taken(NameKind.CREDENTIAL, add.credential()));
            case KeyStep.TakeCredential take -> List.of();
            case KeyStep.OpenKey open -> List.of(new Not(taken(NameKind.KEY, open.key())));
            case KeyStep.DropKey drop -> List.of(new Not(new Condition.KeyUsed(drop.key())));
            case KeyStep.CreateKeyLogin create ->
                List.of(new Condition.KeyThere(create.key()), new Not(taken(NameKind.LOGIN, create.login())));
            case KeyStep.DropKeyLogin drop -> List.of();
            case KeyStep.RewrapDatabase rewrap ->
                List.of(
                        new Condition.DatabaseOnline(rewrap.database()),
                        new Condition.ProtectedBy(rewrap.database(), rewrap.from()),
                        new Condition.KeyThere(rewrap.to()));
            case KeyStep.AwaitLogBackup await -> List.of(TrueAfter.of(await));
            case KeyStep.BackUpLogFirst first -> List.of(new Condition.DatabaseOnline(first.database()));
            case KeyStep.BackUpAfterwards after ->
                List.of(
                        new Condition.DatabaseOnline(after.database()),
                        new Condition.ProtectedBy(after.database(), after.key()));
            case KeyStep.ReadKeyChain read -> List.of(new Condition.KeyThere(read.key()));
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
