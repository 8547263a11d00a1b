package keyturn.ui.verify;

import java.nio.file.Path;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.run.RunResult;
import keyturn.script.ApprovedPlan;

/** Files the evidence of a run. Waits: to be called in the background. */
@FunctionalInterface
public interface Filing {

    /** @return the folder in which the evidence lies */
    Path file(Inspection before, ApprovedPlan plan, RunResult.Completed result) throws Problem.Raised;
}
