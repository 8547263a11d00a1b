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
import keyturn.domain.Surroundings;
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
    private static final long MEGABYTES_A_SECOND = 100;
    private static final Duration FULL_PROOF = Duration.ofMinutes(10);

    private final NodeName node;
    private final Inspection.Provider provider;
    private final DllPath from;
    private final DllPath to;
    private final List<Database> databases;
    private final Choices.UpgradeInPlace choices;
    private final Surroundings around;

    UpgradeSteps(Situation situation, Inspection.Provider provider) {
        this.node = situation.inspection().identity().node();
        this.provider = provider;
        this.from = new DllPath(provider.dllPath());
        this.to = situation.choices().dll();
        this.databases = situation.databases().open();
        this.choices = situation.choices();
        this.around = situation.inspection().facts().around();
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        prove(steps, Phase.BEFORE);
        steps.add(point(next(steps), from, to, "point", new Undo.BySteps(back(to))));
        steps.add(enable(next(steps), "enable"));
        steps.add(read(next(steps), to));
        prove(steps, Phase.AFTER);
        return steps;
    }

    /** The way back as a plan of its own: point back, enable, read, prove. */
    List<Step> back(boolean pointed) {
        List<Step> steps = new ArrayList<>();
        Undo none = new Undo.None(Message.of("plan.undo.isUndo"));
        if (pointed) {
            steps.add(point(next(steps), to, from, "pointBack", none));
        }
        steps.add(enable(next(steps), pointed ? "enableBack" : "enable"));
        if (pointed) {
            steps.add(read(next(steps), from));
            prove(steps, Phase.AFTER);
        }
        return steps;
    }

    private static StepId next(List<Step> steps) {
        return new StepId(steps.size() + 1);
    }

    private void prove(List<Step> steps, Phase phase) {
        for (Database database : databases) {
            switch (Proving.choice(choices, database)) {
                case LOG -> steps.add(prove(next(steps), database, ProofKind.LOG_COPY_ONLY, phase));
                case FULL -> steps.add(prove(next(steps), database, ProofKind.FULL_COPY_ONLY, phase));
                case OWN -> {
                    if (phase == Phase.AFTER) {
                        steps.add(prove(next(steps), database, ProofKind.OWN_BACKUP, phase));
                    }
                }
                case SKIP -> {}
            }
        }
    }

    /** What undoes the step that points the provider at another DLL than now. */
    List<Step> back(DllPath pointed) {
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

    private Step prove(StepId id, Database database, ProofKind kind, Phase phase) {
        String side = phase == Phase.BEFORE ? "proveBefore" : "proveAfter";
        About about = new About(
                Message.of("plan.step." + side + ".title", database.name()),
                Message.of(
                        "plan.step." + side + words(kind) + ".why",
                        database.name(),
                        protector(database),
                        cost(database, kind)),
                Message.of("plan.source.proof"),
                Message.of("plan.step." + side + ".trueAfter", database.name()),
                Risk.READS,
                permission(database, kind),
                new Undo.None(Message.of("plan.undo.proof")),
                expected(database, kind),
                false);
        return new Step.ProveDatabase(id, node, about, database.name(), kind, phase);
    }

    private static String words(ProofKind kind) {
        return switch (kind) {
            case LOG_COPY_ONLY -> "Log";
            case FULL_COPY_ONLY -> "Full";
            case OWN_BACKUP -> "Own";
        };
    }

    private static Optional<Permission> permission(Database database, ProofKind kind) {
        return switch (kind) {
            case LOG_COPY_ONLY ->
                Optional.of(new Permission("BACKUP LOG", database.name().value()));
            case FULL_COPY_ONLY ->
                Optional.of(new Permission("BACKUP DATABASE", database.name().value()));
            case OWN_BACKUP -> Optional.of(new Permission("SELECT", "msdb"));
        };
    }

    private String cost(Database database, ProofKind kind) {
        return megabytes(database, kind)
                .map(size -> Message.of("plan.step.prove.size", size).text())
                .orElse(Message.of("plan.step.prove.sizeUnknown").text());
    }

    private Optional<Long> megabytes(Database database, ProofKind kind) {
        return around.sizes().value().orElse(List.of()).stream()
                .filter(size -> size.database().equals(database.name()))
                .map(size -> kind == ProofKind.LOG_COPY_ONLY ? size.logMegabytes() : size.dataMegabytes())
                .findFirst();
    }

    /** As long as a disk needs that reads {@value #MEGABYTES_A_SECOND} MB a second; a guess where the size is not known. */
    private Duration expected(Database database, ProofKind kind) {
        if (kind == ProofKind.OWN_BACKUP) {
            return SWITCH;
        }
        Duration guess = kind == ProofKind.LOG_COPY_ONLY ? LOG_PROOF : FULL_PROOF;
        return megabytes(database, kind)
                .map(size -> Duration.ofSeconds(Math.max(1, size / MEGABYTES_A_SECOND)))
                .orElse(guess);
    }

    private static String protector(Database database) {
        return database.key()
                .value()
                .flatMap(key -> key)
                .map(key -> key.thumbprint().toString())
                .orElse("");
    }
}
