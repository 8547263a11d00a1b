package keyturn.inspect;

import keyturn.domain.Problem;
import keyturn.domain.Target;

/** Opens targets for looking. */
@FunctionalInterface
public interface Connector {

    /** @throws Problem.Raised in the adapter's words, with the server's own number where one came */
    Session open(Target target) throws Problem.Raised;

    /**
     * The same on behalf of a run, whose id the server then sees in the program name.
     *
     * @throws Problem.Raised as above
     */
    default Session openFor(Target target, String runId) throws Problem.Raised {
        return open(target);
    }
}
