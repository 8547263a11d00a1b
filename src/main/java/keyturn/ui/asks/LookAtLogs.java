package keyturn.ui.asks;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRooms;

/** Looks how long open databases can go on without the vault. */
@FunctionalInterface
public interface LookAtLogs {

    /** @throws Problem.Raised if the server cannot be reached */
    LogRooms at(Target target, Inspection seen) throws Problem.Raised;
}
