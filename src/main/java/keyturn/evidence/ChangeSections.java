package keyturn.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.evidence.Change.Line;
import keyturn.evidence.Change.Section;
import keyturn.plan.Plan;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.Ticket;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.plan.words.ForecastWords;
import keyturn.plan.words.UndoWords;
import keyturn.script.Bounds;

/** The sections of a change request. */
final class ChangeSections {

    private final Change change;
    private final Plan plan;
    private final Ticket ticket;

    ChangeSections(Change change) {
        this.change = change;
        this.plan = change.plan();
        this.ticket = plan.flow().ticket(plan);
    }

    List<Section> all() {
        return List.of(
                section("about", about()),
                section("purpose", Stream.of(Line.text(ticket.purpose()))),
                section("impact", impact()),
                section("risk", risk()),
                section("outage", outage()),
                section("prerequisites", prerequisites()),
                section("steps", steps()),
                section("ways", ways()),
                section("test", test()),
                section("backout", backout()),
                section("approvals", approvals()));
    }

    private static Section section(String name, Stream<Line> lines) {
        return new Section(words(name + ".heading").text(), lines.toList());
    }

    /** Words that each flow has of its own. */
    private Message own(String key, Object... arguments) {
        return plan.flow().words("ticket." + key, arguments);
    }

    private Stream<Line> about() {
        ServerIdentity server = plan.identity();
        return Stream.of(
                Line.item(words("server", server.name(), server.node(), server.productVersion(), server.edition())),
                Line.item(words("made", Change.time(plan.madeAt()), server.loginName())),
                Line.item(words("digest", change.scripts().digest())));
    }

    private Stream<Line> impact() {
        List<DatabaseName> databases = plan.basis().databases();
        String names =
                databases.stream().map(name -> OneLine.shown(name.value())).collect(Collectors.joining(", "));
        Stream<Line> lines = Stream.of(
                Line.text(
                        databases.isEmpty() ? words("impact.none") : own("impact.databases", databases.size(), names)),
                Line.text(words("impact.history")));
        String written = backups(plan);
        return written.isEmpty() ? lines : Stream.concat(lines, Stream.of(Line.text(words("impact.backups", written))));
    }

    /** The numbers of the steps that write backups; empty where none does. */
    static String backups(Plan plan) {
        return plan.steps().stream()
                .filter(step -> Conduct.of(step).changes() && Conduct.of(step).needsBackup())
                .map(step -> step.id().toString())
                .collect(Collectors.joining(", "));
    }

    private Stream<Line> risk() {
        Stream<Line> levels = Arrays.stream(Conduct.Risk.values()).flatMap(level -> {
            String numbers = plan.steps().stream()
                    .filter(step -> Conduct.of(step).risk() == level)
                    .map(step -> step.id().toString())
                    .collect(Collectors.joining(", "));
            return numbers.isEmpty() ? Stream.empty() : Stream.of(Line.item(words("risk." + level.name(), numbers)));
        });
        return Stream.concat(levels, Stream.of(Line.text(words("risk.test"))));
    }

    private Stream<Line> outage() {
        String interrupting = plan.steps().stream()
                .filter(step -> Conduct.of(step).interrupts())
                .map(step -> step.id().toString())
                .collect(Collectors.joining(", "));
        return Stream.of(
                        Stream.of(
                                Line.text(
                                        interrupting.isEmpty()
                                                ? words("outage.none")
                                                : words("outage.steps", interrupting)),
                                Line.text(own("outage.restart"))),
                        plan.notices().stream()
                                .filter(ForecastWords::isOfForecast)
                                .map(Line::item))
                .flatMap(lines -> lines);
    }

    private Stream<Line> prerequisites() {
        Map<String, List<String>> securables = plan.steps().stream()
                .flatMap(step -> Conduct.of(step).permission().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        Permission::name,
                        TreeMap::new,
                        Collectors.mapping(needed -> OneLine.shown(needed.securable()), Collectors.toList())));
        Stream<Line> permissions = securables.entrySet().stream()
                .map(needed -> Line.item(words(
                        needed.getKey().contains("/") ? "permission.azure" : "permission",
                        needed.getKey(),
                        String.join(", ", needed.getValue()))));
        Stream<Line> host = ticket.toAttest().stream().map(this::confirmation);
        Stream<Line> notices = plan.notices().stream()
                .filter(notice -> !ForecastWords.isOfForecast(notice))
                .map(Line::item);
        return Stream.of(permissions, host, notices).flatMap(lines -> lines);
    }

    private Line confirmation(Confirmation one) {
        boolean given = plan.choices().attested().contains(one);
        String what = Message.of("plan.confirmation."
                        + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .text();
        return Line.item(own(given ? "confirmed" : "unconfirmed", what));
    }

    private Stream<Line> steps() {
        Stream<Line> total =
                Stream.of(Line.text(words("steps.total", plan.steps().size(), Change.duration(change.expected()))));
        Stream<Line> each = TicketSteps.of(plan).stream()
                .flatMap(group -> Stream.of(
                        Line.item(words("step", group.numbers(), group.title(), group.expected())),
                        Line.below(group.why())));
        return Stream.concat(total, each);
    }

    /** What each way to run the steps does, and does not do. */
    private Stream<Line> ways() {
        Bounds bounds = change.scripts().bounds();
        Stream<Line> each = Stream.of(
                Line.text(words("ways.how")),
                Line.item(words("ways.run", bounds.repeats(), bounds.pause().toSeconds())),
                Line.item(words(
                        "ways.powershell", bounds.repeats(), bounds.pause().toSeconds())),
                Line.item(words("ways.sqlcmd")));
        boolean reencrypts = KeyStep.reencryptions(plan.steps()).findAny().isPresent();
        Stream<Line> logBackup = reencrypts ? Stream.of(Line.item(words("ways.logBackup"))) : Stream.empty();
        boolean secret = CredentialStep.created(plan.steps()).findAny().isPresent();
        Stream<Line> secrets = secret ? Stream.of(Line.item(words("ways.secret"))) : Stream.empty();
        return Stream.of(each, logBackup, secrets).flatMap(lines -> lines);
    }

    private Stream<Line> test() {
        Stream<Line> after = TicketSteps.of(plan).stream()
                .map(group -> Line.item(words("test.step", group.numbers(), group.trueAfter())));
        return Stream.of(Stream.of(Line.text(words("test.how"))), after, Stream.of(Line.text(own("test.restart"))))
                .flatMap(lines -> lines);
    }

    private Stream<Line> backout() {
        List<Line> lines = new ArrayList<>();
        List<Line> back = undone();
        lines.add(Line.text(words(back.isEmpty() ? "backout.none" : "backout.how")));
        lines.addAll(back);
        lines.add(Line.text(own("backout.noReturn")));
        return lines.stream();
    }

    /** The last step first; those that are undone by hand in the same way stand together. */
    private List<Line> undone() {
        List<Line> lines = new ArrayList<>();
        Map<String, List<String>> byHand = new LinkedHashMap<>();
        for (Step step : plan.steps().reversed()) {
            switch (Conduct.of(step).undo()) {
                case Undo.BySteps by ->
                    by.steps()
                            .forEach(
                                    back -> lines.add(Line.item(words("backout.step", step.id(), Change.title(back)))));
                case Undo.ByHand hand ->
                    byHand.computeIfAbsent(UndoWords.of(hand).text(), how -> new ArrayList<>())
                            .add(step.id().toString());
                case Undo.None none -> {}
            }
        }
        byHand.forEach((how, steps) -> lines.add(Line.item(words("backout.byHand", String.join(", ", steps), how))));
        return lines;
    }

    private Stream<Line> approvals() {
        return Stream.of(
                Line.text(words("approvals.digest", change.scripts().digest())),
                Line.item(words("approvals.technical")),
                Line.item(words("approvals.change")),
                Line.item(own("approvals.window")));
    }

    private static Message words(String key, Object... arguments) {
        return Message.of("evidence.change." + key, arguments);
    }
}
