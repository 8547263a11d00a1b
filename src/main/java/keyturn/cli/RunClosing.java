package keyturn.cli;

import java.nio.file.Path;
import java.util.Optional;
import keyturn.cli.page.ForecastPage;
import keyturn.cli.page.InspectionPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.PlanPage;
import keyturn.cli.page.RunJson;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.RunOutlook;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.Overall;
import keyturn.plan.verify.Verification.StepVerdict;
import keyturn.plan.words.StepWords;
import keyturn.run.RunResult;
import keyturn.run.resume.FiledLook;
import keyturn.run.step.Halt;
import keyturn.script.Scripts;

/** Tells how a run ended, files its evidence and ends with the one line of the verdict. */
public final class RunClosing {

    private final Doors doors;
    private final Terminal terminal;
    private final TerminalPage page;
    private final TerminalPage messages;
    private final Plan plan;

    public RunClosing(Doors doors, Terminal terminal, Plan plan) {
        this.doors = doors;
        this.terminal = terminal;
        this.page = terminal.page();
        this.messages = terminal.messages();
        this.plan = plan;
    }

    public Exit tell(RunResult result) throws Ended {
        if (terminal.isJson()) {
            RunJson.of(plan, result).ifPresent(terminal.out()::println);
        }
        return switch (result) {
            case RunResult.Completed completed -> completed(completed);
            case RunResult.Stopped stopped -> stopped(stopped);
            case RunResult.Refused refused ->
                throw Ended.of(Exit.REFUSED, "run.refused", refused.why().told().text());
        };
    }

    private Exit completed(RunResult.Completed completed) {
        Verification verification = completed.verification();
        boolean filed = verified(
                verification,
                Optional.empty(),
                completed.journal(),
                () -> doors.evidence().write(completed));
        return filed ? exit(verification.overall()) : Exit.STOPPED;
    }

    /**
     * The verdicts, where they are filed, and the one line at the end.
     *
     * @return false if they should have been filed and could not
     */
    public boolean verified(Verification verification, Optional<Retirement> oldKey, Path journal, Filing filing) {
        page.heading(Message.of("cli.run.verdicts", InspectionPage.time(verification.lookedAt())));
        verification.verdicts().forEach(this::verdict);
        verification.notes().forEach(note -> page.hanging(Ink.CARE, 2, 2, note.text()));
        new ForecastPage(page, verification.forecast()).print();
        oldKey.ifPresent(this::oldKey);
        boolean filed = evidence(journal, filing);
        page.blank();
        Overall overall = verification.overall();
        boolean open = overall == Overall.DONE && verification.leavesOpen();
        page.line(
                ink(overall),
                TerminalPage.say("cli.run.overall." + overall + (open ? ".open" : ""), verification.names()));
        return filed;
    }

    /** It is never said that the key may go. */
    private void oldKey(Retirement report) {
        page.heading(Message.of("cli.verify.oldKey"));
        page.hanging(Ink.PLAIN, 2, 2, report.old().words().text());
        page.hanging(Ink.CARE, 2, 2, report.words().text());
        report.reasons().forEach(reason -> page.hanging(Ink.PLAIN, 4, 2, "- " + reason.text()));
        report.found().forEach(found -> page.hanging(Ink.PLAIN, 2, 2, found.text()));
        page.hanging(Ink.CARE, 2, 2, report.stays().text());
    }

    private Exit stopped(RunResult.Stopped stopped) {
        evidence(stopped.journal(), () -> doors.evidence().write(stopped));
        stopped.trail()
                .after()
                .flatMap(after -> BackOut.repair(plan, after, doors.clock().instant()))
                .ifPresent(this::enable);
        Outlook outlook = RunOutlook.of(plan, stopped.trail().seen());
        stopped.trail()
                .after()
                .map(after -> Forecast.of(after, outlook))
                .ifPresent(forecast -> new ForecastPage(page, forecast).print());
        if (plan.direction() == Direction.FORWARD) {
            page.blank();
            page.hanging(Ink.PLAIN, 0, 2, HandOver.words(stopped.trail().folder()));
        }
        page.blank();
        page.line(
                stopped.kind() == Halt.Kind.ASKED ? Ink.CARE : Ink.BAD,
                TerminalPage.say(
                        "cli.run.overall.STOPPED", stopped.at(), plan.steps().size()));
        return stopped.kind() == Halt.Kind.UNKNOWN ? Exit.BLOCKED : Exit.STOPPED;
    }

    /** After any FROM FILE the provider may read disabled: the one statement that mends it. */
    private void enable(Plan enable) {
        page.heading(Message.of("cli.run.enable"));
        Scripts.of(enable).steps().forEach(step -> page.script(PlanPage.tsql(step)));
    }

    private void verdict(StepVerdict verdict) {
        Step step = plan.steps().stream()
                .filter(candidate -> candidate.id().equals(verdict.step()))
                .findFirst()
                .orElseThrow();
        String title = step.id() + ". " + StepWords.title(step);
        page.hanging(Ink.PLAIN, 2, 3, title);
        switch (verdict.verdict()) {
            case Verification.Met met -> said(Ink.GOOD, "met", met.found());
            case Verification.NotMet not -> {
                said(Ink.BAD, "notMet.expected", not.expected());
                said(Ink.BAD, "notMet.found", not.found());
            }
            case Verification.CannotTell cannot -> said(Ink.CARE, "cannotTell", cannot.why());
        }
    }

    private void said(Ink ink, String verdict, Message what) {
        page.hanging(ink, 5, 2, TerminalPage.say("cli.run." + verdict, what.text()));
    }

    private boolean evidence(Path journal, Filing filing) {
        page.heading(Message.of("cli.run.evidence"));
        page.field(TerminalPage.say("cli.run.evidence.journal"), journal.toString());
        FiledLook filed = filed(filing);
        filed.file().ifPresent(file -> page.field(TerminalPage.say("cli.run.evidence.file"), file.toString()));
        filed.unfiled().ifPresent(why -> ProblemText.print(messages, why));
        return switch (filed) {
            case FiledLook.In in -> {
                page.hanging(Ink.PLAIN, 2, 2, TerminalPage.say("cli.run.evidence.hash"));
                page.script(in.hash());
                yield true;
            }
            case FiledLook.RunUnderWay running -> true;
            case FiledLook.Failed failed -> false;
        };
    }

    private static FiledLook filed(Filing filing) {
        try {
            return filing.file();
        } catch (Problem.Raised unwritten) {
            return new FiledLook.Failed(unwritten.problem());
        }
    }

    private static Ink ink(Overall overall) {
        return switch (overall) {
            case DONE -> Ink.GOOD;
            case PENDING_RESTART, CANNOT_TELL, OLD_KEY_NEEDED -> Ink.CARE;
            case RESTART_FAILS, NOT_MET -> Ink.BAD;
        };
    }

    private static Exit exit(Overall overall) {
        return switch (overall) {
            case DONE, PENDING_RESTART, OLD_KEY_NEEDED -> Exit.DONE;
            case CANNOT_TELL -> Exit.BLOCKED;
            case RESTART_FAILS, NOT_MET -> Exit.STOPPED;
        };
    }

    /** Files what was found. */
    @FunctionalInterface
    public interface Filing {
        FiledLook file() throws Problem.Raised;
    }
}
