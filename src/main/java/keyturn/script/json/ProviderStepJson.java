package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import keyturn.domain.DllPath;
import keyturn.domain.ProviderName;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;

/** The steps with a provider as JSON, and back. */
final class ProviderStepJson {

    static final Map<String, Function<Fields, Step>> READERS = Map.of(
            "point-provider",
            ProviderStepJson::point,
            "enable-provider",
            ProviderStepJson::enable,
            "read-provider",
            ProviderStepJson::read);

    private ProviderStepJson() {}

    static ObjectNode write(ObjectNode written, ProviderStep step) {
        return switch (step) {
            case ProviderStep.PointProvider point -> {
                written.put("kind", "point-provider")
                        .put("provider", point.provider().value())
                        .put("from", point.from().value())
                        .put("to", point.to().value());
                if (point.back()) {
                    written.put("back", true);
                }
                yield written;
            }
            case ProviderStep.EnableProvider enable -> {
                written.put("kind", "enable-provider")
                        .put("provider", enable.provider().value());
                if (enable.back()) {
                    written.put("back", true);
                }
                yield written;
            }
            case ProviderStep.ReadProvider read ->
                written.put("kind", "read-provider")
                        .put("provider", read.provider().value())
                        .put("expected", read.expected().value());
        };
    }

    private static Step point(Fields step) {
        StepHead head = StepHead.of(step);
        return new ProviderStep.PointProvider(
                head.id(),
                head.node(),
                step.text("provider", ProviderName::new),
                step.text("from", DllPath::new),
                step.text("to", DllPath::new),
                step.has("back") && step.truth("back"));
    }

    private static Step enable(Fields step) {
        StepHead head = StepHead.of(step);
        return new ProviderStep.EnableProvider(
                head.id(),
                head.node(),
                step.text("provider", ProviderName::new),
                step.has("back") && step.truth("back"));
    }

    private static Step read(Fields step) {
        StepHead head = StepHead.of(step);
        return new ProviderStep.ReadProvider(
                head.id(), head.node(), step.text("provider", ProviderName::new), step.text("expected", DllPath::new));
    }
}
