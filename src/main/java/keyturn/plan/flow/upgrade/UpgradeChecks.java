package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.CoverChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.LimitChecks;
import keyturn.plan.check.TestChecks;
import keyturn.plan.check.TopologyChecks;
import keyturn.plan.check.UseChecks;

/** What is looked at before an upgrade is planned: a list of small checks, each with its own findings. All are asked. */
public final class UpgradeChecks {

    private static final List<Function<UpgradeSituation, Stream<Finding>>> IN_PLACE = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            ForecastChecks::beforeRestart,
            UpgradeChecks::pending,
            FileChecks::anotherFile,
            FileChecks::backOut,
            UpgradeChecks::inPlace,
            FileChecks::newFile,
            FileChecks::oldFile,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            DatabaseChecks::notOpen,
            DatabaseChecks::scans,
            DatabaseChecks::notEncrypted,
            DatabaseChecks::unshownLogins,
            TestChecks::chosen,
            LimitChecks::snapshots,
            LimitChecks::tests,
            TestChecks::someTest,
            TestChecks::costs,
            TestChecks::longTests,
            DatabaseChecks::namesOnOneLine,
            UseChecks::sessions,
            UseChecks::others,
            CoverChecks::backups,
            CoverChecks::keyBackups,
            UseChecks::jobs,
            LimitChecks::runningBackups,
            StopChecks::work,
            StopChecks::pendingRenames,
            StopChecks::start,
            HostChecks::confirmed);

    private static final List<Function<UpgradeSituation, Stream<Finding>>> STOP = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            ForecastChecks::beforeRestart,
            StopChecks::lane,
            StopChecks::start,
            StopChecks::path,
            UpgradeChecks::byStop,
            FileChecks::oldFile,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            DatabaseChecks::notOpen,
            DatabaseChecks::scans,
            DatabaseChecks::notEncrypted,
            DatabaseChecks::unshownLogins,
            TestChecks::chosen,
            LimitChecks::snapshots,
            LimitChecks::tests,
            TestChecks::someTest,
            TestChecks::costs,
            TestChecks::longTests,
            DatabaseChecks::namesOnOneLine,
            UseChecks::sessions,
            UseChecks::others,
            CoverChecks::backups,
            CoverChecks::keyBackups,
            UseChecks::jobs,
            LimitChecks::runningBackups,
            StopChecks::work,
            StopChecks::pendingRenames,
            HostChecks::confirmed);

    private UpgradeChecks() {}

    /** A former build may come back before the restart that would have loaded the new one. */
    private static Stream<Finding> pending(UpgradeSituation situation) {
        return switch (situation.choices().purpose()) {
            case UPGRADE -> PendingRestart.blocks(situation);
            case ROLLBACK -> Stream.empty();
        };
    }

    private static Stream<Finding> inPlace(UpgradeSituation situation) {
        return switch (situation.choices().purpose()) {
            case UPGRADE -> LaneChecks.findings(situation);
            case ROLLBACK -> RollbackChecks.findings(situation);
        };
    }

    private static Stream<Finding> byStop(UpgradeSituation situation) {
        return switch (situation.choices().purpose()) {
            case UPGRADE -> StopChecks.builds(situation);
            case ROLLBACK -> RollbackChecks.findings(situation);
        };
    }

    public static List<Finding> findings(UpgradeSituation situation) {
        List<Function<UpgradeSituation, Stream<Finding>>> checks =
                switch (situation.choices().lane()) {
                    case Lane.InPlace in -> IN_PLACE;
                    case Lane.Stop stop -> STOP;
                };
        return checks.stream().flatMap(check -> check.apply(situation)).toList();
    }
}
