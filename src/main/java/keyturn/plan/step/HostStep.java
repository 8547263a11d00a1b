package keyturn.plan.step;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps on the host of a server, each done by one host script. */
public sealed interface HostStep extends Step {

    /** What is done. */
    HostTask task();

    /** There is no door to the host: an operator runs the same script. */
    boolean operator();

    /**
     * Anything that shows on the host alone.
     *
     * @param back what takes it back; empty: nothing does
     * @param stopped SQL Server is not running then, so that nobody can be asked there
     */
    record Perform(StepId id, NodeName node, HostTask task, Optional<HostTask> back, boolean operator, boolean stopped)
            implements HostStep {}

    /**
     * SQL Server is started, or restarted: what shows is another start than the one before.
     *
     * @param was when it had started as the plan was made, in the server's own time
     * @param databases that the start must open
     * @param stopped SQL Server is not running then
     */
    record StartEngine(
            StepId id,
            NodeName node,
            HostTask task,
            LocalDateTime was,
            List<DatabaseName> databases,
            boolean operator,
            boolean stopped)
            implements HostStep {
        public StartEngine {
            databases = List.copyOf(databases);
        }
    }

    static Conduct conduct(HostStep step) {
        Conduct by =
                switch (step) {
                    case Perform perform ->
                        perform(perform).shownBy(Evidence.NOTED).with(Conduct.Trait.REPEATABLE);
                    case StartEngine start -> start(start);
                };
        return by.byOperator(step.operator());
    }

    private static Conduct start(StartEngine start) {
        Conduct conduct = Conduct.that(Effect.CHANGE, Risk.INTERRUPTS, Scope.SERVER, undo(start), ReopenStep.RESTART);
        Conduct starts = conduct.with(Conduct.Trait.STARTS_ENGINE);
        return start.stopped()
                ? starts.with(Conduct.Trait.ENGINE_STOPPED).in(new Group.Closes(new Group.Held.Engine()))
                : starts;
    }

    /** What was done before it is taken back only while SQL Server is stopped. */
    private static Undo undo(StartEngine start) {
        return start.stopped()
                ? HostRisk.stop(start.task())
                        .<Undo>map(stop -> new Undo.BySteps(List.of(new Perform(
                                new StepId(1), start.node(), stop, Optional.empty(), start.operator(), false))))
                        .orElseGet(() -> Undo.none(Undo.Because.ENGINE_IS_WANTED))
                : Undo.none(Undo.Because.ENGINE_IS_WANTED);
    }

    private static Conduct perform(Perform step) {
        Undo undo = step.back()
                .<Undo>map(back -> new Undo.BySteps(List.of(new Perform(
                        new StepId(1),
                        step.node(),
                        back,
                        Optional.empty(),
                        step.operator(),
                        step.stopped() || HostRisk.startsEngine(back)))))
                .orElseGet(() -> Undo.none(HostRisk.stays(step.task())));
        Conduct conduct = Conduct.that(
                HostRisk.effect(step.task()), HostRisk.of(step.task()), Scope.SERVER, undo, expected(step));
        Conduct grouped =
                HostRisk.partsEngine(step.task()) ? conduct.in(new Group.Opens(new Group.Held.Engine())) : conduct;
        Conduct tidy = HostRisk.onlyTidies(step.task()) ? grouped.with(Conduct.Trait.OPTIONAL) : grouped;
        Conduct shown = HostRisk.isSeenOnServer(step.task()) ? tidy : tidy.with(Conduct.Trait.SHOWN_LATER);
        return step.stopped() ? shown.with(Conduct.Trait.ENGINE_STOPPED) : shown;
    }

    private static Duration expected(Perform step) {
        return HostRisk.expected(step.task());
    }

    /** The steps that have the engine started anew, in order. */
    static Stream<StartEngine> starts(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asHost().stream()).flatMap(step -> step.asStart().stream());
    }

    /** What SQL Server would load at its next start is another thing from here on. */
    default boolean replacesConnector() {
        return HostRisk.replacesConnector(task());
    }

    /** SQL Server is not running then. */
    default boolean isWhileStopped() {
        return switch (this) {
            case Perform perform -> perform.stopped();
            case StartEngine start -> start.stopped();
        };
    }

    /** SQL Server runs once it is done. */
    default boolean startsEngine() {
        return HostRisk.startsEngine(task());
    }

    /** A running SQL Server is stopped by it: not into the dark. */
    default boolean stopsEngine() {
        return HostRisk.of(task()) == Risk.INTERRUPTS;
    }

    /** The DLL that lies on the host once this is done; empty for all other work. */
    default Optional<DllPath> placed() {
        return HostRisk.placed(task());
    }

    /** Some step stops a running SQL Server, or restarts it. */
    static boolean stopsEngine(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asHost().stream()).anyMatch(HostStep::stopsEngine);
    }

    @Override
    default Optional<HostStep> asHost() {
        return Optional.of(this);
    }

    default Optional<StartEngine> asStart() {
        return switch (this) {
            case Perform perform -> Optional.empty();
            case StartEngine start -> Optional.of(start);
        };
    }
}
