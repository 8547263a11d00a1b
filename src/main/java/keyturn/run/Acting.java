package keyturn.run;

import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.script.Act;
import keyturn.script.ApprovedPlan;

/** A run's hands: one connection for all acts; only after a person chose to go on is another one opened. */
final class Acting implements AutoCloseable {

    private final Access access;
    private final Target target;
    private final ApprovedPlan approved;
    private final String runId;
    private Optional<Access.Acts> open = Optional.empty();

    Acting(Access access, Target target, ApprovedPlan approved, String runId) {
        this.access = access;
        this.target = target;
        this.approved = approved;
        this.runId = runId;
    }

    /** Opens where nothing is open. */
    void ready() throws Problem.Raised {
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
