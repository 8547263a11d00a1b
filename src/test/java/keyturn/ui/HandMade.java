package keyturn.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.domain.DllPath;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings;
import keyturn.inspect.Worlds;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.step.Step;
import keyturn.tools.RealDoors;
import keyturn.trouble.check.CheckedWorld;
import keyturn.trouble.check.Checks;
import keyturn.trouble.look.CheckLook;
import keyturn.ui.desk.Desk;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.SignInCodes;

/** A world made of values, for the looks and the rules of single pages; the walk goes through a real range. */
final class HandMade implements Worlds {

    static final DllPath OLD = dll("1.0.5.0");
    static final DllPath NEW = dll("15.0.2000.440");
    static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private DllPath registered = OLD;
    private DllPath loaded = OLD;
    private final KnownList servers = new KnownList();
    final KeptSettings settings = new KeptSettings();
    private boolean mayRead = true;
    private boolean practice = true;
    private Instant takenAt = NOW;
    private boolean enabled = true;
    private List<Permission> rights = List.of(Permission.CONTROL_SERVER, Permission.OWNER_OF_MASTER);
    private final HandMadeList filed = new HandMadeList();
    private final HandMadeRuns runs = new HandMadeRuns(this);
    private Optional<AzureSight> azure = Optional.empty();
    private Optional<Worlds> worlds = Optional.of(this);
    private final Desk desk = RealDoors.desk();
    private boolean closed;
    private Optional<Path> saveTo = Optional.empty();
    Optional<Path> serverList = Optional.empty();
    private Optional<Inspection> seen = Optional.empty();
    private Optional<Plan> saved = Optional.empty();

    /** Every look shows this, and every file that is opened holds that plan. */
    static HandMade holding(Inspection seen, Plan plan) {
        HandMade world = new HandMade();
        world.seen = Optional.of(seen);
        world.saved = Optional.of(plan);
        world.saveTo = Optional.of(Path.of("plan.json"));
        return world;
    }

    /** Sees all, may change nothing. */
    HandMade mayNotChange() {
        rights = List.of(Permission.onServer("VIEW SERVER STATE"));
        return this;
    }

    /** From now on the server is looked at a minute later than before. */
    HandMade later() {
        takenAt = takenAt.plus(Duration.ofMinutes(1));
        return this;
    }

    /** Anyone who is asked for a file names this one. */
    HandMade savesTo(Path file) {
        saveTo = Optional.of(file);
        return this;
    }

    /** The vault was looked at. */
    HandMade hasVault(AzureSight sight) {
        azure = Optional.of(sight);
        return this;
    }

    /** It does not say of itself that it is for practice. */
    HandMade isReal() {
        practice = false;
        return this;
    }

    /** These servers are in the list. */
    HandMade hasServers(Known... known) {
        servers.add(List.of(known));
        return this;
    }

    HandMade isPractice() {
        practice = true;
        return this;
    }

    /** The practice range is not installed. */
    HandMade withoutRange() {
        worlds = Optional.empty();
        return this;
    }

    /** A restart would fail, and an upgrade mends it. */
    HandMade providerDisabled() {
        enabled = false;
        return this;
    }

    HandMade mayNotRead() {
        mayRead = false;
        return this;
    }

    /** @param look is taken between each step's start and its answer */
    HandMade whileSent(Consumer<Step> look) {
        runs.whileSent(look);
        return this;
    }

    HandMadeRuns runs() {
        return runs;
    }

    HandMade failsAt(int step) {
        runs.failsAt(step);
        return this;
    }

    /** A server was connected to before, and a run on it still waits for its restart. */
    HandMade hasHistory() {
        servers.remember(new Known(
                "SQLTEST02",
                "SQLTEST02",
                "keyturn",
                "C:\\certs\\sqltest02.pem",
                Environment.TEST,
                NOW.minus(Duration.ofDays(3)),
                Optional.empty()));
        servers.remember(
                new Known("SQLPROD07\\FIN", "SQLPROD07\\FIN", "", "", Environment.PRODUCTION, NOW, Optional.empty()));
        filed.hold(List.of(HandMadeList.interrupted(Optional.empty()), HandMadeList.PENDING));
        return this;
    }

    /** The runs that are filed. */
    HandMadeList filed() {
        return filed;
    }

    /** Any file holds the plan that the window itself would make, or the one that was given. */
    private Plan opened(Path file) {
        return saved.orElseGet(HandMade::plan);
    }

    /** The plan of the usual upgrade. */
    static Plan plan() {
        Inspection seen = new HandMade().look();
        var choices = new UpgradeChoices(
                seen.facts().providers().value().orElseThrow().getFirst().name(), NEW);
        return ((PlanOutcome.Ready) Planner.plan(Estate.of(seen), choices, NOW)).plan();
    }

    boolean isClosed() {
        return closed;
    }

    WizardPorts ports(Path folder) {
        return new WizardPorts(
                worlds,
                target -> look(),
                (target, seen, files, folders) -> seen.withFiles(files.stream()
                        .map(file -> new Surroundings.FileSeen(file, HandMadeFacts.known(true)))
                        .toList()),
                (target, seen, application, secret) -> seen,
                (target, seen) -> HandMadeFacts.LOGS,
                servers,
                settings,
                new SignInCodes(),
                filed,
                (target, wanted) -> new CheckLook.Looked(look(), Checks.of(CheckedWorld.of(look()), wanted)),
                runs,
                result -> result.journal().resolveSibling("evidence.json"),
                result -> result.journal().resolveSibling("evidence.json"),
                runs::later,
                (owner, proposed) -> saveTo,
                owner -> Optional.empty(),
                owner -> saveTo,
                owner -> saveTo,
                owner -> serverList,
                this::opened,
                (plan, to) -> to,
                clock,
                folder,
                "CORP\\dba",
                "0.1.0",
                desk);
    }

    public Target target() {
        var node = new Target.Node(new NodeName("PRACTICE01"), ServerAddress.parse("127.0.0.1,1433"));
        return new Target(List.of(node), new Target.Integrated(), new Target.Unverified());
    }

    Inspection look() {
        return seen.orElseGet(this::made);
    }

    private Inspection made() {
        var identity = new Inspection.ServerIdentity(
                "PRACTICE01\\RANGE",
                "16.0.4225.2",
                "Developer Edition",
                new NodeName("PRACTICE01"),
                "practice-dba",
                practice);
        var seen = new Inspection(
                identity,
                takenAt,
                mayRead ? HandMadeFacts.readable(registered, loaded, enabled, rights) : HandMadeFacts.denied());
        return azure.map(seen::withAzure).orElse(seen);
    }

    @Override
    public List<Scenario> scenarios() {
        return List.of(
                new Scenario("healthy", "SQL Server 2022, four TDE databases, an old connector", Worlds.Group.USUAL),
                new Scenario("ten-thousand", "many databases", Worlds.Group.SIZE));
    }

    @Override
    public World copy(String inspection, List<String> faults, Files files) {
        return start("copy", faults, files);
    }

    @Override
    public World start(String scenario, List<String> faults, Files files) {
        return new World() {
            @Override
            public Target target() {
                return HandMade.this.target();
            }

            @Override
            public String scenario() {
                return scenario;
            }

            @Override
            public Offers offers() {
                return new Offers(new java.util.LinkedHashMap<>());
            }

            @Override
            public void backUp(List<String> databases) {}

            @Override
            public void restart() {
                loaded = registered;
            }

            @Override
            public void awaitClosed() {}

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    /** A world is closed by anyone who has started it. */
    @Override
    public void close() {}

    /** The DLL that the catalog has from now on. */
    void register(DllPath dll) {
        registered = dll;
    }

    private static DllPath dll(String build) {
        return new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\" + build
                + "\\Microsoft.AzureKeyVaultService.EKM.dll");
    }
}
