package keyturn.plan.flow.roll;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.LimitChecks;
import keyturn.plan.check.TestChecks;
import keyturn.plan.check.TopologyChecks;
import keyturn.plan.check.UseChecks;

/** What is looked at before a secret is rolled: a list of small checks, each with its own findings. All are asked. */
public final class RollChecks {

    private static final List<Function<RollSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            RollChecks::forecast,
            CredentialChecks::application,
            CredentialChecks::chosen,
            CredentialChecks::left,
            SecretChecks::source,
            SecretChecks::present,
            SecretChecks::trial,
            SecretChecks::back,
            RestartChecks::when,
            RestartChecks::halfOpen,
            RestartChecks::closed,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            DatabaseChecks::notEncrypted,
            TestChecks::chosen,
            LimitChecks::snapshots,
            LimitChecks::tests,
            TestChecks::costs,
            TestChecks::longTests,
            DatabaseChecks::namesOnOneLine,
            RestartChecks::users,
            UseChecks::jobs,
            LimitChecks::runningBackups);

    private RollChecks() {}

    static List<Finding> findings(RollSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    /** An expired secret is what the plan mends. Without a restart in the plan nothing else stops it. */
    private static Stream<Finding> forecast(RollSituation situation) {
        return situation.choices().restartsNow()
                ? ForecastChecks.beforeRestart(situation, RollOffer::isExpired)
                : ForecastChecks.told(situation);
    }
}
