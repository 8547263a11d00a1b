package keyturn.ui.verify;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Retention;
import keyturn.domain.Target;
import keyturn.evidence.LaterVerdict;

/** Looks again at a filed run, as {@link LaterVerdict#of} does. Waits: to be called in the background. */
@FunctionalInterface
public interface Later {
    LaterVerdict.Filed of(Path folder, Target target, Optional<Retention> retention) throws Problem.Raised;
}
