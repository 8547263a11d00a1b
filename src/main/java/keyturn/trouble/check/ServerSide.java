package keyturn.trouble.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.ConnectorBuild;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight.Material;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.LoadedModule;
import keyturn.plan.check.CheckedServer;
import keyturn.plan.check.Finding;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.fact.KeysInUse;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;

/** What SQL Server itself shows: the instance, its providers, the loaded DLL, databases, clocks. */
final class ServerSide {

    private static final int LARGE = 3072;

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

    void connector(Gathering into) {
        if (facts.loadedModules().value().isEmpty()) {
            into.unread(facts.loadedModules());
            return;
        }
        for (LoadedModule module : facts.loadedModules().value().orElse(List.of())) {
            version(module)
                    .ifPresentOrElse(
                            build -> build(into, module, build),
                            () -> into.say(
                                    State.UNKNOWN, "connector.version", List.of(module.version(), module.path())));
        }
        if (into.isEmpty()) {
            into.say(State.UNKNOWN, "connector.none", List.of());
        }
    }

    private void build(Gathering into, LoadedModule module, ConnectorBuild build) {
        List<Object> shown = List.of(
                module.version(), build.fileDate().map(LocalDate::toString).orElse("?"), module.path());
        if (build.version().equals(KnownBuild.BUILD_1_0_0_440.version())) {
            into.say(State.FOUND, "connector.unsupported", shown, RootCause.CONNECTOR_UNSUPPORTED);
        } else if (build.makesShortThumbprints()) {
            into.say(State.ATTENTION, "connector.short", shown, RootCause.OTHER_GENERATION);
        } else {
            into.say(State.FINE, "connector.loaded", shown);
        }
        boolean november = build.version().compareTo(KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020.version()) >= 0
                && build.fileDate()
                        .filter(date -> date.isBefore(KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020
                                .fileDate()
                                .orElseThrow()))
                        .isEmpty();
        KeysInUse.of(facts)
                .forEach(key -> VaultMatch.of(key, facts)
                        .flatMap(match -> match.material().value())
                        .ifPresent(material -> material(into, key.value(), material, november)));
    }

    private static void material(Gathering into, String key, Material material, boolean november) {
        if (!material.rsa()) {
            into.say(State.FOUND, "connector.kind", List.of(key, material), RootCause.KEY_KIND);
        } else if (!november && (material.bits() >= LARGE || material.hsm())) {
            into.say(State.FOUND, "connector.old", List.of(key, material), RootCause.CONNECTOR_OLD);
        }
    }

    private static Optional<ConnectorBuild> version(LoadedModule module) {
        try {
            return Optional.of(new ConnectorBuild(
                    FileVersion.parse(module.version()), module.fileDate().value(), Optional.empty()));
        } catch (InvalidValue unreadable) {
            return Optional.empty();
        }
    }

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
        long open = facts.databases().value().orElse(List.of()).stream()
                .filter(database -> database.state().equals("ONLINE"))
                .count();
        into.say(State.FINE, "databases.open", List.of(open));
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
