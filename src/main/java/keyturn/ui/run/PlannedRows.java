package keyturn.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The rows of a run before anything has run; the first step that no back-out can take back is marked. */
final class PlannedRows {

    private PlannedRows() {}

    static Function<Step, StepLine> of(List<Step> plan) {
        Optional<Step> noReturn = plan.stream()
                .filter(step -> Conduct.of(step).risk() == Conduct.Risk.DESTROYS)
                .findFirst();
        return step -> {
            StepLine row = StepLine.planned(step);
            boolean marked = noReturn.equals(Optional.of(step));
            String line = marked ? Words.of("run.noReturn.about", row.line()) : row.line();
            return (marked ? row.tagged(new Tag(Tone.DANGER, Words.of("run.noReturn"))) : row)
                    .standing(Mark.WAITING, line, row.time());
        };
    }
}
