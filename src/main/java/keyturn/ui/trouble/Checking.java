package keyturn.ui.trouble;

import java.util.Set;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.trouble.CheckName;
import keyturn.trouble.look.CheckLook;

/** Runs checks on a server. Waits. */
@FunctionalInterface
public interface Checking {

    /**
     * @param wanted empty: all of them
     * @throws Problem.Raised if the server cannot be asked
     */
    CheckLook.Looked run(Target target, Set<CheckName> wanted) throws Problem.Raised;
}
