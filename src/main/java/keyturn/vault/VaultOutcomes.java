package keyturn.vault;

import keyturn.domain.Problem;
import keyturn.entra.Failure;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;

/** From what was observed of a request to a vault to what became of the act. */
final class VaultOutcomes {

    /** The directory does not know a secret, or not yet. */
    private static final String SECRET_UNKNOWN = "7000215";

    private VaultOutcomes() {}

    /** Of a request that was to change something, or to bring something. */
    static Outcome of(Failure failure, Problem problem) {
        return switch (failure.reach()) {
            case NOT_SENT -> new Outcome.NotSent(problem);
            case REFUSED -> refused(problem);
            case UNANSWERED -> new Outcome.Unanswered(problem);
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
