package keyturn.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.Database;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.plan.Step.About;
import keyturn.plan.Step.Phase;
import keyturn.plan.Step.ProofKind;
import keyturn.plan.Step.Risk;

/** The steps of an upgrade in place, each with all that it can say of itself. */
final class UpgradeSteps {

    static final Permission CONTROL_SERVER = Permission.onServer("CONTROL SERVER");

    /** Covers the loaded modules on every version; newer ones know narrower permissions too. */
    private static final Permission VIEW_SERVER_STATE = Permission.onServer("VIEW SERVER STATE");

    private static final Duration ALTER = Duration.ofSeconds(10);
    private static final Duration SWITCH = Duration.ofSeconds(1);
    private static final Duration LOG_PROOF = Duration.ofSeconds(30);
    private static final Duration FULL_PROOF = Duration.ofMinutes(10);

    private final NodeName node;
    private final Inspection.Provider provider;
    private final DllPath from;
    private final DllPath to;
    private final List<Database> databases;

    UpgradeSteps(Situation situation, Inspection.Provider provider) {
        this.node = situation.inspection().identity().node();
        this.provider = provider;
        this.from = new DllPath(provider.dllPath());
        this.to = situation.choices().dll();
        this.databases = situation.databases().open();
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        prove(steps, Phase.BEFORE);
        steps.add(point(next(steps), from, to, "point", new Undo.BySteps(back())));
        steps.add(enable(next(steps), "enable"));
        steps.add(read(next(steps)));
        prove(steps, Phase.AFTER);
        return steps;
    }

    private void prove(List<Step> steps, Phase phase) {
        for (Database database : databases) {
            steps.add(prove(next(steps), database, phase));
        }
    }

    private static StepId next(List<Step> steps) {
        return new StepId(steps.size() + 1);
    }

    private List<Step> back() {
        Undo none = new Undo.None(Message.of("plan.undo.isUndo"));
        return List.of(point(new StepId(1), to, from, "pointBack", none), enable(new StepId(2), "enableBack"));
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

    private Step read(StepId id) {
        About about = new About(
                Message.of("plan.step.read.title", provider.name()),
                Message.of("plan.step.read.why"),
                Message.of("plan.source.loaded"),
                Message.of("plan.step.read.trueAfter", provider.name(), to),
                Risk.READS,
                Optional.of(VIEW_SERVER_STATE),
                new Undo.None(Message.of("plan.undo.reads")),
                SWITCH,
                false);
        return new Step.ReadProvider(id, node, about, provider.name(), to);
    }

    private Step prove(StepId id, Database database, Phase phase) {
        boolean log = database.logBackupPossible().value().orElse(false);
        String side = phase == Phase.BEFORE ? "proveBefore" : "proveAfter";
        String words = log ? "Log" : "Full";
        String permission = log ? "BACKUP LOG" : "BACKUP DATABASE";
        About about = new About(
                Message.of("plan.step." + side + ".title", database.name()),
                Message.of("plan.step." + side + words + ".why", database.name(), protector(database)),
                Message.of("plan.source.proof"),
                Message.of("plan.step." + side + ".trueAfter", database.name()),
                Risk.READS,
                Optional.of(new Permission(permission, database.name().value())),
                new Undo.None(Message.of("plan.undo.proof")),
                log ? LOG_PROOF : FULL_PROOF,
                false);
        ProofKind kind = log ? ProofKind.LOG_COPY_ONLY : ProofKind.FULL_COPY_ONLY;
        return new Step.ProveDatabase(id, node, about, database.name(), kind, phase);
    }

    private static String protector(Database database) {
        return database.key()
                .value()
                .flatMap(key -> key)
                .map(key -> key.thumbprint().toString())
                .orElse("");
    }
}
