package keyturn.plan.fact;

import keyturn.domain.inspection.Scope;
import keyturn.plan.step.KeyStep;

/** What the steps that give a database another key do, and how much a look at them takes in. */
public final class KeyConditions {

    private KeyConditions() {}

    static Scope scope(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> Scope.WHOLE;
            case KeyStep.BackUpVaultKey backUp -> Scope.SERVER;
            case KeyStep.AddAppSecret add -> Scope.WHOLE;
            case KeyStep.TryVaultKey attempt -> Scope.SERVER;
            case KeyStep.CreateCredential create -> Scope.SERVER;
            case KeyStep.AddCredential add -> Scope.SERVER;
            case KeyStep.TakeCredential take -> Scope.SERVER;
            case KeyStep.DropCredential drop -> Scope.SERVER;
            case KeyStep.OpenKey open -> Scope.WHOLE;
            case KeyStep.DropKey drop -> Scope.SERVER;
            case KeyStep.CreateKeyLogin create -> Scope.SERVER;
            case KeyStep.DropKeyLogin drop -> Scope.SERVER;
            case KeyStep.RewrapDatabase rewrap -> new Scope.OneDatabase(rewrap.database());
            case KeyStep.AwaitLogBackup await -> new Scope.OneDatabase(await.database(), true);
            case KeyStep.BackUpLogFirst first -> new Scope.OneDatabase(first.database(), true);
            case KeyStep.BackUpAfterwards after -> new Scope.OneDatabase(after.database(), true);
            case KeyStep.ReadKeyChain read -> Scope.SERVER;
        };
    }

    /** It changes the server, and not only looks or waits. */
    static boolean changes(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> true;
            case KeyStep.BackUpVaultKey backUp -> false;
            case KeyStep.AddAppSecret add -> true;
            case KeyStep.TryVaultKey attempt -> false;
            case KeyStep.CreateCredential create -> true;
            case KeyStep.AddCredential add -> true;
            case KeyStep.TakeCredential take -> true;
            case KeyStep.DropCredential drop -> true;
            case KeyStep.OpenKey open -> true;
            case KeyStep.DropKey drop -> true;
            case KeyStep.CreateKeyLogin create -> true;
            case KeyStep.DropKeyLogin drop -> true;
            case KeyStep.RewrapDatabase rewrap -> true;
            case KeyStep.AwaitLogBackup await -> false;
            case KeyStep.BackUpLogFirst first -> true;
            case KeyStep.BackUpAfterwards after -> true;
            case KeyStep.ReadKeyChain read -> false;
        };
    }

    /** A later step of the same plan does not take it back. */
    static boolean lasting(KeyStep step) {
        return switch (step) {
            case KeyStep.CreateVaultKey create -> true;
            case KeyStep.BackUpVaultKey backUp -> true;
            case KeyStep.AddAppSecret add -> true;
            case KeyStep.TryVaultKey attempt -> true;
            case KeyStep.CreateCredential create -> !create.temporary();
            case KeyStep.AddCredential add -> !add.temporary();
            case KeyStep.DropCredential drop -> true;
            case KeyStep.TakeCredential take -> true;
            case KeyStep.OpenKey open -> true;
            case KeyStep.DropKey drop -> true;
            case KeyStep.CreateKeyLogin create -> true;
            case KeyStep.DropKeyLogin drop -> true;
            case KeyStep.RewrapDatabase rewrap -> true;
            case KeyStep.AwaitLogBackup await -> true;
            case KeyStep.BackUpLogFirst first -> true;
            case KeyStep.BackUpAfterwards after -> true;
            case KeyStep.ReadKeyChain read -> true;
        };
    }
}
