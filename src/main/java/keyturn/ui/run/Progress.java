package keyturn.ui.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Problem;
import keyturn.plan.Step;
import keyturn.plan.StepId;
import keyturn.run.RunEvent;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.ScriptLine;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Times;
import keyturn.ui.parts.Words;

/** Follows a run's events: how each step stands, what was sent and what came back. */
final class Progress {

    private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Optional<Step>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ScriptLine>> log = new ReadOnlyObjectWrapper<>(List.of());
    private final Clock clock;
    private List<Step> plan = List.of();
    private RunLog written;
    private int ended;

    Progress(Clock clock) {
        this.clock = clock;
        written = new RunLog(List.of(), clock.getZone());
    }

    ObservableList<StepLine> steps() {
        return steps;
    }

    /** From 0 to 1. */
    ReadOnlyDoubleProperty done() {
        return done.getReadOnlyProperty();
    }

    /** The step that runs now. */
    ObservableValue<Optional<Step>> now() {
        return now.getReadOnlyProperty();
    }

    /** What was sent and what came back. */
    ObservableValue<List<ScriptLine>> log() {
        return log.getReadOnlyProperty();
    }

    void begin(ApprovedPlan approved) {
        plan = approved.plan().steps();
        written = new RunLog(approved.scripts().steps(), clock.getZone());
        ended = 0;
        done.set(0);
        now.set(Optional.empty());
        log.set(List.of());
        steps.setAll(plan.stream()
                .map(step -> StepLine.planned(step)
                        .standing(
                                Mark.WAITING,
                                step.about().why().text(),
                                Times.duration(step.about().expected())))
                .toList());
    }

    void hear(List<RunEvent> events) {
        events.forEach(this::hear);
        log.set(written.lines());
        done.set(plan.isEmpty() ? 0 : (double) ended / plan.size());
    }

    private void hear(RunEvent event) {
        written.hear(event);
        switch (event) {
            case RunEvent.Started started -> {
                now.set(Optional.of(plan.get(started.step().number() - 1)));
                stand(started.step(), Mark.NOW, Words.of("run.sent", at(event)), planned(started.step()));
            }
            case RunEvent.Skipped skipped -> {
                ended++;
                stand(skipped.step(), Mark.SKIPPED, skipped.why().text(), Words.of("run.skipped"));
            }
            case RunEvent.Done finished -> {
                ended++;
                stand(finished.step(), Mark.DONE, answer(finished), real(finished));
            }
            case RunEvent.Failed failed -> stand(failed.step(), Mark.FAILED, said(failed.problem()), at(event));
            case RunEvent.Stopped stopped -> now.set(Optional.empty());
        }
    }

    private void stand(StepId id, Mark mark, String said, String time) {
        int index = id.number() - 1;
        steps.set(index, steps.get(index).standing(mark, said, time));
    }

    private String at(RunEvent event) {
        return Times.clock(event.at(), clock.getZone());
    }

    private String planned(StepId id) {
        return Times.duration(plan.get(id.number() - 1).about().expected());
    }

    private String real(RunEvent.Done finished) {
        Duration took = finished.outcome().took();
        return Words.of("run.took", Times.duration(took), planned(finished.step()));
    }

    private String answer(RunEvent.Done finished) {
        List<String> messages = finished.outcome().messages();
        int rows = finished.outcome().tables().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        if (!messages.isEmpty()) {
            return messages.getLast();
        }
        if (rows > 0) {
            return rows == 1 ? Words.of("run.rows.one") : Words.of("run.rows", rows);
        }
        return Words.of("run.done", at(finished));
    }

    private static String said(Problem problem) {
        return problem.detail().orElse(problem.summary().text());
    }
}
