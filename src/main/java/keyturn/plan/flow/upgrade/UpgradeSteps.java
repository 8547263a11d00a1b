package keyturn.plan.flow.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.flow.ProofSteps;
import keyturn.plan.flow.UpgradeSituation;
import keyturn.plan.step.Step;
import keyturn.plan.step.Step.About;
import keyturn.plan.step.Step.Phase;
import keyturn.plan.step.Step.Risk;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;

/** The steps of an upgrade in place, each with all that it can say of itself. */
public final class UpgradeSteps {

    public static final Permission CONTROL_SERVER = Permission.onServer("CONTROL SERVER");

    /** Covers the loaded modules on every version; newer ones know narrower permissions too. */
    private static final Permission VIEW_SERVER_STATE = Permission.onServer("VIEW SERVER STATE");

    private static final Duration ALTER = Duration.ofSeconds(10);
    private static final Duration SWITCH = Duration.ofSeconds(1);

    private final NodeName node;
    private final Inspection.Provider provider;
    private final DllPath from;
    private final DllPath to;
    private final List<Database> databases;
    private final ProofSteps proofs;

    public UpgradeSteps(UpgradeSituation situation, Inspection.Provider provider) {
        this.node = situation.inspection().identity().node();
        this.provider = provider;
        this.from = new DllPath(provider.dllPath());
        this.to = situation.choices().dll();
        this.databases = situation.databases().open();
        this.proofs = new ProofSteps(situation);
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        proofs.add(steps, databases, Phase.BEFORE);
        steps.add(point(next(steps), from, to, "point", new Undo.BySteps(back(to))));
        steps.add(enable(next(steps), "enable"));
        steps.add(read(next(steps), to));
        proofs.add(steps, databases, Phase.AFTER);
        return steps;
    }

    /** The way back as a plan of its own: point back, enable, read, prove. */
    public List<Step> back(boolean pointed) {
        List<Step> steps = new ArrayList<>();
        Undo none = new Undo.None(Message.of("plan.undo.isUndo"));
        if (pointed) {
            steps.add(point(next(steps), to, from, "pointBack", none));
        }
        steps.add(enable(next(steps), pointed ? "enableBack" : "enable"));
        if (pointed) {
            steps.add(read(next(steps), from));
            proofs.add(steps, databases, Phase.AFTER);
        }
        return steps;
    }

    private static StepId next(List<Step> steps) {
        return new StepId(steps.size() + 1);
    }

    /** What undoes the step that points the provider at another DLL than now. */
    public List<Step> back(DllPath pointed) {
        Undo none = new Undo.None(Message.of("plan.undo.isUndo"));
        return List.of(point(new StepId(1), pointed, from, "pointBack", none), enable(new StepId(2), "enableBack"));
    }

    private Step point(StepId id, DllPath old, DllPath next, String words, Undo undo) {
        About about = new About(
                Message.of("plan.step." + words + ".title", provider.name(), next),
                Message.of("plan.step." + words + ".why", old, next),
                Message.of("plan.source.inPlace"),
                Message.of("plan.step.point.trueAfter", provider.name(), next),
                Risk.REVERSIBLE,
                Optional.of(CONTROL_SERVER),
                undo,
                ALTER,
                false);
        return new Step.PointProvider(id, node, about, provider.name(), old, next);
    }

    private Step enable(StepId id, String words) {
        About about = new About(
                Message.of("plan.step." + words + ".title", provider.name()),
                Message.of("plan.step.enable.why"),
                Message.of("plan.source.alterProvider"),
                Message.of("plan.step.enable.trueAfter", provider.name()),
                Risk.REVERSIBLE,
                Optional.of(CONTROL_SERVER),
                new Undo.None(Message.of("plan.undo.enable")),
                SWITCH,
                false);
        return new Step.EnableProvider(id, node, about, provider.name());
    }

    private Step read(StepId id, DllPath expected) {
        About about = new About(
                Message.of("plan.step.read.title", provider.name()),
                Message.of("plan.step.read.why"),
                Message.of("plan.source.loaded"),
                Message.of("plan.step.read.trueAfter", provider.name(), expected),
                Risk.READS,
                Optional.of(VIEW_SERVER_STATE),
                new Undo.None(Message.of("plan.undo.reads")),
                SWITCH,
                false);
        return new Step.ReadProvider(id, node, about, provider.name(), expected);
    }
}
