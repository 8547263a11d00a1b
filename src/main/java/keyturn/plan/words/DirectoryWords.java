package keyturn.plan.words;

import keyturn.plan.fact.Times;
import keyturn.plan.step.DirectoryStep;

/** The sentences of the steps in the directory. */
final class DirectoryWords {

    private DirectoryWords() {}

    static StepWords of(DirectoryStep step) {
        return switch (step) {
            case DirectoryStep.RemoveAppSecret remove ->
                StepWords.of(
                        remove.operator() ? "operatorRemoveSecret" : "removeAppSecret",
                        "removeAppSecret",
                        remove.label(),
                        remove.application(),
                        remove.keyId());
            case DirectoryStep.AddAppSecret add ->
                StepWords.of(
                        add.operator() ? "operatorSecret" : "addAppSecret",
                        "appSecret",
                        add.name(),
                        add.application(),
                        Times.seconds(add.expires()));
        };
    }
}
