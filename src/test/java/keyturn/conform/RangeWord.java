package keyturn.conform;

import keyturn.plan.Plan;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RebuildStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/** What the range calls the statement of a step, or the door that it goes to, in the names of its faults. */
public final class RangeWord {

    private RangeWord() {}

    public static String of(Step step) {
        return switch (step) {
            case ProviderStep provider -> provider(provider);
            case TestStep.TestDatabase test ->
                test.kind() == TestStep.TestKind.LOG_COPY_ONLY ? "backup-log" : "backup-database";
            case TestStep.DropSnapshot drop -> "drop-database";
            case CredentialStep credential -> credential(credential);
            case KeyStep key -> key(key);
            case BackupStep backup -> backup(backup);
            case VaultStep vault -> "vault";
            case DirectoryStep directory -> "graph";
            case RebuildStep rebuild -> rebuild(rebuild);
            case RecoveryStep recovery -> "vault";
            case SecretStep.TrySecret attempt -> "vault";
            case SecretStep.ReplaceSecret replace -> "alter-credential";
            case HostStep onHost -> "host";
            case SetupStep.TurnEkmOn on -> "reconfigure";
            case SetupStep.TurnEkmOff off -> "reconfigure";
            case SetupStep.CreateProvider create -> "create-provider";
            case SetupStep.DropProvider drop -> "drop-provider";
            case ReopenStep.OpenDatabase open -> "alter-database";
            case ReopenStep.AwaitRestart await -> "select";
            case ReopenStep.ReadStart read -> "select";
        };
    }

    /** Nobody asks for a lock then: what comes to the range first is the act itself. */
    static boolean isWhileStopped(Step step) {
        return Conduct.of(step).is(Conduct.Trait.ENGINE_STOPPED);
    }

    /** What comes after the step: a look, or the next act on the host. */
    static String after(Plan plan, Step step) {
        int next = plan.steps().indexOf(step) + 1;
        return next < plan.steps().size() && isWhileStopped(plan.steps().get(next))
                ? of(plan.steps().get(next))
                : "select";
    }

    private static String rebuild(RebuildStep step) {
        return switch (step) {
            case RebuildStep.RecoverVault recover -> "azure";
            case RebuildStep.CreateVault create -> "azure";
            case RebuildStep.GrantKeyRights grant -> "azure";
            case RebuildStep.ClearRegistry clear -> "select";
            case RebuildStep.SwapCredential swap -> "alter-login";
            case RebuildStep.OpenInScratch open -> "create-asymmetric-key";
            case RebuildStep.DropScratch drop -> "drop-database";
            case RebuildStep.PointCredential point -> "alter-credential";
        };
    }

    private static String provider(ProviderStep step) {
        return switch (step) {
            case ProviderStep.PointProvider point -> "alter-provider";
            case ProviderStep.ReloadProvider reload -> "alter-provider";
            case ProviderStep.EnableProvider enable -> "alter-provider";
            case ProviderStep.ReadProvider read -> "select";
        };
    }

    private static String credential(CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create -> "create-credential";
            case CredentialStep.AddCredential add -> "alter-login";
            case CredentialStep.TakeCredential take -> "alter-login";
            case CredentialStep.DropCredential drop -> "drop-credential";
        };
    }

    private static String key(KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open -> "create-asymmetric-key";
            case KeyStep.DropKey drop -> "drop-asymmetric-key";
            case KeyStep.CreateKeyLogin create -> "create-login";
            case KeyStep.DropKeyLogin drop -> "drop-login";
            case KeyStep.ReencryptDatabase reencrypt -> "alter-encryption-key";
            case KeyStep.ReadKeyChain read -> "select";
        };
    }

    private static String backup(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await -> "select";
            case BackupStep.BackUpLogFirst first -> "backup-log";
            case BackupStep.BackUpAfterwards after -> after.log() ? "backup-log" : "backup-database";
        };
    }
}
