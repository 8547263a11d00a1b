package keyturn.trouble.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.CheckedServer;
import keyturn.plan.check.Finding;
import keyturn.plan.check.InstanceChecks;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;

/** What SQL Server itself shows: the instance, its providers, databases. */
final class ServerSide {

    private final CheckedWorld world;
    private final Inspection.Facts facts;

    ServerSide(CheckedWorld world) {
        this.world = world;
        this.facts = world.seen().facts();
    }

    void ekm(Gathering into) {
        List<CheckedServer> servers = CheckedServer.of(world.seen());
        servers.stream()
                .limit(1)
                .forEach(server -> Stream.of(InstanceChecks.version(server), InstanceChecks.edition(server))
                        .flatMap(findings -> findings)
                        .forEach(finding -> put(into, finding, RootCause.EDITION)));
        facts.ekm()
                .value()
                .ifPresentOrElse(
                        ekm -> into.say(
                                ekm.running() && ekm.configured() ? State.FINE : State.FOUND,
                                ekm.running() && ekm.configured() ? "ekm.on" : "ekm.off",
                                List.of(),
                                ekm.running() && ekm.configured()
                                        ? new RootCause[0]
                                        : new RootCause[] {RootCause.EKM_OFF}),
                        () -> into.unread(facts.ekm()));
    }

    void provider(Gathering into) {
        if (facts.providers().value().isEmpty()) {
            into.unread(facts.providers());
            return;
        }
        List<CheckedServer> servers = CheckedServer.of(world.seen());
        if (servers.isEmpty()) {
            into.say(State.FOUND, "provider.none", List.of(), RootCause.PROVIDER_MISSING);
        }
        servers.forEach(server -> server.provider().ifPresent(row -> {
            if (row.enabled()) {
                into.say(State.FINE, "provider.enabled", List.of(row.name(), row.version(), row.dllPath()));
            } else {
                into.say(State.FOUND, "provider.disabled", List.of(row.name()), RootCause.PROVIDER_DISABLED);
            }
        }));
    }

    private static final int NAMED = 5;

    void databases(Gathering into) {
        if (facts.databases().value().isEmpty()) {
            into.unread(facts.databases());
            return;
        }
        facts.databases().value().orElse(List.of()).forEach(database -> {
            boolean changing = database.key()
                    .value()
                    .flatMap(key -> key)
                    .filter(Inspection.EncryptionKey::changing)
                    .isPresent();
            if (changing) {
                into.say(State.ATTENTION, "databases.changing", List.of(database.name()), RootCause.SCAN_RUNNING);
            }
        });
        closed(into);
        long open = facts.databases().value().orElse(List.of()).stream()
                .filter(database -> database.state().equals("ONLINE"))
                .count();
        into.say(State.FINE, "databases.open", List.of(open));
    }

    private void closed(Gathering into) {
        List<DatabaseName> closed = MissingKeys.closed(world.seen());
        if (!closed.isEmpty()) {
            into.say(
                    State.FOUND,
                    "databases.closed",
                    List.of(
                            closed.size(),
                            closed.stream()
                                    .limit(NAMED)
                                    .map(DatabaseName::value)
                                    .collect(Collectors.joining(", "))),
                    RootCause.DATABASE_CLOSED);
        }
    }

    private static void put(Gathering into, Finding finding, RootCause cause) {
        switch (finding.severity()) {
            case FINE -> into.add(State.FINE, finding.reason());
            case ATTENTION -> into.add(State.ATTENTION, finding.reason());
            case CONFIRM -> into.add(State.UNKNOWN, finding.reason());
            case BLOCKS -> into.add(State.FOUND, finding.reason(), cause);
        }
    }
}
