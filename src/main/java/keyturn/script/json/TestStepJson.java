package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;

/** The tests of keys as JSON, and back. */
final class TestStepJson {

    static final Map<String, Function<Fields, Step>> READERS = Map.of("test-database", TestStepJson::test);

    private TestStepJson() {}

    static ObjectNode write(ObjectNode written, TestStep step) {
        return switch (step) {
            case TestStep.TestDatabase test -> {
                written.put("kind", "test-database")
                        .put("database", test.database().value())
                        .put("test", test.kind().name())
                        .put("phase", test.phase().name());
                ProtectorJson.write(written, test.protector());
                SizeJson.write(written, test.size());
                yield written;
            }
        };
    }

    private static Step test(Fields step) {
        StepHead head = StepHead.of(step);
        return new TestStep.TestDatabase(
                head.id(),
                head.node(),
                step.text("database", DatabaseName::new),
                step.text("test", TestStep.TestKind::valueOf),
                step.text("phase", TestStep.Phase::valueOf),
                ProtectorJson.read(step),
                SizeJson.read(step));
    }
}
