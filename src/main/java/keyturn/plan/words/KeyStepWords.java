package keyturn.plan.words;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.step.KeyStep;

/** The sentences of the steps with a key of master. */
final class KeyStepWords {

    private KeyStepWords() {}

    static StepWords of(KeyStep step) {
        return switch (step) {
            case KeyStep.OpenKey open ->
                StepWords.of("openKey", "openKey", open.key(), open.vaultKey(), open.vault(), version(open));
            case KeyStep.DropKey drop -> StepWords.of("dropKey", "openKey", drop.key());
            case KeyStep.CreateKeyLogin create ->
                StepWords.of("createKeyLogin", "keyLogin", create.login(), create.key());
            case KeyStep.DropKeyLogin drop -> StepWords.of("dropKeyLogin", "keyLogin", drop.login());
            case KeyStep.ReencryptDatabase reencrypt ->
                StepWords.of(
                        reencrypt.back() ? "reencryptBack" : "reencrypt",
                        "reencrypt",
                        reencrypt.database(),
                        reencrypt.from(),
                        reencrypt.to());
            case KeyStep.ReadKeyChain read ->
                StepWords.of("readChain", "chain", read.key(), read.login(), read.credential());
        };
    }

    /** The version that is meant, where anybody knows it. */
    private static String version(KeyStep.OpenKey open) {
        return open.thumbprint()
                .map(print -> Message.of("plan.step.openKey.withThumbprint", vaultVersion(open), print)
                        .text())
                .orElseGet(() -> vaultVersion(open));
    }

    private static String vaultVersion(KeyStep.OpenKey open) {
        Optional<String> version = open.version().or(open.vaultKey()::version);
        return version.map(id ->
                        Message.of("plan.step.openKey.version", open.vaultKey().name(), id))
                .orElse(Message.of("plan.step.openKey.newest", open.vaultKey().name()))
                .text();
    }
}
