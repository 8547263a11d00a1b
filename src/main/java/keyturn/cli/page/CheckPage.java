package keyturn.cli.page;

import java.util.List;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.domain.inspection.ServerTimes;
import keyturn.script.RepairText;
import keyturn.script.powershell.HostLookLine;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckResult;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.check.OfferedRepair;
import keyturn.trouble.look.CheckLook;
import keyturn.trouble.words.LogWords;

/** What checks found, for people: causes and repairs first, then each check, the worst first. */
public final class CheckPage {

    /** Lines of one check among others; alone it has all of them. */
    private static final int LINES = 8;

    /** So few checks were asked for by name. */
    private static final int FEW = 3;

    private final TerminalPage page;

    public CheckPage(TerminalPage page) {
        this.page = page;
    }

    public void print(CheckLook.Looked looked) {
        page.title(
                Message.of(
                        "cli.check.title",
                        looked.seen().identity().name(),
                        InspectionPage.time(looked.seen().takenAt())),
                looked.seen().identity().practice());
        causes(looked.report());
        int most = looked.report().results().size() <= FEW ? Integer.MAX_VALUE : LINES;
        for (State state : State.values()) {
            looked.report().in(state).forEach(result -> result(result, most));
        }
        logs(looked);
    }

    /** Both logs of the server and its host, as one. */
    private void logs(CheckLook.Looked looked) {
        List<Message> lines = LogWords.of(looked.report().logs(), ServerTimes.of(looked.seen()));
        if (!lines.isEmpty()) {
            page.heading(LogWords.title());
            lines.forEach(line -> page.hanging(Ink.PLAIN, 2, 2, line.text()));
        }
    }

    private void causes(CheckReport report) {
        List<RootCause> causes = report.causes();
        if (report.mustWait()) {
            page.heading(Message.of("trouble.verdict.wait"));
        } else if (causes.isEmpty()) {
            page.heading(Message.of(
                    "cli.check.nothing",
                    report.in(State.UNKNOWN).size()
                            + report.in(State.NOT_PERMITTED).size()));
        } else {
            page.heading(Message.of("cli.check.causes"));
        }
        causes.forEach(cause -> {
            page.hanging(
                    Ink.BAD,
                    2,
                    2,
                    TerminalPage.say("cli.explain.cause", cause.title().text()));
            page.hanging(Ink.PLAIN, 4, 0, cause.fix().text());
            report.repairs().stream().filter(one -> one.cause() == cause).forEach(this::repair);
        });
    }

    private void repair(OfferedRepair repair) {
        repair.flow().ifPresent(flow -> {
            page.text(Ink.QUIET, 4, TerminalPage.say("cli.explain.flow", flow));
            page.script(RepairCommand.of(flow, repair.words()));
        });
        repair.byHand().forEach(one -> {
            page.text(Ink.QUIET, 4, TerminalPage.say("cli.check." + one.place().slug()));
            page.script(RepairText.of(one));
        });
    }

    private void result(CheckResult result, int most) {
        page.heading(Message.of(
                "cli.check.one",
                result.check().title().text(),
                result.state().title().text(),
                result.check().slug()));
        result.lines().stream().limit(most).forEach(line -> page.hanging(ink(result.state()), 2, 2, line.text()));
        if (result.lines().size() > most) {
            page.text(
                    Ink.QUIET,
                    2,
                    TerminalPage.say(
                            "cli.check.more",
                            result.lines().size() - most,
                            result.check().slug()));
        }
        result.look().ifPresent(look -> {
            page.text(Ink.QUIET, 2, TerminalPage.say("cli.check.look"));
            page.script(HostLookLine.of(look));
        });
    }

    private static Ink ink(State state) {
        return switch (state) {
            case FOUND -> Ink.BAD;
            case ATTENTION -> Ink.CARE;
            case NOT_PERMITTED, UNKNOWN -> Ink.PLAIN;
            case FINE -> Ink.GOOD;
        };
    }
}
