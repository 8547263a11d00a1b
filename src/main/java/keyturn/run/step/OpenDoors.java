package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.run.door.Access;
import keyturn.script.ApprovedPlan;
import keyturn.script.act.Act;

/** A run's hands: one connection for all acts; only after a person chose to go on is another one opened. */
public final class OpenDoors implements AutoCloseable {

    private final Access access;
    private final Target target;
    private final ApprovedPlan approved;
    private final String runId;
    private Optional<Access.Acts> open = Optional.empty();

    public OpenDoors(Access access, Target target, ApprovedPlan approved, String runId) {
        this.access = access;
        this.target = target;
        this.approved = approved;
        this.runId = runId;
    }

    /** Opens where nothing is open. */
    public void ready() throws Problem.Raised {
        if (open.isEmpty()) {
            open = Optional.of(access.open(target, approved, runId));
        }
    }

    Access.Outcome perform(Act act) {
        Access.Outcome outcome = open.orElseThrow().perform(act);
        if (outcome instanceof Access.Lost) {
            close();
        }
        return outcome;
    }

    @Override
    public void close() {
        open.ifPresent(Access.Acts::close);
        open = Optional.empty();
    }
}
