package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** Where and why a run ended early. */
public record Halt(StepId at, Kind kind, Problem problem) {

    /** Why it ended early. */
    public enum Kind {
        ASKED,
        /** By the server's word. */
        REFUSED,
        UNPROVED,
        /** The connection went away during the act. */
        LOST,
        JOURNAL,
        /** The way back could not be written. */
        BACKOUT,
        /** The lock is another's, or was lost and cannot be had. */
        LOCK,
        /** The server could not be looked at before the step. */
        UNSEEN,
        /** A fact that the plan relies on is not as it was. */
        MOVED,
        /** Begun once, and not to be told whether it was done. */
        UNTOLD,
        /** What the step is about, or has made, is not what was meant. */
        MISFIT,
        /** Nobody handed in the secret that it needs. */
        SECRET,
        /** A colleague has to do it first. */
        TASK,
        /** What it is to make is there already, and not by this run; or its place cannot be used. */
        PLACE;

        /** The step's own act went wrong: somebody may be asked what to do. */
        boolean ofAct() {
            return switch (this) {
                case REFUSED, UNPROVED, LOST, MISFIT -> true;
                case ASKED, JOURNAL, BACKOUT, LOCK, UNSEEN, MOVED, UNTOLD, SECRET, TASK, PLACE -> false;
            };
        }
    }

    public static Problem moved(Basis.Moved moved) {
        return problem("moved", Optional.empty(), moved.told().text());
    }

    /** What a step of the run had made is not there any more. */
    static Problem takenBack(Step step, Message found) {
        return new Problem(
                "run.moved",
                Message.of("run.takenBack", step.id(), step.about().title().text(), found.text()),
                Optional.empty(),
                Message.of("run.moved.next"));
    }

    public static Problem problem(String rule, Optional<String> detail, Object... arguments) {
        return new Problem(
                "run." + rule,
                Message.of("run." + rule, arguments),
                detail,
                Message.of("run." + rule + ".next", arguments));
    }
}
