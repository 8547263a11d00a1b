package keyturn.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.rotate.RotationOffer;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Runner;
import keyturn.run.step.Decider;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.Command;
import keyturn.tools.PowerShell;
import keyturn.tools.RealDoors;
import keyturn.tools.ScriptClients;

/** A range of its own, the plan for it, the bundle of that plan, and real clients that run its scripts. */
final class Conducted implements AutoCloseable {

    private static final String SECRET = "practice~NotASecret.OfAnybody-0123456789";
    private static final Clock CLOCK = Clock.systemUTC();

    private static final Optional<BackupFolder> BACKUPS = Optional.of(new BackupFolder("E:\\Backup"));

    private final Range range;
    private final Path folder;
    private final Plan plan;
    private final Scripts scripts;
    private final Path bundle;

    private Conducted(Range range, Path folder, Function<Inspection, Plan> planning)
            throws IOException, Problem.Raised {
        this.range = range;
        this.folder = Files.createTempDirectory(folder, "world");
        this.plan = planning.apply(look());
        this.scripts = Scripts.of(plan);
        this.bundle = BundleWriter.write(Bundle.of(plan, scripts), this.folder.resolve("bundle"));
    }

    static Conducted on(String scenario, Path folder) throws IOException, Problem.Raised {
        return on(RangeOptions.of(scenario), folder);
    }

    static Conducted on(RangeOptions world, Path folder) throws IOException, Problem.Raised {
        return new Conducted(Range.start(world), folder, Conducted::plan);
    }

    /** An upgrade whose tests are snapshots. */
    static Conducted bySnapshots(String scenario, Path folder) throws IOException, Problem.Raised {
        return new Conducted(Range.start(RangeOptions.of(scenario)), folder, Conducted::snapshots);
    }

    /** The same for a new key of two databases. */
    static Conducted rotating(String scenario, Path folder) throws IOException, Problem.Raised {
        return rotating(RangeOptions.of(scenario), folder);
    }

    static Conducted rotating(RangeOptions world, Path folder) throws IOException, Problem.Raised {
        return new Conducted(Range.start(world), folder, Conducted::rotation);
    }

    private static Plan rotation(Inspection seen) {
        var offer = new RotationOffer(seen, Instant.parse("2026-11-24T20:00:00Z"));
        var from = new AsymmetricKeyName("TDE_Key_2024");
        var choices = new RotateChoices(
                seen.facts().providers().value().orElseThrow().getFirst().name(),
                from,
                new RotateChoices.NewKey(
                        KeyReference.parse("tde-key-2026"),
                        Optional.empty(),
                        offer.names(from),
                        new ClientId("00000000-7072-6163-7469-636500000001")),
                List.of(new DatabaseName("Sales"), new DatabaseName("Archive")),
                Assurances.NONE,
                new RotateChoices.BackupFolders(BACKUPS, BACKUPS),
                RotateChoices.Further.NONE);
        if (Planner.plan(Estate.of(seen), choices, Instant.parse("2026-11-24T20:00:00Z"))
                instanceof PlanOutcome.Ready ready) {
            return ready.plan();
        }
        throw new AssertionError(choices);
    }

    private static Plan snapshots(Inspection seen) {
        UpgradeChoices choices = UpgradeChoices.class.cast(plan(seen).choices());
        Map<DatabaseName, TestChoice> tests = choices.situation(seen).databases().open().stream()
                .collect(Collectors.toMap(Inspection.Database::name, row -> TestChoice.SNAPSHOT));
        return planned(seen, choices.with(choices.assurances().testing(tests)));
    }

    private static Plan plan(Inspection seen) {
        var provider = seen.facts().providers().value().orElseThrow().getFirst();
        DllPath dll = seen.facts().dllFiles().value().orElseThrow().stream()
                .map(Inspection.DllFile::path)
                .filter(path -> !path.value().equals(provider.dllPath()))
                .findFirst()
                .orElseThrow();
        return planned(seen, new UpgradeChoices(provider.name(), dll));
    }

    private static Plan planned(Inspection seen, Choices choices) {
        var outcome = Planner.plan(Estate.of(seen), choices, Instant.parse("2026-11-24T20:00:00Z"));
        if (outcome instanceof PlanOutcome.Ready ready) {
            return ready.plan();
        }
        throw new AssertionError(outcome);
    }

    Inspection look() throws Problem.Raised {
        try (var session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
            return new Inspector(CLOCK).inspect(session);
        }
    }

    String digest() throws Problem.Raised {
        return look().digest();
    }

    Plan plan() {
        return plan;
    }

    Path bundle() {
        return bundle;
    }

    int port() {
        return range.port();
    }

    Command.Ended sqlcmd(String file) {
        return clients().sqlcmd(file);
    }

    private ScriptClients clients() {
        return new ScriptClients(range, folder, PowerShell.ofAllTests(), SECRET);
    }

    /** The same without encryption, as the sqlcmd of ODBC 17 connects unless it is told otherwise. */
    Command.Ended plainSqlcmd(String file) {
        return clients().sqlcmd(file, "-N", "false");
    }

    /** What the server got with these words in it, from anybody. */
    List<String> sentWith(String words) {
        return range.log().entries().stream()
                .map(RequestLog.Entry::text)
                .filter(text -> text.contains(words))
                .toList();
    }

    /** How often the server answered with this number. */
    long refusals(int number) {
        return range.log().entries().stream()
                .filter(entry -> String.valueOf(entry.error()).contains(String.valueOf(number)))
                .count();
    }

    /** A connection of somebody else. */
    Connection connection(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:" + range.port() + ";encrypt=true;trustServerCertificate=true",
                user,
                password);
    }

    Range range() {
        return range;
    }

    /** One statement by hand, as somebody else would send it. */
    Command.Ended byHand(String sql) {
        return clients().byHand(sql);
    }

    Command.Ended powershell(String file, String... more) throws IOException {
        return clients().powershell(file, more);
    }

    Command.Ended powershell(String file, int port, String... more) throws IOException {
        return powershell(range.user(), range.password(), file, port, more);
    }

    Command.Ended powershell(String user, String password, String file, int port, String... more) throws IOException {
        return clients().powershell(user, password, file, port, more);
    }

    Command.Ended powershellAlone(String file, Range other) throws IOException {
        return clients().powershellAlone(file, other);
    }

    /** The same plan by Keyturn itself. */
    RunResult run() throws Problem.Raised {
        var approval = new Approval(scripts.digest(), "tester", CLOCK.instant(), Optional.of("CHG-1"));
        return new Runner(new SqlConnector("1.2.3"), new Inspector(CLOCK), RealDoors.all(), CLOCK)
                .run(
                        new ApprovedPlan(plan, scripts, approval),
                        RangeTargets.administrator(range),
                        folder.resolve("runs"),
                        new RunSetting(
                                Optional.empty(),
                                event -> {},
                                Decider.STOPS,
                                () -> false,
                                number -> Optional.of(Secret.of(SECRET.toCharArray()))));
    }

    /** The previewed acts, in order. */
    List<String> acts() {
        return scripts.steps().stream().map(step -> step.act().shownAsTSql()).toList();
    }

    /** What the server got from programs of this name, in order. */
    List<String> sent(String program) {
        List<String> sent = new ArrayList<>();
        for (RequestLog.Entry entry : range.log().entries()) {
            if (entry.program().equals(program)) {
                sent.add(entry.text());
            }
        }
        return sent;
    }

    @Override
    public void close() {
        range.close();
    }
}
