package keyturn.run.step;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Conduct.Trait;
import keyturn.plan.step.Step;
import keyturn.run.door.Outcome;
import keyturn.run.journal.Notes;
import keyturn.script.Scripts.StepScript;
import keyturn.script.act.Act;
import keyturn.script.act.DoorAct;
import keyturn.script.act.OperatorTask;

/**
 * A step failed while SQL Server is stopped: what was done since is taken back by what was approved with each step, the last first,
 * so that SQL Server is started with what it had.
 */
final class StoppedEngine {

    /** How a host script names a folder that is not there. */
    private static final String MISSING = "folder.missing";

    private final List<StepScript> steps;

    private final OpenDoors doors;
    private final Notes notes;
    private final StepSender sender;

    StoppedEngine(List<StepScript> steps, OpenDoors doors, Notes notes, StepSender sender) {
        this.steps = steps;
        this.doors = doors;
        this.notes = notes;
        this.sender = sender;
    }

    /** @return why SQL Server could not be started again; empty also where it was not stopped */
    Optional<Halt> startedAgain(StepScript failed, Halt halt) {
        Conduct conduct = Conduct.of(failed.step());
        boolean mayRun = conduct.is(Trait.STARTS_ENGINE)
                && halt.kind() != Halt.Kind.REFUSED
                && halt.kind() != Halt.Kind.NOT_SENT;
        if (conduct.isForOperator() || !belongs(failed) || mayRun || halt.kind() == Halt.Kind.ASKED) {
            return Optional.empty();
        }
        return takenBackFrom(failed);
    }

    /**
     * Takes back all that was done since the stop, the stop too.
     *
     * @param last what was begun last: it may have done nothing
     */
    Optional<Halt> takenBackFrom(StepScript last) {
        for (StepScript done : sinceStop(last).reversed()) {
            Optional<Halt> left = takenBack(done, done.equals(last));
            if (left.isPresent()) {
                return left;
            }
        }
        return sender.fresh();
    }

    /** @param failed may have done nothing, so that there is nothing to take back and the host refuses it */
    private Optional<Halt> takenBack(StepScript done, boolean failed) {
        Optional<Halt> halt = Optional.empty();
        for (StepScript undo : done.undo()) {
            halt = halt.or(() -> takenBack(done.step(), undo.act(), failed));
        }
        return halt;
    }

    private Optional<Halt> takenBack(Step step, Act undo, boolean failed) {
        return switch (undo) {
            case DoorAct act -> takenBack(step, act, failed);
            case OperatorTask task -> Optional.empty();
        };
    }

    private Optional<Halt> takenBack(Step step, DoorAct undo, boolean failed) {
        String digest = Sha256.of(undo.shownAsTSql());
        return switch (doors.perform(undo)) {
            case Outcome.Done done -> over(step, digest);
            case Outcome.NotSent not -> notes.notTakenBack(step.id(), digest, not.problem());
            case Outcome.Refused refused ->
                failed && isMissing(refused.problem())
                        ? over(step, digest)
                        : notes.notTakenBack(step.id(), digest, refused.problem());
            case Outcome.Unanswered lost -> notes.notTakenBack(step.id(), digest, lost.problem());
        };
    }

    private Optional<Halt> over(Step step, String digest) {
        sender.begun().forget(step);
        return notes.takenBack(step.id(), digest);
    }

    private static boolean isMissing(Problem problem) {
        return problem.code().endsWith(MISSING);
    }

    /** Those that may have been done, from the first one of the group on. */
    private List<StepScript> sinceStop(StepScript failed) {
        int last = steps.indexOf(failed);
        int first = last;
        while (first > 0 && belongs(steps.get(first - 1))) {
            first--;
        }
        return steps.subList(first, last + 1);
    }

    /** It is done while SQL Server is stopped, or stops it. */
    static boolean belongs(StepScript script) {
        Conduct conduct = Conduct.of(script.step());
        return conduct.is(Trait.ENGINE_STOPPED) || (SafePoints.opensGroup(script) && conduct.is(Trait.SHOWN_LATER));
    }
}
