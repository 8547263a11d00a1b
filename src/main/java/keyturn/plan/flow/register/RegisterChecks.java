package keyturn.plan.flow.register;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.LimitChecks;
import keyturn.plan.check.TestChecks;
import keyturn.plan.check.TopologyChecks;
import keyturn.plan.check.UseChecks;
import keyturn.plan.fact.ConcernedDatabases;

/** What is looked at before a key is registered: a list of small checks, each with its own findings. All are asked. */
public final class RegisterChecks {

    private static final List<Function<RegisterSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            RegisterCallerChecks::enabled,
            ForecastChecks::told,
            RegisterChecks::vaultKey,
            RegisterNameChecks::key,
            RegisterNameChecks::login,
            RegisterNameChecks::credential,
            RegisterNameChecks::oneLine,
            RegisterCallerChecks::credential,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            RegisterChecks::open,
            RegisterChecks::closed,
            TestChecks::chosen,
            LimitChecks::snapshots,
            LimitChecks::tests,
            TestChecks::costs,
            TestChecks::longTests,
            DatabaseChecks::namesOnOneLine,
            UseChecks::jobs,
            LimitChecks::runningBackups);

    private RegisterChecks() {}

    static List<Finding> findings(RegisterSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    /** Of a key that is open already, nothing is asked of the vault. */
    private static Stream<Finding> vaultKey(RegisterSituation situation) {
        return situation.key().isPresent()
                ? Stream.empty()
                : Stream.<Function<RegisterSituation, Stream<Finding>>>of(
                                RegisterGeneration::check,
                                RegisterKeyChecks::build,
                                RegisterKeyChecks::version,
                                RegisterKeyChecks::material)
                        .flatMap(check -> check.apply(situation));
    }

    private static Stream<Finding> open(RegisterSituation situation) {
        return situation.choices().databases().stream()
                .filter(name -> situation.databases().open().stream()
                        .noneMatch(row -> row.name().equals(name)))
                .flatMap(name -> found(Severity.BLOCKS, "not-open", name));
    }

    private static Stream<Finding> closed(RegisterSituation situation) {
        List<Database> there = situation.closedDatabases();
        if (situation.choices().closed().isEmpty()) {
            return found(Severity.ATTENTION, "none-opened");
        }
        return situation.choices().closed().stream()
                .flatMap(name -> there.stream()
                        .filter(row -> row.name().equals(name))
                        .findFirst()
                        .map(RegisterChecks::closed)
                        .orElseGet(() -> found(Severity.BLOCKS, "no-database", name)));
    }

    private static Stream<Finding> closed(Database row) {
        if (ConcernedDatabases.isOpen(row)) {
            return found(Severity.BLOCKS, "is-open", row.name());
        }
        return row.state().equals("RESTORING")
                ? found(Severity.BLOCKS, "restoring", row.name())
                : found(Severity.FINE, "opens", row.name(), row.state());
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RegisterFlow.NAME, Area.DATABASES, severity, rule, about);
    }
}
