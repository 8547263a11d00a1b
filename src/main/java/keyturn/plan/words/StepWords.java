package keyturn.plan.words;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import keyturn.domain.Message;
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
 * What a step says of itself.
 *
 * @param kind the part of the bundle's keys that steps with the same sentences share
 * @param title in the DBA's words
 * @param reason the fact or choice that caused it
 * @param source the document that the step follows
 * @param trueAfter what must hold once it is done; the verifier has the condition
 */
public record StepWords(String kind, Message title, Supplier<Message> reason, Message source, Message trueAfter) {

    /** The one switch over all steps; the families answer. */
    public static StepWords of(Step step) {
        return switch (step) {
            case ProviderStep provider -> ProviderWords.of(provider);
            case TestStep test -> TestWords.of(test);
            case CredentialStep credential -> CredentialWords.of(credential);
            case KeyStep key -> KeyStepWords.of(key);
            case BackupStep backup -> BackupWords.of(backup);
            case VaultStep inVault -> VaultWords.of(inVault);
            case RecoveryStep recovery -> RecoveryWords.of(recovery);
            case SecretStep secret -> SecretWords.of(secret);
            case ReopenStep reopen -> ReopenWords.of(reopen);
            case SetupStep setup -> SetupWords.of(setup);
            case HostStep onHost -> HostWords.of(onHost);
            case DirectoryStep inDirectory -> DirectoryWords.of(inDirectory);
        };
    }

    /** The title of a step, worded. */
    public static String title(Step step) {
        return of(step).title().text();
    }

    /** The titles of several steps in one line. */
    public static String titles(List<Step> steps) {
        return steps.stream().map(StepWords::title).collect(Collectors.joining("; "));
    }

    public Message why() {
        return reason.get();
    }

    /** All sentences of the same kind, with the same arguments. */
    static StepWords of(String kind, String source, Object... arguments) {
        return new StepWords(
                kind,
                Message.of("plan.step." + kind + ".title", arguments),
                () -> Message.of("plan.step." + kind + ".why", arguments),
                Message.of("plan.source." + source),
                Message.of("plan.step." + kind + ".trueAfter", arguments));
    }
}
