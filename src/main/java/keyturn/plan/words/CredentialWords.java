package keyturn.plan.words;

import keyturn.plan.step.CredentialStep;

/** The sentences of the steps with credentials. */
final class CredentialWords {

    private CredentialWords() {}

    static StepWords of(CredentialStep step) {
        return switch (step) {
            case CredentialStep.CreateCredential create ->
                StepWords.of(
                        create.temporary() ? "temporaryCredential" : "createCredential",
                        "credential",
                        create.credential(),
                        create.identity(),
                        create.application());
            case CredentialStep.AddCredential add ->
                StepWords.of(
                        add.temporary() ? "temporaryMapping" : "addCredential",
                        "mapping",
                        add.login(),
                        add.credential());
            case CredentialStep.TakeCredential take ->
                StepWords.of("takeCredential", "mapping", take.login(), take.credential());
            case CredentialStep.DropCredential drop -> StepWords.of("dropCredential", "credential", drop.credential());
        };
    }
}
