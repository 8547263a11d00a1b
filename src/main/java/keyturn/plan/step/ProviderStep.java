package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Scope;
import keyturn.domain.inspection.Surroundings.FileStamp;

/** The steps that give a cryptographic provider another DLL. */
public sealed interface ProviderStep extends Step {

    /**
     * {@code ALTER CRYPTOGRAPHIC PROVIDER … FROM FILE}: the catalog changes at once, the loaded module at the next start.
     *
     * @param back undoes a step that pointed the provider the other way
     * @param old what the file of before was when this was planned: a back-out loads it again; empty where it was not seen
     */
    record PointProvider(
            StepId id,
            NodeName node,
            ProviderName provider,
            DllPath from,
            DllPath to,
            boolean back,
            Optional<FileStamp> old)
            implements ProviderStep {}

    /**
     * {@code ALTER CRYPTOGRAPHIC PROVIDER … FROM FILE} with the path that the catalog has: its version follows the file.
     *
     * @param version that the catalog has afterwards; empty: nobody knows which, or it has it now, and the run alone sees it done
     * @param disables the provider is disabled first, in the same batch, as the documents repair it
     */
    record ReloadProvider(
            StepId id,
            NodeName node,
            ProviderName provider,
            DllPath dll,
            Optional<FileVersion> version,
            boolean disables)
            implements ProviderStep {}

    /**
     * {@code ALTER CRYPTOGRAPHIC PROVIDER … ENABLE}; skipped where the provider reads enabled.
     *
     * @param back follows a step that points the provider back
     */
    record EnableProvider(StepId id, NodeName node, ProviderName provider, boolean back) implements ProviderStep {}

    /** Reads catalog and loaded modules again. */
    record ReadProvider(StepId id, NodeName node, ProviderName provider, DllPath expected) implements ProviderStep {}

    static Conduct conduct(ProviderStep step) {
        return switch (step) {
            case PointProvider point ->
                Conduct.changes(Scope.SERVER, undo(point), Duration.ofSeconds(10))
                        .needing(Permission.CONTROL_SERVER)
                        .in(new Group.Opens(new Group.Held.Provider(point.provider())));
            case ReloadProvider reload ->
                Conduct.changes(Scope.SERVER, undo(reload), Duration.ofSeconds(10))
                        .needing(Permission.CONTROL_SERVER)
                        .shownBy(reload.version().isPresent() ? Conduct.Evidence.LOOK : Conduct.Evidence.NOTED)
                        .in(new Group.Opens(new Group.Held.Provider(reload.provider())));
            case EnableProvider enable ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.ENABLED_IS_WANTED), Conduct.LOOK)
                        .needing(Permission.CONTROL_SERVER)
                        .in(new Group.Closes(new Group.Held.Provider(enable.provider())));
            case ReadProvider read ->
                Conduct.reads(Scope.SERVER, Conduct.LOOK)
                        .needing(Permission.VIEW_SERVER_STATE)
                        .with(Conduct.Trait.OPTIONAL);
        };
    }

    /** The catalog follows whichever file lies there; what was disabled first is enabled again. */
    private static Undo undo(ReloadProvider reload) {
        return reload.disables()
                ? new Undo.BySteps(List.of(new EnableProvider(new StepId(1), reload.node(), reload.provider(), true)))
                : Undo.none(Undo.Because.RELOADED);
    }

    private static Undo undo(PointProvider point) {
        return point.back()
                ? Undo.none(Undo.Because.IS_BACK_OUT)
                : new Undo.BySteps(List.of(
                        new PointProvider(
                                new StepId(1),
                                point.node(),
                                point.provider(),
                                point.to(),
                                point.from(),
                                true,
                                Optional.empty()),
                        new EnableProvider(new StepId(2), point.node(), point.provider(), true)));
    }

    /** The steps that point a provider at a DLL, in order. */
    static Stream<PointProvider> points(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asProvider().stream()).flatMap(step -> step.asPoint().stream());
    }

    @Override
    default Optional<ProviderStep> asProvider() {
        return Optional.of(this);
    }

    default Optional<PointProvider> asPoint() {
        return switch (this) {
            case PointProvider point -> Optional.of(point);
            case ReloadProvider reload -> Optional.empty();
            case EnableProvider enable -> Optional.empty();
            case ReadProvider read -> Optional.empty();
        };
    }

    default Optional<EnableProvider> asEnable() {
        return switch (this) {
            case PointProvider point -> Optional.empty();
            case ReloadProvider reload -> Optional.empty();
            case EnableProvider enable -> Optional.of(enable);
            case ReadProvider read -> Optional.empty();
        };
    }

    default Optional<ReadProvider> asRead() {
        return switch (this) {
            case PointProvider point -> Optional.empty();
            case ReloadProvider reload -> Optional.empty();
            case EnableProvider enable -> Optional.empty();
            case ReadProvider read -> Optional.of(read);
        };
    }
}
