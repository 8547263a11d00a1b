package keyturn.plan.flow.rotate;

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

/** What is looked at before a rotation is planned: a list of small checks, each with its own findings. All are asked. */
public final class RotationChecks {

    private static final List<Function<RotationSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            VaultSessionChecks::enabled,
            ForecastChecks::told,
            LoadedChecks::unsupported,
            LoadedChecks::pendingRestart,
            OldKeyChecks::chain,
            NewKeyChecks::version,
            NewKeyChecks::names,
            VaultKeyChecks::key,
            FurtherChecks::keyBackup,
            FurtherChecks::secret,
            VaultSessionChecks::credential,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            DatabaseChecks::notOpenBeside,
            DatabaseChecks::scans,
            DatabaseChecks::notEncrypted,
            RotatedDatabaseChecks::chosen,
            RotatedDatabaseChecks::writable,
            LimitChecks::snapshots,
            LimitChecks::changes,
            RotatedDatabaseChecks::staying,
            RotatedDatabaseChecks::logBackups,
            TestChecks::chosen,
            LimitChecks::tests,
            TestChecks::someTest,
            TestChecks::costs,
            TestChecks::longTests,
            DatabaseChecks::namesOnOneLine,
            RotatedDatabaseChecks::notRotated,
            FolderChecks::there,
            CoverChecks::backups,
            CoverChecks::keyBackups,
            UseChecks::jobs,
            LimitChecks::runningBackups);

    private RotationChecks() {}

    public static List<Finding> findings(RotationSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }
}
