package keyturn.trouble.check;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.domain.OneLine;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.ServerStart;
import keyturn.domain.inspection.ServerTimes;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.HostLook;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.trouble.Knowledge;
import keyturn.trouble.Reaction;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.logs.BothLogs;

/**
 * What the logs say since the last start: SQL Server's error log, and the connector's events in the Application log of the host, where it
 * was read.
 *
 * @param events of the connector, in order of time
 * @param isRuledOut by another check
 * @param isFound by another check
 */
record LogSide(
        CheckedWorld world,
        List<HostSight.Event> events,
        boolean isHostRead,
        Predicate<RootCause> isRuledOut,
        Predicate<RootCause> isFound) {

    /** What passes by itself and was not said for so long, has passed. */
    private static final Duration PASSING = Duration.ofMinutes(15);

    private static final Pattern HEAD =
            Pattern.compile("^\\D{1,20}\\d{4,5}\\D{1,22}\\d{1,2}\\D{1,22}\\d{1,3}\\D{0,2}$");

    static LogSide of(CheckedWorld world, Predicate<RootCause> isRuledOut, Predicate<RootCause> isFound) {
        Optional<HostSight> host = SeenOnHost.in(world.seen());
        Instant start = world.seen()
                .facts()
                .startedAt()
                .value()
                .map(ServerStart::instant)
                .orElse(Instant.MIN);
        List<HostSight.Event> since = host.map(HostSight::events).orElse(List.of()).stream()
                .filter(event -> !event.at().isBefore(start))
                .toList()
                .reversed();
        return new LogSide(world, since, host.isPresent(), isRuledOut, isFound);
    }

    BothLogs timeLine() {
        return BothLogs.of(world.log().value().orElse(List.of()), events);
    }

    void check(Gathering into) {
        if (world.log().value().isEmpty()) {
            into.unread(world.log());
        }
        MissingKeys missing = new MissingKeys(world);
        lines().forEach(line -> line(into, missing, line));
        events.forEach(event -> event(into, event));
        if (into.isEmpty()) {
            into.say(State.FINE, isHostRead ? "log.none.both" : "log.none", List.of());
        }
        if (!isHostRead) {
            into.look(new HostLook.ConnectorEvents());
        }
    }

    /** Number, severity and state stand in a line above the text: where the text is known, they say nothing more. */
    private boolean isHeadOf(ErrorLine line, ErrorLine text) {
        return line.number() == text.number()
                && line.at().equals(text.at())
                && !line.text().equals(text.text())
                && HEAD.matcher(line.text()).find();
    }

    private List<ErrorLine> lines() {
        List<ErrorLine> all = world.log().value().orElse(List.of());
        return all.stream()
                .filter(line -> all.stream().noneMatch(text -> isHeadOf(line, text)))
                .toList();
    }

    private void line(Gathering into, MissingKeys missing, ErrorLine line) {
        Optional<RootCause> cause = cause(line);
        boolean isOver = missing.state(line) != State.FOUND
                && (missing.isOver(line)
                        || cause.filter(found -> !isStill(found, line.at())).isPresent());
        into.say(
                isOver ? State.FINE : missing.state(line),
                "log.line",
                List.of(time(line.at()), OneLine.shown(line.text())),
                cause.filter(found -> !isOver).stream().toArray(RootCause[]::new));
    }

    /** A head without its text has no code, and a number alone stands for many causes: it supports what another check finds. */
    private Optional<RootCause> cause(ErrorLine line) {
        String text = "Msg " + line.number() + " " + line.text();
        return HEAD.matcher(line.text()).find()
                ? BothLogs.causes(text).stream().filter(isFound).findFirst()
                : cause(text);
    }

    /** The one that another check finds, else the most likely one that none rules out. */
    private Optional<RootCause> cause(String text) {
        List<RootCause> may = BothLogs.causes(text);
        return may.stream()
                .filter(isFound)
                .findFirst()
                .or(() -> may.stream().filter(cause -> !isRuledOut.test(cause)).findFirst());
    }

    /** The connector writes what it does, too; only what tells of an error wants attention. */
    private void event(Gathering into, HostSight.Event event) {
        cause(event.message())
                .ifPresent(cause -> into.say(
                        isStill(cause, event.at()) ? State.ATTENTION : State.FINE,
                        "log.event",
                        List.of(time(event.at()), OneLine.shown(event.message())),
                        Stream.of(cause)
                                .filter(found -> isStill(found, event.at()))
                                .toArray(RootCause[]::new)));
    }

    /**
     * Whether what a log said then may be the cause of something now. Where everything that the databases need is known to be in order, it
     * is over; what passes by itself is over soon.
     */
    private boolean isStill(RootCause cause, Instant at) {
        return !isInOrder() && !isPassed(cause, at);
    }

    private boolean isInOrder() {
        return switch (world.forecast().server()) {
            case RestartAnswer.Opens opens -> true;
            case RestartAnswer.Fails fails -> false;
            case RestartAnswer.Uncertain uncertain -> false;
        };
    }

    private boolean isPassed(RootCause cause, Instant at) {
        return Knowledge.all().entry(cause).reaction() == Reaction.WAIT && !at.isAfter(now().minus(PASSING));
    }

    /** By the clock of the server, as the lines are. */
    private Instant now() {
        return world.seen()
                .facts()
                .around()
                .underway()
                .clock()
                .value()
                .map(OffsetDateTime::toInstant)
                .orElse(world.seen().takenAt());
    }

    private String time(Instant at) {
        return ServerTimes.of(world.seen()).of(at);
    }
}
