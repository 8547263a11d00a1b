package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Surroundings.FileStamp;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The steps with a provider, and with the switch for all of them, as JSON, and back. */
final class ProviderStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind POINT_PROVIDER = KINDS.kind("point-provider", ProviderStepJson::point);
    private static final Kind RELOAD_PROVIDER = KINDS.kind("reload-provider", ProviderStepJson::reload);
    private static final Kind ENABLE_PROVIDER = KINDS.kind("enable-provider", ProviderStepJson::enable);
    private static final Kind READ_PROVIDER = KINDS.kind("read-provider", ProviderStepJson::read);
    private static final Kind TURN_EKM_ON = KINDS.kind("turn-ekm-on", ProviderStepJson::turnOn);
    private static final Kind TURN_EKM_OFF = KINDS.kind("turn-ekm-off", ProviderStepJson::turnOff);
    private static final Kind CREATE_PROVIDER = KINDS.kind("create-provider", ProviderStepJson::createProvider);
    private static final Kind DROP_PROVIDER = KINDS.kind("drop-provider", ProviderStepJson::dropProvider);

    private ProviderStepJson() {}

    static ObjectNode write(StepHead.Written head, ProviderStep step) {
        return switch (step) {
            case ProviderStep.PointProvider point -> write(head.as(POINT_PROVIDER), point);
            case ProviderStep.ReloadProvider reload -> {
                ObjectNode written = head.as(RELOAD_PROVIDER)
                        .put("provider", reload.provider().value())
                        .put("dll", reload.dll().value());
                reload.version().ifPresent(version -> written.put("version", version.toString()));
                if (reload.disables()) {
                    written.put("disables", true);
                }
                yield written;
            }
            case ProviderStep.EnableProvider enable -> {
                ObjectNode written = head.as(ENABLE_PROVIDER)
                        .put("provider", enable.provider().value());
                if (enable.back()) {
                    written.put("back", true);
                }
                yield written;
            }
            case ProviderStep.ReadProvider read ->
                head.as(READ_PROVIDER)
                        .put("provider", read.provider().value())
                        .put("expected", read.expected().value());
        };
    }

    private static ObjectNode write(ObjectNode written, ProviderStep.PointProvider point) {
        written.put("provider", point.provider().value())
                .put("from", point.from().value())
                .put("to", point.to().value());
        if (point.back()) {
            written.put("back", true);
        }
        point.old()
                .ifPresent(old -> written.putObject("oldFile")
                        .put("written", old.written().toString())
                        .put("bytes", old.bytes()));
        return written;
    }

    private static Step point(Fields step) {
        StepHead head = StepHead.of(step);
        return new ProviderStep.PointProvider(
                head.id(),
                head.node(),
                step.text("provider", ProviderName::new),
                step.text("from", DllPath::new),
                step.text("to", DllPath::new),
                step.has("back") && step.truth("back"),
                step.has("oldFile") ? Optional.of(stamp(step.object("oldFile"))) : Optional.empty());
    }

    private static Step reload(Fields step) {
        StepHead head = StepHead.of(step);
        return new ProviderStep.ReloadProvider(
                head.id(),
                head.node(),
                step.text("provider", ProviderName::new),
                step.text("dll", DllPath::new),
                step.has("version") ? Optional.of(step.text("version", FileVersion::parse)) : Optional.empty(),
                step.has("disables") && step.truth("disables"));
    }

    private static FileStamp stamp(Fields file) {
        return new FileStamp(file.text("written", LocalDateTime::parse), file.number("bytes"));
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

    static ObjectNode write(StepHead.Written head, SetupStep step) {
        return switch (step) {
            case SetupStep.TurnEkmOn on -> head.as(TURN_EKM_ON);
            case SetupStep.TurnEkmOff off -> head.as(TURN_EKM_OFF);
            case SetupStep.CreateProvider create ->
                head.as(CREATE_PROVIDER)
                        .put("provider", create.provider().value())
                        .put("dll", create.dll().value());
            case SetupStep.DropProvider drop ->
                head.as(DROP_PROVIDER).put("provider", drop.provider().value());
        };
    }

    private static Step turnOn(Fields step) {
        StepHead head = StepHead.of(step);
        return new SetupStep.TurnEkmOn(head.id(), head.node());
    }

    private static Step turnOff(Fields step) {
        StepHead head = StepHead.of(step);
        return new SetupStep.TurnEkmOff(head.id(), head.node());
    }

    private static Step createProvider(Fields step) {
        StepHead head = StepHead.of(step);
        return new SetupStep.CreateProvider(
                head.id(), head.node(), step.text("provider", ProviderName::new), step.text("dll", DllPath::new));
    }

    private static Step dropProvider(Fields step) {
        StepHead head = StepHead.of(step);
        return new SetupStep.DropProvider(head.id(), head.node(), step.text("provider", ProviderName::new));
    }
}
