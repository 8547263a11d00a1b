package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Scope;

/** The steps that make a server ready for keys outside of it, and take that back. */
public sealed interface SetupStep extends Step {

    /** {@code sp_configure 'EKM provider enabled', 1} and RECONFIGURE; advanced options are hidden again where they were. */
    record TurnEkmOn(StepId id, NodeName node) implements SetupStep {}

    /** The same with 0: undoes a step that turned it on. */
    record TurnEkmOff(StepId id, NodeName node) implements SetupStep {}

    /** {@code CREATE CRYPTOGRAPHIC PROVIDER}: the DLL is loaded and its signature checked. */
    record CreateProvider(StepId id, NodeName node, ProviderName provider, DllPath dll) implements SetupStep {}

    /** {@code DROP CRYPTOGRAPHIC PROVIDER}: only what the run itself made, while no key and no credential needs it. */
    record DropProvider(StepId id, NodeName node, ProviderName provider) implements SetupStep {}

    static Conduct conduct(SetupStep step) {
        return switch (step) {
            case TurnEkmOn on ->
                Conduct.changes(
                                Scope.SERVER,
                                new Undo.BySteps(List.of(new TurnEkmOff(new StepId(1), on.node()))),
                                Conduct.LOOK)
                        .needing(Permission.ALTER_SETTINGS);
            case TurnEkmOff off ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.IS_BACK_OUT), Conduct.LOOK)
                        .needing(Permission.ALTER_SETTINGS);
            case CreateProvider create ->
                Conduct.changes(
                                Scope.SERVER,
                                new Undo.BySteps(
                                        List.of(new DropProvider(new StepId(1), create.node(), create.provider()))),
                                Duration.ofSeconds(10))
                        .needing(Permission.CONTROL_SERVER);
            case DropProvider drop ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.IS_BACK_OUT), Conduct.LOOK)
                        .needing(Permission.CONTROL_SERVER);
        };
    }

    /** Some step turns the switch on or off. */
    static boolean turnsEkm(List<Step> steps) {
        return of(steps).anyMatch(SetupStep::isOfSwitch);
    }

    /** The steps that make a provider, in order. */
    static Stream<CreateProvider> created(List<Step> steps) {
        return of(steps).flatMap(step -> step.asCreated().stream());
    }

    private static Stream<SetupStep> of(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asSetup().stream());
    }

    private boolean isOfSwitch() {
        return switch (this) {
            case TurnEkmOn on -> true;
            case TurnEkmOff off -> true;
            case CreateProvider create -> false;
            case DropProvider drop -> false;
        };
    }

    private Optional<CreateProvider> asCreated() {
        return switch (this) {
            case CreateProvider create -> Optional.of(create);
            case TurnEkmOn on -> Optional.empty();
            case TurnEkmOff off -> Optional.empty();
            case DropProvider drop -> Optional.empty();
        };
    }

    /** The step turns the switch on. */
    default boolean turnsOn() {
        return switch (this) {
            case TurnEkmOn on -> true;
            case TurnEkmOff off -> false;
            case CreateProvider create -> false;
            case DropProvider drop -> false;
        };
    }

    @Override
    default Optional<SetupStep> asSetup() {
        return Optional.of(this);
    }
}
