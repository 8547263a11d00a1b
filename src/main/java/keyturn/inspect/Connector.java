package keyturn.inspect;

import keyturn.domain.Problem;
import keyturn.domain.Target;

/** Opens targets for looking. */
public interface Connector {

    /** @throws Problem.Raised in the adapter's words, with the server's own number where one came */
    Session open(Target target) throws Problem.Raised;
}
