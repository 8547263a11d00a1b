package keyturn.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.LoadedConnector;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.UpgradeSituation;
import keyturn.plan.flow.rotate.RotationBack;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeSteps;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/**
 * What is offered after a run: the way back as a plan that is previewed, approved and run like any other, if it still fits;
 * and, where a FROM FILE left the provider disabled, the ENABLE alone.
 */
public final class WayBack {

    private WayBack() {}

    /** Whether the way back still fits. */
    public sealed interface Offer {}

    /** It does; approve and run it. */
    public record Offered(Plan plan) implements Offer {}

    /** It does not, for these reasons. */
    public record NotOffered(List<Problem> because) implements Offer {
        public NotOffered {
            because = List.copyOf(because);
        }
    }

    /**
     * @param done the plan that has run, wholly or in part
     * @param now a fresh look that has the old file among its files ({@link #filesOf})
     */
    public static Offer undo(Plan done, Inspection now, Instant at) {
        return undo(done, done.steps(), now, at);
    }

    /** @param begun steps whose acts may have been performed: what was never begun needs no way back */
    public static Offer undo(Plan done, List<Step> begun, Inspection now, Instant at) {
        if (done.choices() instanceof Choices.RotateKey rotate) {
            return RotationBack.undo(rotate, begun, now, at);
        }
        Optional<Step.PointProvider> point = point(done);
        if (point.isEmpty() || !(done.choices() instanceof Choices.UpgradeInPlace)) {
            return new NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
        }
        List<Problem> problems = misfits(done, point.get(), now);
        return problems.isEmpty() ? new Offered(plan(done, point.get(), now, at, true)) : new NotOffered(problems);
    }

    /** Present where the provider of this plan reads disabled now. */
    public static Optional<Plan> enable(Plan done, Inspection now, Instant at) {
        return point(done)
                .filter(point -> row(now, point).filter(row -> !row.enabled()).isPresent())
                .map(point -> plan(done, point, now, at, false));
    }

    /** A way back to the start, not only the ENABLE. */
    public static boolean pointsBack(Plan plan) {
        return switch (plan.choices()) {
            case Choices.WayBack back -> point(plan).isPresent();
            case Choices.RotateBack back -> true;
            case Choices.UpgradeInPlace upgrade -> false;
            case Choices.RotateKey rotate -> false;
        };
    }

    /** Files that a look must ask for before the way back can be judged: the old DLL. */
    public static List<DllPath> filesOf(Plan done) {
        return point(done).map(point -> List.of(point.from())).orElse(List.of());
    }

    /**
     * What undoes one step, from the state just read: to be written down before the step is sent.
     *
     * @param now a look right before the step
     */
    public static List<Step> ofStep(Plan plan, Step step, Inspection now) {
        return switch (step) {
            case Step.PointProvider point ->
                row(now, point)
                        .map(row -> new UpgradeSteps(UpgradeSituation.of(now, upgrade(plan)), row).back(point.to()))
                        .orElse(List.of());
            case Step.EnableProvider enable -> List.of();
            case Step.ReadProvider read -> List.of();
            case Step.ProveDatabase prove -> List.of();
            case KeyStep key -> RotationBack.ofStep(key);
        };
    }

    private static Choices.UpgradeInPlace upgrade(Plan plan) {
        return switch (plan.choices()) {
            case Choices.UpgradeInPlace upgrade -> upgrade;
            case Choices.WayBack back -> back.from();
            case Choices.RotateKey rotate -> throw new IllegalArgumentException("a rotation is no upgrade");
            case Choices.RotateBack back -> throw new IllegalArgumentException("a rotation is no upgrade");
        };
    }

    /** A way back is made from a run, not chosen. */
    static PlanOutcome none() {
        return new PlanOutcome.Blocked(List.of(Blocks.of("undo.nothing", Optional.empty())));
    }

    private static Optional<Step.PointProvider> point(Plan plan) {
        return plan.steps().stream()
                .filter(Step.PointProvider.class::isInstance)
                .map(Step.PointProvider.class::cast)
                .findFirst();
    }

    private static Optional<Inspection.Provider> row(Inspection now, Step.PointProvider point) {
        return now.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(point.provider()))
                .findFirst();
    }

    private static List<Problem> misfits(Plan done, Step.PointProvider point, Inspection now) {
        List<Problem> problems = new ArrayList<>();
        Optional<Inspection.Provider> row = row(now, point);
        if (pointsAt(row, point.from())) {
            return List.of(Blocks.of("undo.not-begun", Optional.empty(), point.provider(), point.from()));
        }
        if (!pointsAt(row, point.to())) {
            problems.add(Blocks.of("undo.not-pointed", Optional.empty(), point.provider(), point.to()));
        }
        oldFile(now, point).ifPresent(problems::add);
        keys(done, point, now).forEach(problems::add);
        return problems;
    }

    private static boolean pointsAt(Optional<Inspection.Provider> row, DllPath path) {
        return row.filter(now -> now.dllPath().equalsIgnoreCase(path.value())).isPresent();
    }

    /** Not known does not count as gone: FROM FILE itself finds out, and changes nothing then. */
    private static Optional<Problem> oldFile(Inspection now, Step.PointProvider point) {
        return now.facts().around().files().stream()
                .filter(seen -> seen.path().sameFileAs(point.from()))
                .filter(seen -> seen.there().value().filter(there -> !there).isPresent())
                .map(seen -> Blocks.of("undo.old-file-gone", Optional.empty(), point.from()))
                .findFirst();
    }

    /**
     * Older builds know neither managed identity nor managed HSM; and a DEK that was wrapped anew since the plan was made may
     * hang on a key of theirs no longer (document: SQL Server Connector, what each build added).
     */
    private static Stream<Problem> keys(Plan done, Step.PointProvider point, Inspection now) {
        Stream<Problem> rewrapped = done.basis().facts().entrySet().stream()
                .filter(fact -> fact.getKey().endsWith(".protector"))
                .filter(fact -> !fact.getValue()
                        .equals(Basis.of(now, done.choices()).facts().getOrDefault(fact.getKey(), fact.getValue())))
                .map(fact -> Blocks.of("undo.rewrapped", Optional.empty(), database(fact.getKey())));
        if (!before2020(point.from(), done)) {
            return rewrapped;
        }
        Stream<Problem> vaults = now.facts().credentials().value().orElse(List.of()).stream()
                .filter(credential -> credential.identity().equalsIgnoreCase("Managed Identity")
                        || credential.identity().contains(".managedhsm."))
                .map(credential ->
                        Blocks.of("undo.credential", Optional.empty(), credential.name(), credential.identity()));
        return Stream.concat(rewrapped, vaults);
    }

    private static String database(String fact) {
        return fact.substring("database.".length(), fact.length() - ".protector".length());
    }

    private static boolean before2020(DllPath old, Plan done) {
        String version = done.basis().facts().entrySet().stream()
                .filter(fact ->
                        fact.getKey().startsWith("provider.") && fact.getKey().endsWith(".version"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("");
        try {
            return FileVersion.parse(version).compareTo(KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020.version()) < 0;
        } catch (InvalidValue noVersion) {
            return NewBuild.proposed(old).version().isEmpty();
        }
    }

    private static Plan plan(Plan done, Step.PointProvider point, Inspection now, Instant at, boolean pointed) {
        Choices.UpgradeInPlace from = upgrade(done);
        UpgradeSituation situation = UpgradeSituation.of(now, from);
        Inspection.Provider old = row(now, point).orElseThrow();
        var was = new Inspection.Provider(
                old.id(), old.name(), old.guid(), old.version(), point.from().value(), old.enabled());
        Message first = pointed ? afterwards(now, point) : Message.of("plan.notice.onlyEnable", point.provider());
        return new Plan(
                now.identity(),
                at,
                new Choices.WayBack(from),
                Basis.of(situation),
                new UpgradeSteps(situation, was).back(pointed),
                List.of(first, RepeatBound.notice()));
    }

    /** Whether a restart must follow: only what the process holds now decides that. */
    private static Message afterwards(Inspection now, Step.PointProvider point) {
        return switch (LoadedConnector.of(now, point.provider(), point.from())) {
            case LoadedConnector.Expected as -> Message.of("plan.notice.noRestart", point.from());
            case LoadedConnector.None nothing -> Message.of("plan.notice.noneLoaded", point.from());
            case LoadedConnector.Older other ->
                Message.of("plan.notice.pendingRestart", String.join(", ", other.paths()));
            case LoadedConnector.NotSeen not ->
                Message.of("plan.notice.restartUnknown", not.why().text());
        };
    }
}
