package keyturn.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;
import keyturn.run.Pace;
import keyturn.run.RunEvent;
import keyturn.run.RunKnowledge;
import keyturn.run.RunListener;
import keyturn.run.SentAct;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.run.door.Outcome.Answer;

/** Tells a run while it goes: each step before it is sent, and what came back. */
public final class RunTelling implements RunListener {

    /** How often the time that is left is told at most, and from how much on. */
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final TerminalPage page;
    private final Plan plan;
    private final Consumer<Step> beforeAct;
    private final Set<Problem> told = new HashSet<>();
    private final Pace pace;
    private final RunKnowledge knowledge;
    private Optional<Instant> leftShown = Optional.empty();
    private Optional<SentAct> overdueShown = Optional.empty();

    /** @param beforeAct prints what shall stand between a step's heading and what came back */
    public RunTelling(TerminalPage page, Plan plan, Consumer<Step> beforeAct) {
        this.page = page;
        this.plan = plan;
        this.beforeAct = beforeAct;
        this.pace = new Pace(plan.steps());
        this.knowledge = new RunKnowledge(plan.steps());
    }

    @Override
    public synchronized void on(RunEvent event) {
        pace.hear(event);
        knowledge.hear(event);
        switch (event) {
            case RunEvent.Started started -> begin(started);
            case RunEvent.Skipped skipped -> skipped(skipped);
            case RunEvent.Done done -> {
                done(done.answer());
                left(done.at());
            }
            case RunEvent.NotSent not -> failed(TerminalPage.say("cli.run.notSent"), not.problem());
            case RunEvent.Unanswered lost -> lost(lost);
            case RunEvent.Failed failed -> failed(TerminalPage.say("cli.run.failed"), failed.problem());
            case RunEvent.Waiting waiting ->
                page.hanging(
                        Ink.CARE,
                        2,
                        2,
                        TerminalPage.say("cli.run.waiting", waiting.what().text()));
            case RunEvent.Stopped stopped ->
                page.text(
                        Ink.BAD,
                        2,
                        TerminalPage.say("cli.run.stopped", stopped.why().text()));
        }
    }

    private void lost(RunEvent.Unanswered lost) {
        failed(unanswered(lost), lost.problem());
        knowledge
                .open()
                .ifPresent(
                        change -> page.text(Ink.BAD, 2, SentAct.doNotRestart().text()));
    }

    private void skipped(RunEvent.Skipped skipped) {
        heading(skipped.step());
        String why = TerminalPage.say("cli.run.skipped", skipped.why().text());
        page.text(Ink.QUIET, 2, why);
    }

    /** A step failed by it, and that was said: where a run stops for another reason, nobody has heard of it yet. */
    public boolean hasReported(Problem problem) {
        return told.contains(problem);
    }

    /** What an earlier stretch has settled stands before the first step that is heard of. */
    private void begin(RunEvent.Started started) {
        StepId id = started.step();
        if (leftShown.isEmpty()) {
            plan.steps().stream().limit(id.number() - 1L).map(Step::id).forEach(pace::settled);
        }
        Step step = heading(id);
        beforeAct.accept(step);
        knowledge.open().ifPresent(change -> page.text(Ink.QUIET, 2, unknown(change)));
    }

    private static String unknown(SentAct change) {
        return change.unknown(InspectionPage.clock(change.at())).text() + " "
                + SentAct.doNotRestart().text();
    }

    /** Time has passed: that a step takes longer than planned is told once. */
    public synchronized void tick(Instant now) {
        Optional<SentAct> overdue = knowledge.underWay().filter(act -> act.isOverdue(now));
        if (overdue.isPresent() && !overdue.equals(overdueShown)) {
            overdueShown = overdue;
            page.text(Ink.CARE, 2, overdue.get().overdue(words(overdue.get())).text());
            knowledge.open().ifPresent(change -> page.text(Ink.CARE, 2, unknown(change)));
        }
    }

    private static String words(SentAct act) {
        return TerminalPage.say(
                "cli.run.planned", act.planned().toMinutes(), act.planned().toSecondsPart());
    }

    private Step heading(StepId id) {
        Step step = plan.steps().get(id.number() - 1);
        page.heading(Message.of("cli.plan.step", id, plan.steps().size(), StepWords.title(step)));
        return step;
    }

    private void done(Answer answer) {
        page.text(Ink.GOOD, 2, TerminalPage.say("cli.run.done", took(answer.took())));
        answer.messages().stream().map(DoorMessage::shown).forEach(message -> page.hanging(Ink.PLAIN, 4, 2, message));
        for (Outcome.Table table : answer.tables()) {
            table.rows().forEach(row -> row(table.head(), row));
        }
    }

    private void left(Instant now) {
        Duration left = pace.left(now, Optional.empty());
        if (leftShown.isEmpty()) {
            leftShown = Optional.of(now);
        }
        boolean again =
                leftShown.filter(at -> at.plus(NOW_AND_THEN).isBefore(now)).isPresent();
        if (again && left.compareTo(NOW_AND_THEN) > 0) {
            leftShown = Optional.of(now);
            page.text(Ink.QUIET, 2, words(left));
        }
    }

    private static String words(Duration left) {
        return left.toMinutes() < 2
                ? TerminalPage.say("cli.run.left.s", left.toSeconds())
                : TerminalPage.say("cli.run.left.min", left.toMinutes());
    }

    private void row(List<String> head, List<String> row) {
        for (int i = 0; i < head.size(); i++) {
            page.hanging(Ink.PLAIN, 4, 2, head.get(i) + " = " + row.get(i));
        }
    }

    private static String unanswered(RunEvent.Unanswered lost) {
        return TerminalPage.say("cli.run.unanswered", lost.step(), InspectionPage.clock(lost.sent()));
    }

    private void failed(String what, Problem problem) {
        told.add(problem);
        page.text(
                Ink.BAD,
                2,
                TerminalPage.say("cli.run.problem", what, problem.summary().text(), problem.code()));
        problem.detail().stream().flatMap(String::lines).forEach(line -> page.hanging(Ink.PLAIN, 4, 2, line));
        page.text(Ink.PLAIN, 4, Advice.of(problem.next()));
    }

    private static String took(Duration duration) {
        return duration.toMillis() < 10_000
                ? TerminalPage.say("cli.run.took.ms", String.valueOf(duration.toMillis()))
                : TerminalPage.say("cli.run.took.s", String.valueOf(duration.toSeconds()));
    }
}
