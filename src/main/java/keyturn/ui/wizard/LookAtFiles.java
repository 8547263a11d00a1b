package keyturn.ui.wizard;

import java.util.List;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;

/** Looks whether files are there, with the server's eyes. Waits: to be called in the background. */
@FunctionalInterface
public interface LookAtFiles {

    /** @return the same inspection, with these files looked at */
    Inspection at(Target target, Inspection seen, List<DllPath> files) throws Problem.Raised;
}
