package keyturn.vault;

import keyturn.domain.Problem;
import keyturn.entra.Failure;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;

/** From what was observed of a request to a vault to what became of the act. */
final class VaultOutcomes {

    /** The directory does not know a secret, or not yet. */
    private static final String SECRET_UNKNOWN = "7000215";

    /** No role of the principal allows it, or none that works yet. */
    private static final String NO_ROLE = "ForbiddenByRbac";

    private VaultOutcomes() {}

    /** Of a request that was to change something, or to bring something. */
    static Outcome of(Failure failure, Problem problem) {
        return switch (failure.reach()) {
            case NOT_SENT -> new Outcome.NotSent(problem);
            case REFUSED -> new Outcome.Refused(problem, kind(failure));
            case UNANSWERED -> new Outcome.Unanswered(problem);
        };
    }

    /** Of a look that forbids an act: nothing was sent, and where a role is missing it may be sent again. */
    static Outcome ofLook(Failure failure, Problem problem) {
        RefusalKind kind = kind(failure);
        return kind == RefusalKind.RIGHTS_MISSING ? new Outcome.Refused(problem, kind) : new Outcome.NotSent(problem);
    }

    /** A firewall, or an access policy, lets nobody in who waits. */
    private static RefusalKind kind(Failure failure) {
        return switch (failure) {
            case Failure.Said said -> said.closest().equals(NO_ROLE) ? RefusalKind.RIGHTS_MISSING : RefusalKind.OTHER;
            case Failure.NoToken noToken -> RefusalKind.OTHER;
            case Failure.Network network -> RefusalKind.OTHER;
            case Failure.Limit limit -> RefusalKind.OTHER;
            case Failure.Client client -> RefusalKind.OTHER;
        };
    }

    /** Of a trial: the token is the first thing that is tried, so the directory's answer to it is an answer to the act. */
    static Outcome ofTrial(Failure failure, Problem problem) {
        return switch (failure) {
            case Failure.NoToken noToken ->
                noToken.number()
                        .<Outcome>map(number -> new Outcome.Refused(
                                problem,
                                number.equals(SECRET_UNKNOWN) ? RefusalKind.SECRET_UNKNOWN : RefusalKind.OTHER))
                        .orElseGet(() -> new Outcome.NotSent(problem));
            case Failure.Network network -> of(network, problem);
            case Failure.Limit limit -> of(limit, problem);
            case Failure.Said said -> of(said, problem);
            case Failure.Client client -> of(client, problem);
        };
    }

    static Outcome refused(Problem problem) {
        return new Outcome.Refused(problem, RefusalKind.OTHER);
    }
}
