package keyturn.conform;

import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/** What the range calls the statement of a step, in the names of its faults. */
public final class RangeWord {

    private RangeWord() {}

    public static String of(Step step) {
        return switch (step) {
            case ProviderStep.PointProvider point -> "alter-provider";
            case ProviderStep.EnableProvider enable -> "alter-provider";
            case ProviderStep.ReadProvider read -> "select";
            case KeyStep.ReadKeyChain read -> "select";
            case TestStep.TestDatabase test ->
                test.kind() == TestStep.TestKind.LOG_COPY_ONLY ? "backup-log" : "backup-database";
            case CredentialStep.CreateCredential create -> "create-credential";
            case CredentialStep.AddCredential add -> "alter-login";
            case KeyStep.OpenKey open -> "create-asymmetric-key";
            case KeyStep.CreateKeyLogin create -> "create-login";
            case KeyStep.ReencryptDatabase reencrypt -> "alter-encryption-key";
            case CredentialStep other -> throw new AssertionError(step);
            case KeyStep other -> throw new AssertionError(step);
            case BackupStep other -> throw new AssertionError(step);
            case VaultStep other -> throw new AssertionError(step);
            case DirectoryStep other -> throw new AssertionError(step);
        };
    }
}
