package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.inspection.ServerTimes;
import keyturn.evidence.FiledLooks.Look;
import keyturn.evidence.ticket.Change;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.Note;
import keyturn.run.journal.RunRecord;
import keyturn.run.journal.SentActs;
import keyturn.script.Approval;

/**
 * The evidence of a run for people, as the files of its folder have it: written anew with each look, the newest verdict on top,
 * all verdicts in order of time, what was approved and sent and by whom, the facts before and after.
 */
final class EvidencePage {

    private static final int REASONS = 20;

    private final RunRecord run;
    private final FiledLooks looks;
    private final Look newest;
    private final ServerTimes times;
    private final HtmlPage page;

    private EvidencePage(RunRecord run, FiledLooks looks) {
        this.run = run;
        this.looks = looks;
        this.newest = looks.newestFirst().getFirst();
        this.times = new ServerTimes(newest.offset());
        this.page = new HtmlPage(
                say("title", plan().identity().name(), run.runId()),
                plan().identity().practice());
    }

    /** @param looks at least one */
    static String of(RunRecord run, FiledLooks looks) {
        var page = new EvidencePage(run, looks);
        page.verdict();
        page.restart();
        page.oldKey();
        page.looks();
        page.approvals();
        page.sent();
        page.steps();
        page.comparison();
        page.journal();
        return page.page.text();
    }

    private Plan plan() {
        return run.first().plan();
    }

    private void verdict() {
        page.element("p", "verdict " + style(newest), words(newest));
        page.element("p", "when", say(kind(newest), time(newest.at()), newest.file()));
        JsonNode stop = newest.content().path("stopped");
        Stream.of("why", "summary", "detail", "next")
                .flatMap(field -> Stream.ofNullable(stop.path(field).textValue()))
                .forEach(page::paragraph);
        texts(newest.content().at("/verification/notes")).forEach(page::paragraph);
    }

    private static String words(Look look) {
        if (look.overall().isEmpty()) {
            return say("stopped", look.content().at("/stopped/step").asText());
        }
        String overall = look.overall().get();
        boolean open = overall.equals("DONE")
                && elements(look.content().at("/verification/steps"))
                        .anyMatch(step -> step.path("verdict").asText().equals("CannotTell"));
        Object[] names = texts(look.content().at("/verification/names")).toArray();
        return say("overall." + overall + (open ? ".open" : ""), names);
    }

    private static String style(Look look) {
        return switch (look.overall().orElse("NOT_MET")) {
            case "DONE" -> "good";
            case "PENDING_RESTART", "CANNOT_TELL", "OLD_KEY_NEEDED" -> "care";
            default -> "bad";
        };
    }

    private String kind(Look look) {
        boolean back = run.parts().stream()
                .filter(part -> part.approved().approval().digest().equals(look.digest()))
                .anyMatch(part -> part.plan().direction() != Direction.FORWARD);
        return look.isLater() ? "look.later" : back ? "look.back" : "look.run";
    }

    private void restart() {
        JsonNode forecast = newest.content().at("/verification/forecast");
        String headline = newest.content().at("/verification/restart").asText();
        if (!headline.isEmpty()) {
            page.heading(say("forecast"));
            page.element("p", restartStyle(forecast.path("answer").asText()), headline);
            elements(forecast.path("reasons")).limit(REASONS).forEach(this::reason);
            elements(forecast.path("warnings")).forEach(this::reason);
        }
    }

    private static String restartStyle(String answer) {
        return answer.equals("opens") ? "good" : answer.equals("fails") ? "bad" : "care";
    }

    private void reason(JsonNode reason) {
        page.paragraph(reason.path("text").asText());
    }

    private void oldKey() {
        JsonNode report = newest.content().path("oldKey");
        if (report.isObject()) {
            page.heading(say("oldKey"));
            page.paragraph(report.path("about").asText());
            page.element("p", "care", report.path("words").asText());
            texts(report.path("reasons")).forEach(page::paragraph);
            texts(report.path("found")).forEach(page::paragraph);
            page.paragraph(report.path("stays").asText());
        }
    }

    private void looks() {
        page.heading(say("looks"));
        page.table(List.of(30, 20, 50), say("looks.at"), say("looks.kind"), say("looks.verdict"));
        for (Look look : looks.newestFirst()) {
            page.row("", new ServerTimes(look.offset()).of(look.at()), say(kind(look) + ".short"), words(look));
        }
        page.tag("</table>");
    }

    private void approvals() {
        page.heading(say("approval"));
        page.table(List.of(20, 80));
        for (RunRecord.Part part : run.parts()) {
            Approval approval = part.approved().approval();
            page.row("", say("approval.digest"), approval.digest());
            page.row("", say("approval.who"), approval.who());
            page.row("", say("approval.when"), time(approval.when()));
            page.row("", say("approval.ticket"), approval.ticket().orElse("-"));
        }
        page.row(
                "",
                say("approval.tool"),
                "Keyturn " + newest.content().path("tool").asText());
        page.tag("</table>");
    }

    private void sent() {
        page.heading(say("sent"));
        List<SentActs.Sent> all = SentActs.of(run);
        if (all.isEmpty()) {
            page.paragraph(say("sent.none"));
        }
        for (SentActs.Sent act : all) {
            page.element("h3", "", act.step().id() + ". " + Change.title(act.step()));
            page.element(
                    "p",
                    "when",
                    say(
                            "sent.by",
                            time(act.at()),
                            act.login().map(OneLine::shown).orElse("-"),
                            act.end()
                                    .map(line -> say("event." + line.event().word()))
                                    .orElse(say("sent.open"))));
            act.done().ifPresent(at -> page.element("p", "when", say("sent.done", time(at.toInstant()))));
            page.lines(act.text().orElse(say("sent.other")));
        }
    }

    private void steps() {
        page.heading(say("steps"));
        page.table(List.of(30, 30, 40), say("steps.step"), say("steps.expected"), say("steps.found"));
        for (Step step : shown().steps()) {
            page.row(
                    "",
                    step.id() + ". " + Change.title(step),
                    StepWords.of(step).trueAfter().text(),
                    found(step.id()));
        }
        page.tag("</table>");
    }

    /** The plan that the newest look is about. */
    private Plan shown() {
        return run.parts().stream()
                .filter(part -> part.approved().approval().digest().equals(newest.digest()))
                .findFirst()
                .map(RunRecord.Part::plan)
                .orElseGet(this::plan);
    }

    private String found(StepId step) {
        return elements(newest.content().at("/verification/steps"))
                .filter(one -> one.path("step").asInt() == step.number())
                .findFirst()
                .map(one -> switch (one.path("verdict").asText()) {
                    case "Met" -> say("met", one.path("found").asText());
                    case "NotMet" -> say("notMet", one.path("found").asText());
                    default -> say("cannotTell", one.path("why").asText());
                })
                .orElse("-");
    }

    private void comparison() {
        page.heading(say("comparison"));
        Optional<Look> compared = looks.newestFirst().stream()
                .filter(look -> look.content().has("compared"))
                .findFirst();
        if (compared.isEmpty()) {
            page.paragraph(say("comparison.none"));
            return;
        }
        JsonNode content = compared.get().content();
        page.paragraph(say(
                "comparison.basis",
                time(Instant.parse(content.at("/before/takenAt").asText())),
                time(Instant.parse(content.at("/after/takenAt").asText()))));
        page.table(List.of(40, 30, 30), say("comparison.fact"), say("comparison.before"), say("comparison.after"));
        elements(content.path("compared"))
                .map(Comparison::of)
                .forEach(row -> page.row(row.moved() ? "moved" : "", row.fact(), row.before(), row.after()));
        page.tag("</table>");
        page.paragraph(say("comparison.all", compared.get().file()));
    }

    private void journal() {
        page.heading(say("journal"));
        page.table(
                List.of(7, 31, 7, 15, 40),
                say("journal.line"),
                say("journal.at"),
                say("journal.step"),
                say("journal.event"),
                say("journal.error"));
        for (JournalEntry entry : run.journal().entries()) {
            page.row(
                    "",
                    String.valueOf(entry.seq()),
                    time(entry.at()),
                    entry.step().map(StepId::toString).orElse("-"),
                    say("event." + entry.event().word()),
                    entry.error().or(() -> entry.note().map(Note::shown)).orElse(""));
        }
        page.tag("</table>");
    }

    private String time(Instant at) {
        return times.of(at);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode list) {
        return elements(list).map(JsonNode::asText);
    }

    private static String say(String key, Object... arguments) {
        return Message.of("evidence.page." + key, arguments).text();
    }
}
