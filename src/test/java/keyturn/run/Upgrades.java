package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.practice.Range;
import keyturn.practice.server.RequestLog;
import keyturn.run.journal.Journal;
import keyturn.run.resume.Resume;
import keyturn.run.step.Decider;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.RealDoors;

/** Upgrades of one range, with everything real between here and there. */
public final class Upgrades {

    static final Clock CLOCK = Clock.systemUTC();
    public static final DllPath NEW =
            new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
                    + "\\15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");

    final Range range;
    public final Target target;
    final Path runs;
    final List<RunEvent> events = new ArrayList<>();
    final SqlConnector connector = new SqlConnector("1.2.3");
    final Inspector inspector = new Inspector(CLOCK);
    public final Runner runner = new Runner(connector, inspector, RealDoors.all(), CLOCK, Duration.ofMillis(1));
    public final Resume resume = new Resume(connector, inspector, CLOCK);

    public Upgrades(Range range, Path runs) {
        this.range = range;
        this.target = RangeTargets.administrator(range);
        this.runs = runs;
    }

    Inspection look() throws Problem.Raised {
        try (var session = connector.open(target)) {
            return inspector.inspect(session);
        }
    }

    public Inspection.Provider provider() throws Problem.Raised {
        return look().facts().providers().value().orElseThrow().getFirst();
    }

    public ApprovedPlan approved() throws Problem.Raised {
        var choices = new UpgradeChoices(new ProviderName("AzureKeyVault_EKM"), NEW);
        return approved(
                assertInstanceOf(PlanOutcome.Ready.class, Planner.plan(Estate.of(look()), choices, CLOCK.instant()))
                        .plan());
    }

    public static ApprovedPlan approved(Plan plan) {
        Scripts scripts = Scripts.of(plan);
        var approval = new Approval(scripts.digest(), "tester", CLOCK.instant(), Optional.of("CHG-1"));
        return new ApprovedPlan(plan, scripts, approval);
    }

    public RunSetting setting() {
        return RunSetting.plain(events::add, () -> false);
    }

    public RunSetting deciding(Decider decider) {
        return new RunSetting(Optional.empty(), events::add, decider, () -> false);
    }

    /** The first step of this kind. */
    static StepId id(Plan plan, Class<? extends Step> kind) {
        return plan.steps().stream()
                .filter(kind::isInstance)
                .map(Step::id)
                .findFirst()
                .orElseThrow();
    }

    /** What the server got on this run's act connections, in order. */
    public List<String> acts(String runId) {
        return range.log().entries().stream()
                .filter(entry -> entry.program().equals("Keyturn/" + runId + "/act"))
                .map(RequestLog.Entry::text)
                .toList();
    }

    /** What an operator does meanwhile, on a connection of their own. */
    public void meddle(String sql) throws SQLException {
        try (var connection = operator();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What an operator sees, first column as text. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = operator();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private Connection operator() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        properties.put("applicationName", "an operator");
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
    }

    /** The journal: events with their steps. */
    public static List<String> told(Path folder) throws Problem.Raised {
        return Journal.read(folder.resolve(Journal.FILE)).entries().stream()
                .map(line -> line.event().word()
                        + line.step().map(step -> " " + step).orElse(""))
                .toList();
    }
}
