package keyturn.plan.words;

import keyturn.plan.step.SecretStep;

/** The sentences of the steps that give credentials another secret. */
final class SecretWords {

    private SecretWords() {}

    private static String trial(SecretStep.TrySecret attempt) {
        if (attempt.old()) {
            return "tryOldSecret";
        }
        return attempt.times() > 1 ? "trySecretOften" : "trySecret";
    }

    static StepWords of(SecretStep step) {
        return switch (step) {
            case SecretStep.TrySecret attempt ->
                StepWords.of(
                        trial(attempt),
                        "trySecret",
                        attempt.key(),
                        attempt.vault(),
                        attempt.application(),
                        attempt.times());
            case SecretStep.ReplaceSecret replace ->
                StepWords.of(
                        replace.back() ? "putSecretBack" : "replaceSecret",
                        "replaceSecret",
                        replace.credential(),
                        replace.identity(),
                        replace.application());
        };
    }
}
