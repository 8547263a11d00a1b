package keyturn.plan.flow.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Situation;
import keyturn.plan.step.Step;
import keyturn.plan.step.Step.About;
import keyturn.plan.step.Step.Risk;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;

/** Steps on a cryptographic provider, each with all that it can say of itself. */
public record ProviderSteps(NodeName node, ProviderName provider) {

    /** Covers the loaded modules on every version; newer ones know narrower permissions too. */
    private static final Permission VIEW_SERVER_STATE = Permission.onServer("VIEW SERVER STATE");

    private static final Duration ALTER = Duration.ofSeconds(10);
    private static final Duration SWITCH = Duration.ofSeconds(1);

    /** What undoes this step from the state right before it: nothing where the provider is gone. */
    public static List<Step> undo(Step.PointProvider point, Inspection now) {
        return Situation.row(now, point.provider())
                .map(row -> new ProviderSteps(now.identity().node(), row.name())
                        .back(point.to(), new DllPath(row.dllPath())))
                .orElse(List.of());
    }

    /** Back to the old DLL, and enabled again. */
    List<Step> back(DllPath pointed, DllPath old) {
        Undo none = new Undo.None(Message.of("plan.undo.isUndo"));
        return List.of(point(new StepId(1), pointed, old, "pointBack", none), enable(new StepId(2), "enableBack"));
    }

    Step point(StepId id, DllPath old, DllPath next, String words, Undo undo) {
        About about = new About(
                Message.of("plan.step." + words + ".title", provider, next),
                Message.of("plan.step." + words + ".why", old, next),
                Message.of("plan.source.inPlace"),
                Message.of("plan.step.point.trueAfter", provider, next),
                Risk.REVERSIBLE,
                Optional.of(Permission.CONTROL_SERVER),
                undo,
                ALTER,
                false);
        return new Step.PointProvider(id, node, about, provider, old, next);
    }

    Step enable(StepId id, String words) {
        About about = new About(
                Message.of("plan.step." + words + ".title", provider),
                Message.of("plan.step.enable.why"),
                Message.of("plan.source.alterProvider"),
                Message.of("plan.step.enable.trueAfter", provider),
                Risk.REVERSIBLE,
                Optional.of(Permission.CONTROL_SERVER),
                new Undo.None(Message.of("plan.undo.enable")),
                SWITCH,
                false);
        return new Step.EnableProvider(id, node, about, provider);
    }

    Step read(StepId id, DllPath expected) {
        About about = new About(
                Message.of("plan.step.read.title", provider),
                Message.of("plan.step.read.why"),
                Message.of("plan.source.loaded"),
                Message.of("plan.step.read.trueAfter", provider, expected),
                Risk.READS,
                Optional.of(VIEW_SERVER_STATE),
                new Undo.None(Message.of("plan.undo.reads")),
                SWITCH,
                false);
        return new Step.ReadProvider(id, node, about, provider, expected);
    }
}
