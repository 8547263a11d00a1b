package keyturn.entra;

import keyturn.domain.Problem;

/** Carries out of Microsoft's clients that no token was to be had, and why. */
final class SignInFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    SignInFailed(Problem problem, Throwable cause) {
        super(problem.code() + ": " + problem.summary().text(), cause);
        this.problem = problem;
    }

    SignInFailed(Problem problem) {
        super(problem.code() + ": " + problem.summary().text());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
