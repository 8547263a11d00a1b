package keyturn.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.Comparison.Row;
import keyturn.evidence.ticket.Change;
import keyturn.plan.Plan;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.Overall;
import keyturn.plan.words.ForecastWords;
import keyturn.plan.words.StepWords;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.Note;
import keyturn.script.Approval;

/** The evidence of a run for people: the same content as its JSON, with before and after side by side. */
final class EvidencePage {

    private static final int REASONS = 20;

    private final EvidencePack pack;
    private final Plan plan;
    private final HtmlPage page;

    private EvidencePage(EvidencePack pack) {
        this.pack = pack;
        this.plan = pack.trail().approved().plan();
        this.page = new HtmlPage(
                Message.of(
                                "evidence.page.title",
                                plan.identity().name(),
                                pack.trail().runId())
                        .text(),
                pack.trail().before().identity().practice());
    }

    static String of(EvidencePack pack) {
        var page = new EvidencePage(pack);
        page.approval();
        page.verdict();
        pack.retirement().ifPresent(page::oldKey);
        page.steps();
        page.comparison();
        page.journal();
        return page.page.text();
    }

    private void approval() {
        Approval approval = pack.trail().approved().approval();
        page.heading(say("approval"));
        page.tag("<table>");
        row("", say("approval.digest"), approval.digest());
        row("", say("approval.who"), approval.who());
        row("", say("approval.when"), Change.time(approval.when()));
        row("", say("approval.ticket"), approval.ticket().orElse("-"));
        row("", say("approval.tool"), "Keyturn " + pack.toolVersion());
        page.tag("</table>");
    }

    private void verdict() {
        page.heading(say("verdict"));
        pack.verification().ifPresent(verification -> {
            Overall overall = verification.overall();
            boolean open = overall == Overall.DONE && verification.leavesOpen();
            String words = "overall." + overall.name() + (open ? ".open" : "");
            page.element("p", look(overall), say(words, arguments(verification)));
            verification.notes().forEach(note -> page.paragraph(note.text()));
            forecast(verification.forecast());
        });
        pack.stopped().ifPresent(stop -> {
            page.element(
                    "p",
                    "bad",
                    say("stopped", stop.at(), stop.problem().summary().text()));
            page.paragraph(stop.why().text());
            stop.problem().detail().ifPresent(page::paragraph);
            page.paragraph(stop.problem().next().text());
        });
    }

    private void forecast(Forecast forecast) {
        page.heading(say("forecast"));
        String look =
                switch (forecast.server()) {
                    case RestartAnswer.Opens opens -> "good";
                    case RestartAnswer.Fails fails -> "bad";
                    case RestartAnswer.Uncertain uncertain -> "care";
                };
        page.element("p", look, ForecastWords.headline(forecast).text());
        ForecastWords.shown(forecast.server(), REASONS).forEach(reason -> page.paragraph(reason.text()));
        forecast.warnings()
                .forEach(soon -> page.paragraph(ForecastWords.of(soon).text()));
    }

    private static Object[] arguments(Verification verification) {
        return Stream.concat(Stream.of(Change.time(verification.lookedAt())), Stream.of(verification.names()))
                .toArray();
    }

    private void oldKey(Retirement report) {
        page.heading(say("oldKey"));
        page.paragraph(report.old().words().text());
        page.element("p", "care", report.words().text());
        report.reasons().forEach(reason -> page.paragraph(reason.text()));
        report.found().forEach(found -> page.paragraph(found.text()));
        page.paragraph(report.stays().text());
    }

    private static String look(Overall overall) {
        return switch (overall) {
            case DONE -> "good";
            case PENDING_RESTART, CANNOT_TELL, OLD_KEY_NEEDED -> "care";
            case NOT_MET -> "bad";
        };
    }

    private void steps() {
        page.heading(say("steps"));
        table("steps.step", "steps.expected", "steps.found");
        for (Step step : plan.steps()) {
            row(
                    "",
                    step.id() + ". " + Change.title(step),
                    StepWords.of(step).trueAfter().text(),
                    found(step.id()));
        }
        page.tag("</table>");
    }

    private String found(StepId step) {
        return pack.verification().stream()
                .flatMap(verification -> verification.verdicts().stream())
                .filter(one -> one.step().equals(step))
                .findFirst()
                .map(one -> switch (one.verdict()) {
                    case Verification.Met met -> say("met", met.found().text());
                    case Verification.NotMet not -> say("notMet", not.found().text());
                    case Verification.CannotTell open ->
                        say("cannotTell", open.why().text());
                })
                .orElse("-");
    }

    private void comparison() {
        page.heading(say("comparison"));
        Optional<Inspection> after = pack.trail().after();
        if (after.isEmpty()) {
            page.paragraph(say("comparison.none"));
            return;
        }
        Inspection before = pack.trail().before();
        page.paragraph(say("comparison.basis", before.takenAt(), after.get().takenAt()));
        compared(Comparison.ofBasis(before, after.get(), plan.choices()));
        page.paragraph(say("comparison.moved"));
        compared(Comparison.moved(before, after.get()));
        page.paragraph(say("comparison.digests", before.digest(), after.get().digest()));
    }

    private void compared(List<Row> rows) {
        table("comparison.fact", "comparison.before", "comparison.after");
        rows.forEach(row -> row(row.moved() ? "moved" : "", row.fact(), row.before(), row.after()));
        page.tag("</table>");
    }

    private void journal() {
        page.heading(say("journal"));
        table("journal.line", "journal.at", "journal.step", "journal.event", "journal.error");
        for (JournalEntry entry : pack.journal().entries()) {
            row(
                    "",
                    String.valueOf(entry.seq()),
                    entry.at().toString(),
                    entry.step().map(StepId::toString).orElse("-"),
                    entry.event().word(),
                    entry.error().or(() -> entry.note().map(Note::shown)).orElse(""));
        }
        page.tag("</table>");
    }

    private void table(String... heads) {
        page.tag("<table>").tag("<tr>");
        for (String head : heads) {
            page.element("th", "", say(head));
        }
        page.tag("</tr>");
    }

    private void row(String look, String... cells) {
        page.tag(look.isEmpty() ? "<tr>" : "<tr class=\"" + look + "\">");
        for (String cell : cells) {
            page.element("td", "", cell);
        }
        page.tag("</tr>");
    }

    private static String say(String key, Object... arguments) {
        return Message.of("evidence.page." + key, arguments).text();
    }
}
