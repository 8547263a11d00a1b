package keyturn.ui.wizard;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;

/** Connects, inspects, and lets go of the connection again. Waits: to be called in the background. */
@FunctionalInterface
public interface Look {
    Inspection at(Target target) throws Problem.Raised;
}
