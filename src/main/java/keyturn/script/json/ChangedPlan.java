package keyturn.script.json;

import keyturn.domain.Problem;

/** A plan file that reads well and is not what its digest says: it was edited after it was written. */
public final class ChangedPlan extends Problem.Raised {

    private static final long serialVersionUID = 1L;

    ChangedPlan(Problem problem) {
        super(problem);
    }
}
