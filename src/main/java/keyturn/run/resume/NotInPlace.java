package keyturn.run.resume;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;
import keyturn.plan.words.StepWords;
import keyturn.run.journal.Reach;
import keyturn.run.journal.RunRecord.Part;

/**
 * A change that the journal has as done and that a look does not find: somebody undid it, master was restored, or the journal
 * does not tell the truth. Nothing is built on it.
 *
 * @param expected the step's outcome
 * @param found what is there instead
 */
public record NotInPlace(Step step, Message expected, Message found) {

    /** There may be one for each of thousands of databases. */
    private static final int TOLD = 10;

    /**
     * Of all changes of the part that are done or needed no act. A secret is left out: another one may stand instead of it; and
     * so is a backup, which no later change is built on.
     */
    static List<NotInPlace> of(Part part, Inspection now) {
        Reach reach = part.reach();
        var each = new ByDatabase(now);
        Set<StepId> takenBack = takenBack(part.plan().steps(), reach);
        List<NotInPlace> missing = new ArrayList<>();
        for (Step step : part.plan().steps()) {
            if (reach.of(step).settled()
                    && stays(Conduct.of(step))
                    && !takenBack.contains(step.id())
                    && StepConditions.holds(step, each) instanceof Holds.No no) {
                missing.add(new NotInPlace(step, StepWords.of(step).trueAfter(), no.found()));
            }
        }
        return missing;
    }

    private static boolean stays(Conduct conduct) {
        return conduct.mayBeUndone() && !conduct.givesSecret();
    }

    /** What was there for the run alone, once a later step has begun to take it back. */
    private static Set<StepId> takenBack(List<Step> steps, Reach reach) {
        Set<StepId> taken = new HashSet<>();
        Set<StepId> temporary = new HashSet<>();
        for (Step step : steps) {
            Conduct conduct = Conduct.of(step);
            if (!conduct.lasts()) {
                temporary.add(step.id());
            } else if (conduct.undo().equals(new Undo.None(Undo.Because.WAS_TEMPORARY))
                    && reach.of(step) != Standing.Reached.NOT_BEGUN) {
                taken.addAll(temporary);
            }
        }
        return taken;
    }

    /** Why the part is not gone on with; empty: every change that it has made is there, as far as the look shows. */
    public static Optional<Problem> problem(Part part, Inspection now) {
        List<NotInPlace> missing = of(part, now);
        return missing.isEmpty() ? Optional.empty() : Optional.of(problem(missing));
    }

    private static Problem problem(List<NotInPlace> missing) {
        NotInPlace first = missing.getFirst();
        return new Problem(
                "run.not-in-place",
                Message.of(
                        "run.notInPlace",
                        first.step().id(),
                        StepWords.title(first.step()),
                        first.expected().text(),
                        first.found().text(),
                        missing.size() - 1),
                missing.size() == 1 ? Optional.empty() : Optional.of(lines(missing)),
                Message.of("run.notInPlace.next"));
    }

    private static String lines(List<NotInPlace> missing) {
        String lines = missing.stream()
                .limit(TOLD)
                .map(one -> Message.of(
                                "run.notInPlace.step",
                                one.step().id(),
                                StepWords.title(one.step()),
                                one.expected().text(),
                                one.found().text())
                        .text())
                .collect(Collectors.joining("\n"));
        return missing.size() > TOLD ? lines + "\n…" : lines;
    }
}
