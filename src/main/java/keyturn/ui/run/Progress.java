package keyturn.ui.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;
import keyturn.run.Pace;
import keyturn.run.RunEvent;
import keyturn.run.resume.Found;
import keyturn.run.resume.Standing;
import keyturn.run.step.SafePoints;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.scripts.ScriptText;

/** Follows a run's events: how each step stands, what was sent and what came back. */
final class Progress {

    private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Optional<Step>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ScriptLine>> log = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ScriptLine>> approvedScript = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> awaited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<StepId, String> unanswered = new HashMap<>();
    private final TrueNow trueNow;
    private final Clock clock;
    private final ProgressWords words;
    private Instant sent = Instant.EPOCH;
    private List<Step> plan = List.of();
    private Pace pace = new Pace(plan);
    private SafePoints safe = SafePoints.of(plan);
    private RunLog written;
    private int ended;

    Progress(Clock clock) {
        this.clock = clock;
        this.words = new ProgressWords(clock.getZone());
        trueNow = new TrueNow(clock.getZone());
        written = new RunLog(List.of(), clock.getZone());
    }

    ObservableList<StepLine> steps() {
        return steps;
    }

    /** Whether the run may stand after this step, before the next. */
    boolean partable(Step step) {
        return safe.before(step.id().number());
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

    /** All that was approved, in lines. */
    ObservableValue<List<ScriptLine>> plan() {
        return approvedScript.getReadOnlyProperty();
    }

    /** How long what is left should take, in words; empty when nothing runs. */
    ReadOnlyStringProperty left() {
        return left.getReadOnlyProperty();
    }

    /** What a person must bring about before the run goes on by itself. */
    ObservableValue<Optional<String>> awaited() {
        return awaited.getReadOnlyProperty();
    }

    /** What holds after the changes so far. */
    TrueNow trueNow() {
        return trueNow;
    }

    /** Time has passed: the current step's own time and what is left are written anew; one that has ended stays as it is. */
    void tick() {
        now.get().filter(this::runs).ifPresent(this::tick);
    }

    private boolean runs(Step step) {
        return steps.get(step.id().number() - 1).mark().equals(Optional.of(Mark.NOW));
    }

    private void tick(Step step) {
        String said = awaited.get().orElse(Words.of("run.sent", words.time(sent)));
        stand(step.id(), Mark.NOW, said, words.took(Duration.ofSeconds(elapsed().toSeconds()), step));
        left.set(Words.of("run.left", WindowTimes.duration(remaining(step))));
        trueNow.tick(clock.instant());
    }

    /** Nothing runs any more, or a step waits for a word. */
    void rest() {
        left.set("");
        awaited.set(Optional.empty());
    }

    /** The sentence that says so, where a step was sent and nobody knows whether it took effect. */
    Optional<String> unanswered(Step step) {
        return Optional.ofNullable(unanswered.get(step.id()));
    }

    void begin(ApprovedPlan approved) {
        plan = approved.plan().steps();
        safe = SafePoints.of(plan);
        pace = new Pace(plan);
        written = new RunLog(approved.scripts().steps(), clock.getZone());
        approvedScript.set(ScriptText.of(approved.plan(), approved.scripts(), Language.TSQL));
        ended = 0;
        unanswered.clear();
        done.set(0);
        now.set(Optional.empty());
        log.set(List.of());
        left.set("");
        trueNow.begin(plan);
        steps.setAll(plan.stream()
                .map(step -> StepLine.planned(step)
                        .standing(
                                Mark.WAITING,
                                StepWords.of(step).why().text(),
                                WindowTimes.duration(Conduct.of(step).expected())))
                .toList());
    }

    /** A run that ended early, as journal and server have it. */
    void standing(Found found) {
        begin(found.run().current().approved());
        for (Standing standing : found.steps()) {
            stand(standing.step().id(), mark(standing), words.reached(standing), "");
        }
        trueNow.fromTheJournal(found.steps());
    }

    /** The same run goes on: what is settled stays as it is shown. */
    void goOn(Found found) {
        standing(found);
        List<StepId> over = found.steps().stream()
                .filter(one -> mark(one) == Mark.DONE || mark(one) == Mark.SKIPPED)
                .map(one -> one.step().id())
                .toList();
        over.forEach(pace::settled);
        ended = over.size();
        done.set(plan.isEmpty() ? 0 : (double) ended / plan.size());
    }

    private static Mark mark(Standing standing) {
        return switch (standing.reached()) {
            case NOT_BEGUN -> Mark.WAITING;
            case UNKNOWN -> Mark.UNSURE;
            case DONE -> Mark.DONE;
            case SKIPPED -> Mark.SKIPPED;
            case FAILED -> Mark.FAILED;
        };
    }

    void hear(List<RunEvent> events) {
        events.forEach(this::hear);
        log.set(written.lines());
        done.set(plan.isEmpty() ? 0 : (double) ended / plan.size());
    }

    private void hear(RunEvent event) {
        written.hear(event);
        pace.hear(event);
        trueNow.hear(event);
        awaited.set(Optional.empty());
        switch (event) {
            case RunEvent.Started started -> started(started);
            case RunEvent.Skipped skipped -> {
                ends(planned(skipped.step()));
                stand(skipped.step(), Mark.SKIPPED, skipped.why().text(), Words.of("run.skipped"));
            }
            case RunEvent.Done finished -> done(finished, planned(finished.step()));
            case RunEvent.NotSent not -> notSent(not);
            case RunEvent.Unanswered lost -> unanswered(lost);
            case RunEvent.Failed failed -> {
                trueNow.unsure(planned(failed.step()));
                stand(failed.step(), Mark.FAILED, words.said(failed.problem()), at(event));
            }
            case RunEvent.Waiting waiting -> {
                awaited.set(Optional.of(waiting.what().text()));
                now.set(Optional.of(planned(waiting.step())));
                tick(planned(waiting.step()));
            }
            case RunEvent.Stopped stopped -> now.set(Optional.empty());
        }
    }

    private void done(RunEvent.Done finished, Step step) {
        ends(step);
        stand(
                finished.step(),
                Mark.DONE,
                words.answer(finished),
                words.took(finished.answer().took(), step));
    }

    private void ends(Step step) {
        ended++;
        trueNow.after(step);
    }

    private void started(RunEvent.Started started) {
        Step step = planned(started.step());
        sent = started.at();
        unanswered.remove(step.id());
        now.set(Optional.of(step));
        tick(step);
    }

    private void notSent(RunEvent.NotSent not) {
        stand(not.step(), Mark.FAILED, Words.of("run.notSent", words.said(not.problem())), at(not));
    }

    private void unanswered(RunEvent.Unanswered lost) {
        String sentence = words.unanswered(lost.step(), lost.sent());
        unanswered.put(lost.step(), sentence);
        stand(lost.step(), Mark.UNSURE, sentence, at(lost));
    }

    private void stand(StepId id, Mark mark, String said, String time) {
        int index = id.number() - 1;
        steps.set(index, steps.get(index).standing(mark, said, time));
    }

    private String at(RunEvent event) {
        return words.time(event.at());
    }

    private Step planned(StepId id) {
        return plan.get(id.number() - 1);
    }

    private Duration elapsed() {
        Duration passed = Duration.between(sent, clock.instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    /** Whole seconds. */
    private Duration remaining(Step step) {
        return Duration.ofSeconds(pace.left(clock.instant(), Optional.of(step)).toSeconds());
    }
}
