package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.words.ForecastWords;
import keyturn.run.journal.Notes;

/** Waits for a restart that somebody else makes: nobody is asked for one that is known to fail, and a start that left databases closed ends the run. */
final class RestartWait {

    private final RunLook looking;
    private final Notes notes;
    private final Watch watch;

    RestartWait(RunLook looking, Notes notes, Watch watch) {
        this.looking = looking;
        this.notes = notes;
        this.watch = watch;
    }

    /** @return empty: it has started since, and opened what it should */
    Optional<Halt> until(Step step) {
        return watch.until(step, () -> failing(step), now -> isStarted(step, now))
                .or(() -> closed(step));
    }

    /** A server that has started and opened less than it should is no longer waited for. */
    private static boolean isStarted(Step step, Inspection now) {
        return switch (StepConditions.holds(step, now)) {
            case Holds.Yes yes -> true;
            case Holds.No no -> true;
            case Holds.Unknown unknown -> false;
        };
    }

    /** The whole look: what closes databases at a start may lie in the vault or the directory. */
    private Optional<Halt> failing(Step step) throws Problem.Raised {
        return Forecast.of(looking.look(Scope.WHOLE)).causes().stream()
                .findFirst()
                .map(cause -> notes.stopped(step.id(), Halt.Kind.MOVED, fails(cause)));
    }

    private static Problem fails(Cause cause) {
        return Halt.problem(
                "restartFails",
                Optional.empty(),
                ForecastWords.of(cause).text(),
                ForecastWords.next(cause).text());
    }

    private Optional<Halt> closed(Step step) {
        try {
            return switch (StepConditions.holds(
                    step, looking.look(Conduct.of(step).scope()))) {
                case Holds.No no ->
                    Optional.of(notes.stopped(
                            step.id(),
                            Halt.Kind.MOVED,
                            Halt.problem(
                                    "notOpened", Optional.empty(), no.found().text())));
                case Holds.Yes yes -> Optional.empty();
                case Holds.Unknown unknown -> Optional.empty();
            };
        } catch (Problem.Raised unseen) {
            return Optional.of(notes.stopped(step.id(), Halt.Kind.UNSEEN, unseen.problem()));
        }
    }
}
