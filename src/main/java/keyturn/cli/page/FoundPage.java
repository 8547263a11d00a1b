package keyturn.cli.page;

import keyturn.cli.HandOver;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.plan.fact.Holds;
import keyturn.plan.words.StepWords;
import keyturn.run.journal.JournalReading;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.run.resume.Standing;
import keyturn.script.Otherwise;

/** What a look at a run found that ended early: each step by the journal and by the server, and what may come next. */
public final class FoundPage {

    private final TerminalPage page;
    private final Found found;
    private final boolean filed;

    /** @param filed whether the evidence of what the journal has last is there */
    public FoundPage(TerminalPage page, Found found, boolean filed) {
        this.page = page;
        this.found = found;
        this.filed = filed;
    }

    public void print() {
        page.heading(Message.of("cli.found", InspectionPage.time(found.now().takenAt())));
        if (found.run().journal().state() instanceof JournalReading.Torn torn) {
            page.hanging(Ink.CARE, 2, 2, TerminalPage.say("cli.found.torn", torn.line()));
        }
        found.steps().forEach(this::step);
        otherwise();
        page.heading(Message.of("cli.found.offers"));
        found.offers().forEach(this::offer);
        RunRecord run = found.run();
        if (run.current().equals(run.first()) && !run.first().left().isEmpty()) {
            page.hanging(Ink.PLAIN, 2, 2, HandOver.words(run.folder()));
        }
    }

    /** What was approved, and what this version would send: anyone who goes on approves the former again. */
    private void otherwise() {
        if (found.otherwise().isEmpty()) {
            return;
        }
        page.heading(Message.of("cli.found.otherwise"));
        for (Otherwise one : found.otherwise()) {
            page.hanging(
                    Ink.CARE,
                    2,
                    2,
                    one.step()
                            .map(step -> TerminalPage.say("cli.found.otherwise.step", step))
                            .orElseGet(() -> TerminalPage.say("cli.found.otherwise.bounds")));
            page.text(Ink.QUIET, 2, TerminalPage.say("cli.found.otherwise.filed"));
            page.script(one.filed());
            page.text(Ink.QUIET, 2, TerminalPage.say("cli.found.otherwise.ours"));
            page.script(one.ours());
        }
    }

    private void step(Standing standing) {
        String title = standing.step().id() + ". " + StepWords.title(standing.step());
        page.hanging(Ink.PLAIN, 2, 3, title);
        page.hanging(
                Ink.QUIET,
                5,
                2,
                reached(standing) + "; " + words(standing.now()).text());
    }

    private static String reached(Standing standing) {
        String unanswered = isUnknown(standing.now()) ? "cli.found.unanswered" : "cli.found.sent";
        return standing.sent()
                .map(at -> TerminalPage.say(unanswered, standing.step().id(), InspectionPage.clock(at)))
                .orElseGet(() -> TerminalPage.say("cli.found.reached." + standing.reached()));
    }

    private static boolean isUnknown(Holds holds) {
        return switch (holds) {
            case Holds.Yes yes -> false;
            case Holds.No no -> false;
            case Holds.Unknown unknown -> true;
        };
    }

    private static Message words(Holds holds) {
        return switch (holds) {
            case Holds.Yes yes -> yes.found();
            case Holds.No no -> no.found();
            case Holds.Unknown unknown -> unknown.why();
        };
    }

    /** That every step is done, the journal alone says; where the look says otherwise, that is told. */
    private void nothingLeft(int missing) {
        if (missing > 0) {
            page.hanging(Ink.BAD, 2, 2, TerminalPage.say("cli.found.unconfirmed", missing));
        }
        page.hanging(
                missing > 0 ? Ink.PLAIN : Ink.GOOD,
                2,
                2,
                TerminalPage.say(filed ? "cli.found.complete" : "cli.found.nothing"));
    }

    private void offer(Offer offer) {
        switch (offer) {
            case Offer.Continue go ->
                page.hanging(
                        Ink.GOOD,
                        2,
                        2,
                        TerminalPage.say("cli.found.continue", go.left().size()));
            case Offer.BackOut back -> page.hanging(Ink.GOOD, 2, 2, TerminalPage.say("cli.found.backout"));
            case Offer.OnlyEnable enable -> page.hanging(Ink.CARE, 2, 2, TerminalPage.say("cli.found.enable"));
            case Offer.PlanAnew anew ->
                page.hanging(
                        Ink.GOOD,
                        2,
                        2,
                        TerminalPage.say(
                                "cli.found.planAnew", anew.plan().flow().name()));
            case Offer.NothingLeft nothing -> nothingLeft(found.notInPlace().size());
            case Offer.Cannot cannot ->
                page.hanging(
                        Ink.CARE,
                        2,
                        2,
                        cannot.problem().summary().text() + " "
                                + Advice.of(cannot.problem().next()));
        }
    }
}
