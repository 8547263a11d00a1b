package keyturn.trouble.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.OneLine;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.ServerStart;
import keyturn.domain.inspection.ServerTimes;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.HostLook;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.logs.BothLogs;

/**
 * What the logs say since the last start: SQL Server's error log, and the connector's events in the Application log of the host, where it
 * was read.
 *
 * @param events of the connector, in order of time
 */
record LogSide(CheckedWorld world, List<HostSight.Event> events, boolean isHostRead) {

    static LogSide of(CheckedWorld world) {
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
        return new LogSide(world, since, host.isPresent());
    }

    BothLogs timeLine() {
        return BothLogs.of(world.log().value().orElse(List.of()), events);
    }

    void check(Gathering into) {
        if (world.log().value().isEmpty()) {
            into.unread(world.log());
        }
        MissingKeys missing = new MissingKeys(world);
        world.log().value().orElse(List.of()).forEach(line -> line(into, missing, line));
        events.forEach(event -> event(into, event));
        if (into.isEmpty()) {
            into.say(State.FINE, isHostRead ? "log.none.both" : "log.none", List.of());
        }
        if (!isHostRead) {
            into.look(new HostLook.ConnectorEvents());
        }
    }

    private void line(Gathering into, MissingKeys missing, ErrorLine line) {
        Optional<RootCause> cause = BothLogs.cause("Msg " + line.number() + " " + line.text());
        into.say(
                missing.state(line),
                "log.line",
                List.of(time(line.at()), OneLine.shown(line.text())),
                missing.isOver(line) ? new RootCause[0] : cause.stream().toArray(RootCause[]::new));
    }

    /** The connector writes what it does, too; only what tells of an error wants attention. */
    private void event(Gathering into, HostSight.Event event) {
        BothLogs.cause(event.message())
                .ifPresent(cause -> into.say(
                        State.ATTENTION,
                        "log.event",
                        List.of(time(event.at()), OneLine.shown(event.message())),
                        cause));
    }

    private String time(Instant at) {
        return ServerTimes.of(world.seen()).of(at);
    }
}
