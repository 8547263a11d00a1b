package keyturn.cli.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import keyturn.cli.page.Paint.Ink;
import keyturn.evidence.runs.RunTold;
import keyturn.evidence.runs.Runs;
import keyturn.evidence.runs.Runs.About;
import keyturn.evidence.runs.Runs.HowFar;

/** Every run with its state, for people and for programs. */
public record RunsPage(TerminalPage page) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public void print(Runs runs) {
        if (runs.all().isEmpty()) {
            page.text(Ink.PLAIN, 0, TerminalPage.say("cli.runs.none"));
        }
        runs.all().forEach(run -> print(run, runs.isDismissed(run)));
    }

    private void print(Runs.Run run, boolean dismissed) {
        String state = RunTold.state(run).text();
        String time = InspectionPage.time(run.since());
        String line =
                switch (run) {
                    case Runs.Early early -> line(run, early.about(), state, time);
                    case Runs.Pending pending -> line(run, pending.about(), state, time);
                    case Runs.Ended ended -> line(run, ended.about(), state, time);
                    case Runs.Damaged damaged -> TerminalPage.say("cli.runs.damaged", run.id(), time);
                };
        String mark = dismissed ? " (" + TerminalPage.say("evidence.runs.dismissed") + ")" : "";
        page.hanging(ink(run), 0, 2, line + mark);
        RunTold.details(run, InspectionPage::clock).forEach(detail -> page.hanging(Ink.PLAIN, 2, 2, detail.text()));
    }

    private static String line(Runs.Run run, About about, String state, String time) {
        return TerminalPage.say("cli.runs.line", run.id(), about.server(), state, time);
    }

    private static Ink ink(Runs.Run run) {
        return switch (run) {
            case Runs.Early early -> early.far().unknown().isPresent() ? Ink.BAD : Ink.CARE;
            case Runs.Pending pending -> Ink.CARE;
            case Runs.Ended ended -> Ink.PLAIN;
            case Runs.Damaged damaged -> Ink.BAD;
        };
    }

    /** One object; {@code src/docs/cli.md} says what is in it. */
    public static String json(Runs runs) {
        ObjectNode whole = MAPPER.createObjectNode().put("format", 1);
        ArrayNode all = whole.putArray("runs");
        for (Runs.Run run : runs.all()) {
            ObjectNode one = all.addObject()
                    .put("id", run.id())
                    .put("folder", run.folder().toString())
                    .put("since", run.since().toString())
                    .put("dismissed", runs.isDismissed(run));
            switch (run) {
                case Runs.Early early -> early(one, early);
                case Runs.Pending pending -> about(one.put("state", "pending-restart"), pending.about());
                case Runs.Ended ended ->
                    about(one.put("state", "ended"), ended.about())
                            .put("verdict", ended.verdict().name())
                            .put("backOut", ended.wentBack());
                case Runs.Damaged damaged ->
                    one.put("state", "damaged").put("problem", damaged.why().code());
            }
        }
        return whole.toPrettyString();
    }

    private static void early(ObjectNode one, Runs.Early early) {
        HowFar far = early.far();
        about(one.put("state", early.why().name().toLowerCase(Locale.ROOT).replace('_', '-')), early.about())
                .put("backOut", far.goingBack())
                .put("settled", far.settled())
                .put("steps", far.steps());
        far.unknown()
                .ifPresent(act -> one.putObject("unknown")
                        .put("step", act.step().id().number())
                        .put("sentAt", act.at().toString()));
    }

    private static ObjectNode about(ObjectNode one, About about) {
        return one.put("flow", about.flow().value())
                .put("server", about.server())
                .put("node", about.node())
                .put("practice", about.practice());
    }
}
