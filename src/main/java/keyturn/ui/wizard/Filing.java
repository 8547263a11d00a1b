package keyturn.ui.wizard;

import java.nio.file.Path;
import keyturn.domain.Problem;
import keyturn.run.RunResult;

/** Files the evidence of a run that ended in this way. Waits: to be called in the background. */
@FunctionalInterface
public interface Filing<R extends RunResult> {

    /** @return the file written; it lies in the run's folder */
    Path file(R result) throws Problem.Raised;
}
