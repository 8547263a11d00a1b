package keyturn.ui.desk;

import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.reach.RegisteredServer;

/** Reads the list of a central management server. Waits: to be called in the background. */
@FunctionalInterface
public interface Registered {
    List<RegisteredServer> at(Target target) throws Problem.Raised;
}
