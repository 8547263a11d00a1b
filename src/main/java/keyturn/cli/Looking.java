package keyturn.cli;

import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Session;

/** Connects and looks, once. */
final class Looking {

    private Looking() {}

    static Inspection at(Target target, Doors doors) throws Ended {
        try (Session session = doors.connector().open(target)) {
            return doors.inspector().inspect(session);
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }
}
