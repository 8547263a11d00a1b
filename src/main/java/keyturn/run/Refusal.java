package keyturn.run;

import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.plan.fact.Basis;
import keyturn.plan.forecast.Cause;
import keyturn.plan.words.ForecastWords;
import keyturn.plan.words.PermissionWords;

/** Why a run was not begun. */
public sealed interface Refusal {

    /** A fact that the plan relies on has moved. */
    record FactMoved(Basis.Moved moved) implements Refusal {}

    /** This version renders other acts than those that were approved. */
    record OtherActs(String approved, String rendered) implements Refusal {}

    /**
     * The plan says that its server is for practice, and the server is not; or the other way round.
     *
     * @param planned what the plan says
     */
    record OtherWorld(boolean planned) implements Refusal {}

    /**
     * The login that runs the plan may not do all of its steps.
     *
     * @param missing never empty
     */
    record RightsMissing(String login, List<Permission> missing) implements Refusal {
        public RightsMissing {
            missing = List.copyOf(missing);
        }
    }

    /** The plan leads to a restart that is known to fail, for a cause that the plan does not mend. */
    record RestartFails(Cause cause) implements Refusal {}

    /** In one sentence. */
    default Message told() {
        return switch (this) {
            case FactMoved fact -> fact.moved().told();
            case OtherWorld other -> Message.of(other.planned() ? "run.refused.notPractice" : "run.refused.practice");
            case RightsMissing rights ->
                Message.of("run.refused.rights", rights.login(), PermissionWords.all(rights.missing()));
            case RestartFails fails ->
                Message.of(
                        "run.refused.restart", ForecastWords.of(fails.cause()).text());
            case OtherActs other -> Message.of("run.refused.otherActs", other.approved(), other.rendered());
        };
    }
}
