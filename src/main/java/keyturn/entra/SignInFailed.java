package keyturn.entra;

import java.util.Optional;
import keyturn.domain.Problem;

/** Carries out of Microsoft's clients that no token was to be had, and why. */
final class SignInFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Failure.NoToken why;

    SignInFailed(Failure.NoToken why, Throwable cause) {
        super(text(why.problem()), cause);
        this.why = why;
    }

    SignInFailed(Failure.NoToken why) {
        super(text(why.problem()));
        this.why = why;
    }

    SignInFailed(Problem problem) {
        super(text(problem));
        this.why = new Failure.NoToken(problem, Optional.empty());
    }

    private static String text(Problem problem) {
        return problem.code() + ": " + problem.summary().text();
    }

    Problem problem() {
        return why.problem();
    }

    Failure.NoToken why() {
        return why;
    }
}
