package keyturn.run.resume;

import keyturn.domain.Problem;

/** The target was opened, and is not the server of the plan. */
public final class OtherServer extends Problem.Raised {

    private static final long serialVersionUID = 1L;

    OtherServer(Problem problem) {
        super(problem);
    }
}
