package keyturn.cli.page;

import java.time.Duration;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.Undo;
import keyturn.plan.words.DurationWords;
import keyturn.plan.words.StepWords;
import keyturn.plan.words.UndoWords;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;

/** A plan for people: what will be done, why, how it is undone, and the very scripts. */
public final class PlanPage {

    private final TerminalPage page;
    private final Plan plan;
    private final Scripts scripts;

    public PlanPage(TerminalPage page, Plan plan, Scripts scripts) {
        this.page = page;
        this.plan = plan;
        this.scripts = scripts;
    }

    public void title() {
        page.title(
                Message.of("cli.plan.title", plan.identity().name(), InspectionPage.time(plan.madeAt()), flow(plan)),
                plan.identity().practice());
    }

    /** The steps by their titles, and what must be read before approval. */
    public void outline() {
        page.heading(Message.of("cli.plan.steps", plan.steps().size()));
        for (Step step : plan.steps()) {
            page.hanging(Ink.PLAIN, 2, 3, number(step) + costed(step));
        }
        if (!plan.notices().isEmpty()) {
            page.heading(Message.of("cli.plan.notices"));
            plan.notices().forEach(notice -> page.hanging(Ink.CARE, 2, 2, notice.text()));
        }
    }

    /** The title of a step; of a test that Keyturn sends, with what it costs. */
    private static String costed(Step step) {
        String title = StepWords.title(step);
        return step.asTest()
                .flatMap(TestStep::asTestOfKey)
                .filter(TestStep.TestDatabase::isBackup)
                .map(test -> test.size()
                        .megabytes()
                        .map(size -> TerminalPage.say("cli.plan.test.cost", title, size, expected(step)))
                        .orElseGet(() -> TerminalPage.say("cli.plan.test.costUnknown", title, expected(step))))
                .orElse(title);
    }

    private static String expected(Step step) {
        return DurationWords.of(Conduct.of(step).expected());
    }

    public void steps() {
        for (StepScript script : scripts.steps()) {
            heading(script.step());
            about(StepWords.of(script.step()), Conduct.of(script.step()));
            script(script);
        }
    }

    void heading(Step step) {
        page.heading(Message.of("cli.plan.step", step.id(), plan.steps().size(), StepWords.title(step)));
    }

    private void about(StepWords words, Conduct conduct) {
        page.field(TerminalPage.say("cli.plan.why"), words.why().text());
        page.field(TerminalPage.say("cli.plan.source"), words.source().text());
        page.field(TerminalPage.say("cli.plan.after"), words.trueAfter().text());
        page.field(
                TerminalPage.say("cli.plan.risk"),
                TerminalPage.say("cli.plan.risk." + conduct.undo().told(conduct.risk())));
        conduct.permission()
                .ifPresent(needed -> page.field(
                        TerminalPage.say("cli.plan.permission"),
                        TerminalPage.say("cli.plan.permission.on", needed.name(), needed.securable())));
        page.field(TerminalPage.say("cli.plan.undo"), undo(conduct.undo()));
        page.field(TerminalPage.say("cli.plan.expected"), expected(conduct.expected()));
    }

    public void script(StepScript script) {
        page.text(Ink.QUIET, 2, TerminalPage.say("cli.plan.tsql"));
        page.script(tsql(script));
        page.text(Ink.QUIET, 2, TerminalPage.say("cli.plan.powershell"));
        page.script(script.powershell());
    }

    public static String tsql(StepScript script) {
        return script.act().shownAsTSql();
    }

    private static String undo(Undo undo) {
        return switch (undo) {
            case Undo.BySteps by -> StepWords.titles(by.steps());
            case Undo.ByHand byHand ->
                TerminalPage.say("cli.plan.undo.byHand", UndoWords.of(byHand).text());
            case Undo.None none -> UndoWords.of(none).text();
        };
    }

    private static String number(Step step) {
        return step.id() + ". ";
    }

    private static String expected(Duration duration) {
        return duration.toSeconds() < 120
                ? TerminalPage.say("cli.plan.expected.seconds", Math.max(1, duration.toSeconds()))
                : TerminalPage.say("cli.plan.expected.minutes", duration.toMinutes());
    }

    /** What a plan is for, by its flow, in a few words. */
    public static String flow(Plan plan) {
        return plan.flow().words("name").text();
    }
}
