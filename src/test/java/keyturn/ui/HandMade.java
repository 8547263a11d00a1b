package keyturn.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import keyturn.domain.DllPath;
import keyturn.domain.Inspection;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.ServerAddress;
import keyturn.domain.Surroundings;
import keyturn.domain.Target;
import keyturn.evidence.LaterVerdict;
import keyturn.evidence.Runs;
import keyturn.inspect.Worlds;
import keyturn.plan.Plan;
import keyturn.plan.Step;
import keyturn.plan.StepId;
import keyturn.plan.Verification.RunSeen;
import keyturn.plan.Verifier;
import keyturn.run.Access;
import keyturn.run.RunEvent;
import keyturn.run.RunListener;
import keyturn.run.RunResult;
import keyturn.run.RunTrail;
import keyturn.script.ApprovedPlan;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers;

/** A world made of values, for the looks and the rules of single pages; the walk goes through a real range. */
final class HandMade implements Worlds {

    static final DllPath OLD = dll("1.0.5.0");
    static final DllPath NEW = dll("15.0.2000.440");
    static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private DllPath registered = OLD;
    private DllPath loaded = OLD;
    private final KnownList servers = new KnownList();
    private boolean mayRead = true;
    private List<Permission> rights = List.of(Permission.onServer("CONTROL SERVER"));
    private Optional<StepId> failsAt = Optional.empty();
    private List<Runs.Pending> pending = List.of();
    private Optional<ApprovedPlan> ran = Optional.empty();
    private boolean closed;
    private Optional<Path> saveTo = Optional.empty();

    /** Sees all, may change nothing. */
    HandMade mayNotChange() {
        rights = List.of(Permission.onServer("VIEW SERVER STATE"));
        return this;
    }

    /** Whoever is asked for a file names this one. */
    HandMade savesTo(Path file) {
        saveTo = Optional.of(file);
        return this;
    }

    HandMade mayNotRead() {
        mayRead = false;
        return this;
    }

    HandMade failsAt(int step) {
        failsAt = Optional.of(new StepId(step));
        return this;
    }

    /** A server was connected to before, and a run on it still waits for its restart. */
    HandMade hasHistory() {
        servers.remember(new KnownServers.Known(
                "SQLTEST02", "keyturn", "C:\\certs\\sqltest02.pem", Environment.TEST, NOW.minus(Duration.ofDays(3))));
        servers.remember(new KnownServers.Known("SQLPROD07\\FIN", "", "", Environment.PRODUCTION, NOW));
        pending = List.of(new Runs.Pending(
                Path.of("runs", "20261122-234100-SQLPROD07"),
                "20261122-234100-SQLPROD07",
                "SQLPROD07\\FIN",
                "SQLPROD07",
                NOW.minus(Duration.ofHours(44)),
                false));
        return this;
    }

    boolean isClosed() {
        return closed;
    }

    WizardPorts ports(Path folder) {
        return new WizardPorts(
                this,
                target -> look(),
                (target, seen, files) -> seen.withFiles(files.stream()
                        .map(file -> new Surroundings.FileSeen(file, HandMadeFacts.known(true)))
                        .toList()),
                servers,
                () -> pending,
                this::conduct,
                result -> result.journal().resolveSibling("evidence.json"),
                result -> result.journal().resolveSibling("evidence.json"),
                this::later,
                (owner, proposed) -> saveTo,
                owner -> Optional.empty(),
                clock,
                folder,
                "CORP\\dba",
                "0.1.0");
    }

    Target target() {
        var node = new Target.Node(new NodeName("PRACTICE01"), ServerAddress.parse("127.0.0.1,1433"));
        return new Target(List.of(node), new Target.Integrated(), new Target.Unverified());
    }

    Inspection look() {
        var identity = new Inspection.ServerIdentity(
                "PRACTICE01\\RANGE",
                "16.0.4225.2",
                "Developer Edition",
                new NodeName("PRACTICE01"),
                "practice-dba",
                true);
        return new Inspection(
                identity, NOW, mayRead ? HandMadeFacts.readable(registered, loaded, rights) : HandMadeFacts.denied());
    }

    @Override
    public List<Scenario> scenarios() {
        return List.of(
                new Scenario("healthy", "SQL Server 2022, four TDE databases, an old connector"),
                new Scenario("ten-thousand", "many databases"));
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

    /** The run's own proofs count, and that the server has restarted since. */
    private LaterVerdict.Filed later(Path run, Target target) {
        Plan plan = ran.orElseThrow().plan();
        Map<StepId, Verifier.ProofSeen> proofs = new java.util.HashMap<>();
        plan.steps().forEach(step -> proofs.put(step.id(), new Verifier.ProofSeen(NOW, "3014")));
        return new LaterVerdict.Filed(
                plan, Verifier.verify(plan, look(), seen(proofs)), run.resolve("verification-1.json"));
    }

    private RunResult conduct(
            ApprovedPlan plan, Target target, Path folder, RunListener listener, BooleanSupplier stop) {
        Map<StepId, Verifier.ProofSeen> proofs = new TreeMap<>(java.util.Comparator.comparingInt(StepId::number));
        Path journal = folder.resolve("20261124-200000-PRACTICE01").resolve("journal.jsonl");
        Inspection before = look();
        ran = Optional.of(plan);
        RunTrail trail = new RunTrail(
                "20261124-200000", journal.resolveSibling(""), plan, before, seen(Map.of()), Optional.empty());
        for (Step step : plan.plan().steps()) {
            if (stop.getAsBoolean()) {
                Problem asked = problem("run.stopped");
                return new RunResult.Stopped(step.id(), Message.of("ui.run.stop"), asked, journal, trail);
            }
            listener.on(new RunEvent.Started(NOW, step.id()));
            if (failsAt.equals(Optional.of(step.id()))) {
                listener.on(new RunEvent.Failed(NOW, step.id(), problem("sql.33111")));
                return new RunResult.Stopped(
                        step.id(), Message.of("ui.run.stop"), problem("sql.33111"), journal, trail);
            }
            act(step);
            String said = "3014 BACKUP LOG successfully processed 214 pages in 0.021 seconds (79.520 MB/sec).";
            if (step instanceof Step.ProveDatabase) {
                proofs.put(step.id(), new Verifier.ProofSeen(NOW, said));
            }
            var done = new Access.Done(Duration.ofMillis(180), List.of(said), List.of());
            listener.on(new RunEvent.Done(NOW, step.id(), done));
        }
        Inspection after = look();
        return new RunResult.Completed(
                Verifier.verify(plan.plan(), after, seen(proofs)),
                journal,
                new RunTrail(
                        "20261124-200000", journal.resolveSibling(""), plan, before, seen(proofs), Optional.of(after)));
    }

    private void act(Step step) {
        switch (step) {
            case Step.PointProvider point -> registered = point.to();
            case Step.EnableProvider enable -> {}
            case Step.ReadProvider read -> {}
            case Step.ProveDatabase prove -> {}
        }
    }

    private static Problem problem(String code) {
        return new Problem(
                code,
                Message.of("ui.run.title.stopped"),
                Optional.of("33111, level 16, state 1: Cannot find server asymmetric key with thumbprint '0x37'."),
                Message.of("ui.run.lead.stopped"));
    }

    private static RunSeen seen(Map<StepId, Verifier.ProofSeen> proofs) {
        return new RunSeen(proofs, Optional.of(NOW), Optional.of(NOW));
    }

    private static DllPath dll(String build) {
        return new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\" + build
                + "\\Microsoft.AzureKeyVaultService.EKM.dll");
    }
}
