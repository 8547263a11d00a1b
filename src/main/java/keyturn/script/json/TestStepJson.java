package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestSnapshot;
import keyturn.plan.step.TestStep;
import keyturn.script.json.Kinds.Kind;

/** The tests of keys as JSON, and back. */
final class TestStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind TEST = KINDS.kind("test", TestStepJson::test);

    private static final Kind DROP = KINDS.kind("drop-snapshot", TestStepJson::drop);

    private TestStepJson() {}

    static ObjectNode write(StepHead.Written head, TestStep step) {
        return switch (step) {
            case TestStep.TestDatabase test -> {
                ObjectNode written = head.as(TEST)
                        .put("database", test.database().value())
                        .put("test", kind(test.kind()))
                        .put("phase", test.phase().name());
                TestPartsJson.write(written, test.protector());
                TestPartsJson.write(written, test.size());
                test.snapshot().ifPresent(snapshot -> TestPartsJson.write(written, snapshot));
                yield written;
            }
            case TestStep.DropSnapshot drop -> {
                ObjectNode written =
                        head.as(DROP).put("database", drop.database().value());
                TestPartsJson.write(written, drop.snapshot());
                yield written;
            }
        };
    }

    private static Step test(Fields step) {
        StepHead head = StepHead.of(step);
        TestStep.TestKind kind = step.text("test", TestStepJson::kind);
        Optional<TestSnapshot> snapshot = TestPartsJson.snapshot(step);
        if ((kind == TestStep.TestKind.SNAPSHOT) != snapshot.isPresent()) {
            throw new Fields.Malformed(step.at("snapshot"));
        }
        return new TestStep.TestDatabase(
                head.id(),
                head.node(),
                step.text("database", DatabaseName::new),
                kind,
                step.text("phase", TestStep.Phase::valueOf),
                TestPartsJson.protector(step),
                TestPartsJson.size(step),
                snapshot);
    }

    private static Step drop(Fields step) {
        StepHead head = StepHead.of(step);
        TestSnapshot snapshot =
                TestPartsJson.snapshot(step).orElseThrow(() -> new Fields.Malformed(step.at("snapshot")));
        return new TestStep.DropSnapshot(head.id(), head.node(), step.text("database", DatabaseName::new), snapshot);
    }

    private static String kind(TestStep.TestKind kind) {
        return switch (kind) {
            case LOG_COPY_ONLY -> "log";
            case FULL_COPY_ONLY -> "full";
            case SNAPSHOT -> "snapshot";
            case OWN_BACKUP -> "own";
        };
    }

    private static TestStep.TestKind kind(String written) {
        return Arrays.stream(TestStep.TestKind.values())
                .filter(kind -> kind(kind).equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(written));
    }
}
