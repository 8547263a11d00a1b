package keyturn.evidence.ticket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.evidence.ticket.Change.Line;
import keyturn.evidence.ticket.Change.Section;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.Ticket;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.words.ChangeWords;
import keyturn.plan.words.ForecastWords;
import keyturn.script.Bounds;

/** The sections of a change request. */
final class ChangeSections {

    private final Change change;
    private final Plan plan;
    private final Ticket ticket;
    private final TicketTasks tasks;
    private final TicketNotices notices;

    ChangeSections(Change change) {
        this.change = change;
        this.plan = change.plan();
        this.ticket = plan.flow().ticket(plan);
        this.tasks = plan.flow().ticketTasks(plan);
        this.notices = TicketNotices.of(plan.notices());
    }

    List<Section> all() {
        return Stream.of(
                        section("about", about()),
                        section("purpose", purpose()),
                        section("positions", tasks.positions().stream().map(Line::item)),
                        section("impact", impact()),
                        section("users", tasks.users().stream().map(Line::item)),
                        section("risk", risk()),
                        section("outage", outage()),
                        section("rights", TicketRights.of(plan.steps()).map(Line::item)),
                        section("todo", todo()),
                        section("steps", steps()),
                        section("tsql", tsql()),
                        section("ways", ways()),
                        section("watch", tasks.watch().stream().map(Line::item)),
                        section("test", test()),
                        section("backout", backout()),
                        section("notes", notices.notes().stream().map(Line::item)),
                        section("later", notices.later().stream().map(Line::item)),
                        section("approvals", approvals()))
                .filter(section -> !section.lines().isEmpty())
                .toList();
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

    private Stream<Line> purpose() {
        return Stream.concat(
                plan.flow().change(plan, Optional.empty()).stream().map(change -> Line.text(ChangeWords.of(change))),
                Stream.of(Line.text(ticket.purpose())));
    }

    private Stream<Line> impact() {
        List<DatabaseName> databases = plan.basis().databases();
        String names = DatabaseNames.all(databases);
        Message depending = databases.isEmpty() ? none() : own("impact.databases", databases.size(), names);
        Stream<Line> history = tests() ? Stream.of(Line.text(words("impact.history"))) : Stream.empty();
        Stream<Line> lines = Stream.concat(Stream.of(Line.text(depending)), history);
        String written = backups(plan);
        return written.isEmpty() ? lines : Stream.concat(lines, Stream.of(Line.text(words("impact.backups", written))));
    }

    /** Steps that lead back need none; others that have none leave something that stays. */
    private String nothingBack() {
        return plan.direction() == Direction.FORWARD ? "backout.stays" : "backout.none";
    }

    /** A flow whose steps are about no database says so itself: that none depends on the provider would be false. */
    private Message none() {
        Message own = own("impact.none");
        return own.isWorded() ? own : words("impact.none");
    }

    private boolean tests() {
        return plan.steps().stream().anyMatch(step -> step.asTest().isPresent());
    }

    private boolean testsFirst() {
        return plan.steps().stream().map(Conduct::of).anyMatch(Conduct::testsFirst);
    }

    /** The numbers of the steps that write backups; empty where none does. */
    static String backups(Plan plan) {
        return StepNumbers.of(plan.steps().stream()
                .filter(step -> Conduct.of(step).changes() && Conduct.of(step).needsBackup())
                .toList());
    }

    private Stream<Line> risk() {
        RiskRating rating = RiskRating.of(plan, ticket, tasks);
        Stream<Line> reasons = rating.reasons().stream().map(Line::item);
        Stream<Line> levels = Arrays.stream(Conduct.Risk.values()).flatMap(level -> {
            String numbers = StepNumbers.of(plan.steps().stream()
                    .filter(step -> told(Conduct.of(step)) == level)
                    .toList());
            return numbers.isEmpty() ? Stream.empty() : Stream.of(Line.item(words("risk." + level.name(), numbers)));
        });
        return Stream.of(
                        Stream.of(Line.text(words("rating." + rating.level()))),
                        reasons,
                        Stream.of(Line.text(words("risk.steps"))),
                        levels,
                        testsFirst() ? Stream.of(Line.text(words("risk.test"))) : Stream.<Line>empty())
                .flatMap(lines -> lines);
    }

    private static Conduct.Risk told(Conduct conduct) {
        return conduct.undo().told(conduct.risk());
    }

    private Stream<Line> outage() {
        String interrupting = StepNumbers.of(plan.steps().stream()
                .filter(step -> Conduct.of(step).interrupts())
                .toList());
        return Stream.of(
                        Stream.of(
                                Line.text(
                                        interrupting.isEmpty()
                                                ? words("outage.none")
                                                : words("outage.steps", interrupting)),
                                Line.text(own("outage.restart"))),
                        tasks.restart().stream().map(time -> Line.text(words("outage.time", Change.duration(time)))),
                        plan.notices().stream()
                                .filter(ForecastWords::isOfForecast)
                                .map(Line::item))
                .flatMap(lines -> lines);
    }

    private Stream<Line> todo() {
        Stream<Line> host = ticket.toAttest().stream().map(this::confirmation);
        return Stream.concat(host, notices.before().stream().map(Line::item));
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
        return Stream.of(
                        total,
                        tasks("steps.before", "B", tasks.before()),
                        Stream.of(Line.text(words("steps.run"))),
                        each,
                        tasks("steps.after", "A", tasks.after()))
                .flatMap(lines -> lines);
    }

    /** What people do, with its own numbers: B1 before the steps, A1 after them. */
    private static Stream<Line> tasks(String heading, String mark, List<TicketTasks.Task> tasks) {
        if (tasks.isEmpty()) {
            return Stream.empty();
        }
        List<Line> lines = new ArrayList<>(List.of(Line.text(words(heading))));
        for (int i = 0; i < tasks.size(); i++) {
            TicketTasks.Task task = tasks.get(i);
            String number = mark + (i + 1);
            lines.add(Line.item(task.expected()
                    .map(time -> words(
                            "task", number, Change.duration(time), task.title().text()))
                    .orElseGet(() -> words("task.open", number, task.title().text()))));
            task.parts().forEach(part -> lines.add(Line.below(part)));
        }
        return lines.stream();
    }

    private Stream<Line> tsql() {
        String statements = PlainTSql.of(change.scripts());
        return statements.isEmpty() ? Stream.empty() : Stream.of(Line.text(words("tsql.how")), Line.code(statements));
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
        boolean secret = plan.steps().stream().map(Conduct::of).anyMatch(Conduct::keepsSecret);
        Stream<Line> secrets = secret ? Stream.of(Line.item(words("ways.secret"))) : Stream.empty();
        boolean replaces = plan.steps().stream().map(Conduct::of).anyMatch(Conduct::replacesSecret);
        Stream<Line> again = replaces ? Stream.of(Line.item(words("ways.again"))) : Stream.empty();
        return Stream.of(each, logBackup, secrets, again).flatMap(lines -> lines);
    }

    private Stream<Line> test() {
        Stream<Line> after = TicketSteps.of(plan).stream()
                .map(group -> Line.item(words("test.step", group.numbers(), group.trueAfter())));
        return Stream.of(Stream.of(Line.text(words("test.how"))), after, Stream.of(Line.text(own("test.restart"))))
                .flatMap(lines -> lines);
    }

    private Stream<Line> backout() {
        List<Line> back = TicketBackOut.of(plan);
        Stream<Line> time = back.isEmpty() ? Stream.empty() : Stream.of(Line.text(backOutTime()));
        return Stream.of(
                        Stream.of(Line.text(words(back.isEmpty() ? nothingBack() : "backout.how"))),
                        time,
                        back.stream(),
                        Stream.of(Line.text(own("backout.noReturn"))))
                .flatMap(lines -> lines);
    }

    private Message backOutTime() {
        String steps = Change.duration(TicketBackOut.expected(plan));
        return tasks.restart()
                .map(restart -> words("backout.time.restart", steps, Change.duration(restart)))
                .orElseGet(() -> words("backout.time", steps));
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
