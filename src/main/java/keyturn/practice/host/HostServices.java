package keyturn.practice.host;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.LoadedDll;

/** The services: the SQL Server of the range, its agent, and those of other instances on the host. */
final class HostServices {

    /** What a service does now, as Windows says it. */
    enum State {
        RUNNING("Running"),
        STOPPED("Stopped"),
        STOP_PENDING("StopPending");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static final List<String> START_TYPES = List.of("Automatic", "Manual", "Disabled");

    private final Engine engine;
    private final HostFaults faults;
    private final Supplier<LocalDateTime> now;
    private final Map<String, Service> services = new HashMap<>();

    /** A service that is not the engine's own. */
    private static final class Service {
        private final String name;
        private final String shown;
        private final String account;
        private final Optional<String> dependsOn;
        private final List<String> modules;
        private boolean running;
        private String startType = "Automatic";
        private LocalDateTime stopsAt = LocalDateTime.MIN;

        private Service(String name, String shown, String account, Optional<String> dependsOn, List<String> modules) {
            this.name = name;
            this.shown = shown;
            this.account = account;
            this.dependsOn = dependsOn;
            this.modules = modules;
            this.running = true;
        }
    }

    HostServices(Engine engine, List<Neighbour> neighbours, HostFaults faults, Supplier<LocalDateTime> now) {
        this.engine = engine;
        this.faults = faults;
        this.now = now;
        Identity identity = engine.instance().identity();
        add(identity.instance(), identity.service(), identity.serviceAccount(), List.of());
        neighbours.forEach(n -> add(
                Optional.of(n.instance()),
                "MSSQL$" + n.instance(),
                n.account(),
                n.dll().stream().toList()));
    }

    private void add(Optional<String> instance, String name, String account, List<String> modules) {
        String of = instance.orElse("MSSQLSERVER");
        String agent = instance.map(i -> "SQLAgent$" + i).orElse("SQLSERVERAGENT");
        put(new Service(name, "SQL Server (" + of + ")", account, Optional.empty(), modules));
        put(new Service(agent, "SQL Server Agent (" + of + ")", "NT Service\\" + agent, Optional.of(name), List.of()));
    }

    private void put(Service service) {
        services.put(service.name.toLowerCase(Locale.ROOT), service);
    }

    private Service known(String name) {
        return Optional.ofNullable(services.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new HostError(
                        "NoServiceFoundForGivenName", "Cannot find any service with service name '" + name + "'."));
    }

    private boolean isEngine(Service service) {
        return service.name.equals(engine.instance().identity().service());
    }

    /** By name. */
    List<String> names() {
        return services.values().stream().map(s -> s.name).sorted().toList();
    }

    String shown(String name) {
        return known(name).shown;
    }

    String account(String name) {
        return known(name).account;
    }

    String startType(String name) {
        return known(name).startType;
    }

    State state(String name) {
        Service service = known(name);
        if (now.get().isBefore(service.stopsAt)) {
            return State.STOP_PENDING;
        }
        return (isEngine(service) ? engine.running() : service.running) ? State.RUNNING : State.STOPPED;
    }

    List<String> dependents(String name) {
        String whole = known(name).name;
        return services.values().stream()
                .filter(s -> s.dependsOn.filter(whole::equals).isPresent())
                .map(s -> s.name)
                .sorted()
                .toList();
    }

    /** The connector DLLs that the process of a service has loaded. */
    List<String> modules(String name) {
        Service service = known(name);
        if (state(name) == State.STOPPED) {
            return List.of();
        }
        return isEngine(service)
                ? engine.instance().ekm().loaded().stream().map(LoadedDll::path).toList()
                : service.modules;
    }

    /** Whether some process has the file at a path loaded. */
    boolean locks(String path) {
        return names().stream().flatMap(n -> modules(n).stream()).anyMatch(path::equalsIgnoreCase);
    }

    /** Stops what depends on it as well. */
    void stop(String name) {
        Service service = known(name);
        dependents(name).forEach(this::stop);
        if (state(name) == State.RUNNING) {
            if (isEngine(service)) {
                engine.stop();
                service.stopsAt = now.get().plus(Duration.ofSeconds(faults.secondsToStop()));
            }
            service.running = false;
        }
    }

    void start(String name) {
        Service service = known(name);
        if (service.startType.equals("Disabled")) {
            throw cannotStart(service);
        }
        if (state(name) != State.STOPPED) {
            return;
        }
        service.dependsOn.ifPresent(this::start);
        if (isEngine(service) && !engine.start()) {
            throw cannotStart(service);
        }
        service.running = true;
    }

    private static HostError cannotStart(Service service) {
        return new HostError(
                "CouldNotStartService", "Failed to start service '" + service.shown + " (" + service.name + ")'.");
    }

    void startType(String name, String type) {
        Service service = known(name);
        service.startType = new ArrayList<>(START_TYPES)
                .stream()
                        .filter(type::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> new HostError(
                                "CannotConvertArgument", "'" + type + "' is no start type of a service."));
    }
}
