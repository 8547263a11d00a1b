package keyturn.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.plan.Basis;
import keyturn.plan.Plan;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;

/** Performs an approved plan: looks first, journals before and after each act, verifies from a fresh connection. */
public final class Runner {

    private final Connector connector;
    private final Inspector inspector;
    private final Access access;
    private final Clock clock;

    public Runner(Connector connector, Inspector inspector, Access access, Clock clock) {
        this.connector = connector;
        this.inspector = inspector;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @param folder where the run's own folder is made (plan, way back, journal; evidence comes beside them)
     * @param stop asked between steps; true stops at the next safe point
     * @throws Problem.Raised if the target cannot be opened or the journal cannot be begun; nothing was changed then
     */
    public RunResult run(ApprovedPlan approved, Target target, Path folder, RunListener listener, BooleanSupplier stop)
            throws Problem.Raised {
        String runId = RunId.next(clock);
        Scripts scripts = Scripts.of(approved.plan());
        Ending ending;
        try (Session looking = connector.openFor(target, runId)) {
            Inspection before =
                    inspector.inspect(looking, approved.plan().basis().files());
            Optional<RunResult> refused = refusal(approved, scripts, before);
            if (refused.isPresent()) {
                return refused.get();
            }
            try (Access.Acts acts = access.open(target, approved, runId)) {
                RunFolder own = RunFolder.create(folder, runId, approved.plan(), scripts);
                try (Journal journal = own.journal(clock, runId, scripts.digest())) {
                    var performance = new Performance(own, journal, acts, listener, clock);
                    var halt = performance.perform(
                            approved.plan().steps(), scripts.steps(), before, () -> look(looking), stop);
                    ending = new Ending(approved, runId, own, before, performance.seen(before), halt);
                }
            }
        }
        RunResult result = tell(ending, target, runId);
        if (result instanceof RunResult.Stopped stopped) {
            listener.on(new RunEvent.Stopped(clock.instant(), stopped.at(), stopped.why()));
        }
        return result;
    }

    private static Optional<RunResult> refusal(ApprovedPlan approved, Scripts scripts, Inspection before) {
        Plan plan = approved.plan();
        if (!scripts.digest().equals(approved.approval().digest())) {
            return Optional.of(
                    new RunResult.Refused("digest", approved.approval().digest(), scripts.digest()));
        }
        return plan.basis()
                .firstMoved(Basis.of(before, plan.choices()))
                .map(moved -> new RunResult.Refused(moved.fact(), moved.was(), moved.is()));
    }

    private Optional<Inspection> look(Session session) {
        try {
            return Optional.of(inspector.inspect(session));
        } catch (Problem.Raised unseen) {
            return Optional.empty();
        }
    }

    /** The verdict rests on a connection that had no part in the run. */
    private RunResult tell(Ending ending, Target target, String runId) {
        try (Session fresh = connector.openFor(target, runId)) {
            return ending.seen(inspector.inspect(fresh));
        } catch (Problem.Raised unseen) {
            return ending.unseen(unseen.problem());
        }
    }
}
