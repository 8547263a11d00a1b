package keyturn.plan.words;

import keyturn.plan.step.SetupStep;

/** The sentences of the steps that make a server ready for keys outside of it. */
final class SetupWords {

    private SetupWords() {}

    static StepWords of(SetupStep step) {
        return switch (step) {
            case SetupStep.TurnEkmOn on -> StepWords.of("turnEkmOn", "ekmSwitch");
            case SetupStep.TurnEkmOff off -> StepWords.of("turnEkmOff", "ekmSwitch");
            case SetupStep.CreateProvider create ->
                StepWords.of("createProvider", "createProvider", create.provider(), create.dll());
            case SetupStep.DropProvider drop -> StepWords.of("dropProvider", "createProvider", drop.provider());
        };
    }
}
