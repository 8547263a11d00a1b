package keyturn.plan.words;

import keyturn.domain.Message;
import keyturn.plan.step.BackupSize;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.TestStep.TestDatabase;

/** The sentences of the tests of keys. */
final class TestWords {

    private TestWords() {}

    static StepWords of(TestStep step) {
        return switch (step) {
            case TestDatabase test -> of(test);
            case TestStep.DropSnapshot drop ->
                StepWords.of("dropSnapshot", "snapshot", drop.snapshot().name(), drop.database());
        };
    }

    private static StepWords of(TestDatabase test) {
        String side = side(test.phase());
        String kind = side + kind(test.kind());
        return new StepWords(
                kind,
                Message.of("plan.step." + side + ".title", test.database()),
                () -> Message.of(
                        "plan.step." + kind + ".why",
                        test.database(),
                        test.protector().shown(),
                        cost(test.size())),
                Message.of(test.snapshot().isPresent() ? "plan.source.snapshot" : "plan.source.test"),
                Message.of("plan.step." + (test.snapshot().isPresent() ? kind : side) + ".trueAfter", test.database()));
    }

    private static String side(TestStep.Phase phase) {
        return switch (phase) {
            case BEFORE -> "testBefore";
            case AFTER -> "testAfter";
        };
    }

    private static String kind(TestStep.TestKind kind) {
        return switch (kind) {
            case LOG_COPY_ONLY -> "Log";
            case FULL_COPY_ONLY -> "Full";
            case SNAPSHOT -> "Snapshot";
            case OWN_BACKUP -> "Own";
        };
    }

    /** How much is read. */
    static String cost(BackupSize size) {
        return size.megabytes()
                .map(megabytes -> Message.of("plan.step.test.size" + (size.more() ? "More" : ""), megabytes))
                .orElse(Message.of("plan.step.test.sizeUnknown"))
                .text();
    }
}
