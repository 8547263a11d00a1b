package keyturn.ui.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Standing;
import keyturn.run.step.SafePoints;
import keyturn.script.ApprovedPlan;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.script.Language;
import keyturn.ui.parts.script.ScriptLine;
import keyturn.ui.run.clock.RunTimes;
import keyturn.ui.scripts.ScriptText;

/** Follows a run's events: how each step stands, what was sent and what came back. */
final class Progress {

    private final StepRows steps = new StepRows();
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Optional<Step>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ScriptLine>> log = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ScriptLine>> approvedScript = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> awaited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<StepId, String> unanswered = new HashMap<>();
    private final TrueNow trueNow;
    private final RunTimes times;
    private final Moving moving;
    private final Clock clock;
    private final ProgressWords words;
    private Optional<Step> current = Optional.empty();
    private Optional<String> waits = Optional.empty();
    private List<Step> plan = List.of();
    private SafePoints safe = SafePoints.of(List.of());
    private RunLog written;
    private int ended;

    Progress(Clock clock) {
        this(clock, Optional::empty);
    }

    /** @param before the inspection that the plan was made from, where there is one */
    Progress(Clock clock, Supplier<Optional<Inspection>> before) {
        moving = new Moving(before);
        this.clock = clock;
        times = new RunTimes(clock);
        this.words = new ProgressWords(clock);
        trueNow = new TrueNow(clock);
        written = new RunLog(List.of(), clock.getZone());
    }

    ObservableList<StepLine> steps() {
        return steps;
    }

    /** The number of the step after which the run may stand, this one or a later one. */
    int partableAfter(Step step) {
        return safe.after(step.id().number());
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

    /** How long it takes, and how long the service is interrupted. */
    RunTimes times() {
        return times;
    }

    /** What changes, as a picture shows it. */
    Moving moving() {
        return moving;
    }

    /** When the step that runs now was sent. */
    Optional<Instant> since() {
        return current.filter(this::runs).map(step -> times.sent());
    }

    /** The step after the one that runs now, or the first. */
    Optional<Step> following() {
        int next = current.map(step -> step.id().number()).orElse(0);
        return next < plan.size() ? Optional.of(plan.get(next)) : Optional.empty();
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
        steps.stands(step.id(), row -> underWay(row, step));
        steps.settle();
        times.tick(step);
        trueNow.tick(clock.instant());
    }

    private StepLine underWay(StepLine row, Step step) {
        String said = awaited.get().orElse(Words.of("run.sent", words.time(times.sent())));
        return row.standing(Mark.NOW, said, words.took(times.elapsed(), step))
                .lasting(words.share(times.elapsed(), step));
    }

    /** Nothing runs any more, or a step waits for a word. */
    void rest() {
        times.rest();
        waits = Optional.empty();
        awaited.set(waits);
    }

    /** The sentence that says so, where a step was sent and nobody knows whether it took effect. */
    Optional<String> unanswered(Step step) {
        return Optional.ofNullable(unanswered.get(step.id()));
    }

    void begin(ApprovedPlan approved) {
        plan = approved.plan().steps();
        safe = SafePoints.of(approved.scripts().steps());
        written = new RunLog(approved.scripts().steps(), clock.getZone());
        approvedScript.set(ScriptText.of(approved.plan(), approved.scripts(), Language.TSQL));
        ended = 0;
        unanswered.clear();
        done.set(0);
        current = Optional.empty();
        now.set(current);
        log.set(List.of());
        times.begin(plan);
        trueNow.begin(plan);
        moving.begin(approved.plan());
        steps.begin(plan.stream().map(PlannedRows.of(plan)).toList());
    }

    /** A run that ended early, as journal and server have it. */
    void standing(Found found) {
        standing(found.run(), found.steps());
        trueNow.standing(found);
        found.steps().stream()
                .filter(one -> ProgressWords.mark(one) == Mark.DONE || ProgressWords.mark(one) == Mark.SKIPPED)
                .forEach(one -> moving.after(one.step()));
        moving.show();
    }

    /** A run that ended while SQL Server is stopped, as its journal has it: nobody can look at the server. */
    void stopped(RunRecord run) {
        standing(run, Standing.unseen(run.current(), Message.of("ui.run.stopped.unseen")));
        trueNow.stopped();
    }

    private void standing(RunRecord run, List<Standing> all) {
        begin(run.current().approved());
        all.forEach(one -> stand(one.step().id(), ProgressWords.mark(one), () -> words.reached(one), ""));
        steps.settle();
    }

    /** The same run goes on: what is settled stays as it is shown. */
    void goOn(Found found) {
        standing(found);
        List<StepId> over = found.steps().stream()
                .filter(one -> ProgressWords.mark(one) == Mark.DONE || ProgressWords.mark(one) == Mark.SKIPPED)
                .map(one -> one.step().id())
                .toList();
        over.forEach(times::settled);
        ended = over.size();
        done.set(plan.isEmpty() ? 0 : (double) ended / plan.size());
    }

    void hear(List<RunEvent> events) {
        events.forEach(this::hear);
        awaited.set(waits);
        steps.settle();
        now.set(current);
        log.set(written.lines());
        done.set(plan.isEmpty() ? 0 : (double) ended / plan.size());
        times.show();
        trueNow.show();
        moving.show();
        tick();
    }

    private void hear(RunEvent event) {
        written.hear(event);
        times.hear(event);
        trueNow.hear(event);
        waits = Optional.empty();
        switch (event) {
            case RunEvent.Started started -> started(started);
            case RunEvent.Skipped skipped -> {
                ends(planned(skipped.step()), Optional.empty());
                stand(skipped.step(), Mark.SKIPPED, () -> skipped.why().text(), Words.of("run.skipped"));
            }
            case RunEvent.Done finished -> done(finished, planned(finished.step()));
            case RunEvent.NotSent not ->
                stand(
                        not.step(),
                        Mark.FAILED,
                        () -> Words.of("run.notSent", words.said(not.problem())),
                        words.time(not.at()));
            case RunEvent.Unanswered lost -> unanswered(lost);
            case RunEvent.Failed failed -> {
                trueNow.unsure(planned(failed.step()));
                stand(failed.step(), Mark.FAILED, () -> words.said(failed.problem()), words.time(event.at()));
            }
            case RunEvent.Waiting waiting -> {
                waits = Optional.of(waiting.what().text());
                runs(waiting.step());
            }
            case RunEvent.Stopped stopped -> current = Optional.empty();
        }
    }

    private void done(RunEvent.Done finished, Step step) {
        ends(step, Optional.of(finished.at()));
        Duration took = finished.answer().took();
        steps.stands(
                finished.step(),
                row -> row.standing(Mark.DONE, words.answer(finished), words.took(took, step))
                        .lasting(words.share(took, step)));
    }

    private void ends(Step step, Optional<Instant> at) {
        ended++;
        trueNow.after(step, at);
        moving.after(step);
    }

    private void started(RunEvent.Started started) {
        times.sent(started.at());
        unanswered.remove(started.step());
        runs(started.step());
    }

    private void runs(StepId id) {
        Step step = planned(id);
        current = Optional.of(step);
        steps.stands(id, row -> underWay(row, step));
    }

    private void unanswered(RunEvent.Unanswered lost) {
        String sentence = words.unanswered(lost.step(), lost.sent());
        unanswered.put(lost.step(), sentence);
        stand(lost.step(), Mark.UNSURE, () -> sentence, words.time(lost.at()));
    }

    private void stand(StepId id, Mark mark, Supplier<String> said, String time) {
        steps.stands(id, row -> row.standing(mark, said.get(), time));
    }

    private Step planned(StepId id) {
        return plan.get(id.number() - 1);
    }
}
