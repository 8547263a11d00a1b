package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps by which SQL Server opens databases anew, and with them their keys: a closed one, or all of them at a start. */
public sealed interface ReopenStep extends Step {

    /** {@code ALTER DATABASE … SET ONLINE} of a database that is not open: it opens with what its credential holds now. */
    record OpenDatabase(StepId id, NodeName node, DatabaseName database) implements ReopenStep {}

    /**
     * Somebody restarts SQL Server, and Keyturn watches until it has started.
     *
     * @param credentials that the start must come after
     * @param databases that the start must open
     */
    record AwaitRestart(StepId id, NodeName node, List<CredentialName> credentials, List<DatabaseName> databases)
            implements ReopenStep {
        public AwaitRestart {
            credentials = List.copyOf(credentials);
            databases = List.copyOf(databases);
        }
    }

    /**
     * Reads whether SQL Server has been started since: until it has, the result is pending.
     *
     * @param credentials that the start must come after
     * @param databases that the start must open
     */
    record ReadStart(StepId id, NodeName node, List<CredentialName> credentials, List<DatabaseName> databases)
            implements ReopenStep {
        public ReadStart {
            credentials = List.copyOf(credentials);
            databases = List.copyOf(databases);
        }
    }

    /** A usual restart of the service; recovery of open transactions comes on top, and nobody can tell it before. */
    Duration RESTART = Duration.ofMinutes(10);

    static Conduct conduct(ReopenStep step) {
        return switch (step) {
            case OpenDatabase open ->
                Conduct.changes(
                                new Scope.OneDatabase(open.database()),
                                Undo.none(Undo.Because.OPEN_IS_WANTED),
                                Duration.ofMinutes(1))
                        .needing(new Permission("ALTER", open.database().value()));
            case AwaitRestart await ->
                Conduct.that(
                                Effect.WAIT,
                                Risk.INTERRUPTS,
                                Scope.SERVER,
                                Undo.none(Undo.Because.OPEN_IS_WANTED),
                                RESTART)
                        .needing(Permission.VIEW_SERVER_STATE)
                        .shownBy(Evidence.LOOK);
            case ReadStart read ->
                Conduct.reads(Scope.SERVER, Conduct.LOOK)
                        .needing(Permission.VIEW_SERVER_STATE)
                        .with(Conduct.Trait.OPTIONAL);
        };
    }

    /** The credentials that a start must come after, of all such steps. */
    static Stream<CredentialName> credentials(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.asReopen().stream())
                .flatMap(step -> step.startsAfter().stream())
                .distinct();
    }

    /** The credentials that a start must come after; none for a step that asks for no start. */
    default List<CredentialName> startsAfter() {
        return switch (this) {
            case OpenDatabase open -> List.of();
            case AwaitRestart await -> await.credentials();
            case ReadStart read -> read.credentials();
        };
    }

    @Override
    default Optional<ReopenStep> asReopen() {
        return Optional.of(this);
    }
}
