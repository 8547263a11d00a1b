package keyturn.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.Connector;
import keyturn.inspect.Session;
import keyturn.inspect.host.HostReader;
import keyturn.inspect.startup.StartupLook;
import keyturn.inspect.startup.StartupSeen;
import keyturn.ui.run.startup.StartupPort;

/** Looks at a server that starts, each time on a connection of its own. */
record StartupDoor(Connector connector, Clock clock) implements StartupPort {

    private static final String SOURCE = "look-host";

    @Override
    public StartupSeen look(Target target, Instant since) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return StartupLook.of(session.sql(), since, clock.instant());
        }
    }

    @Override
    public Optional<Fact<List<HostSight.Event>>> events(Target target, Instant since) throws Problem.Raised {
        if (target.host().isEmpty()) {
            return Optional.empty();
        }
        try (Session session = connector.open(target)) {
            return session.host().map(door -> events(door, since));
        }
    }

    private static Fact<List<HostSight.Event>> events(HostReader door, Instant since) {
        return switch (door.look(List.of(), Optional.empty()).fact(SOURCE)) {
            case Fact.Known<HostSight> known ->
                new Fact.Known<>(
                        known.content().events().stream()
                                .filter(event -> !event.at().isBefore(since))
                                .sorted(Comparator.comparing(HostSight.Event::at))
                                .toList(),
                        SOURCE);
            case Fact.Unknown<HostSight> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<HostSight> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }
}
