package keyturn.plan.flow.repair;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.FileVersion;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.build.StartedDll;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.CoverChecks;
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
import keyturn.plan.check.WorkChecks;

/** What is looked at before a repair is planned: a list of small checks, each with its own findings. All are asked. */
final class RepairChecks {

    private static final List<Function<RepairSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            InstanceChecks::edition,
            CallerChecks::mayRun,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            ForecastChecks::beforeRestart,
            RepairChecks::restart,
            RepairChecks::waiting,
            RepairChecks::path,
            RepairChecks::file,
            RepairChecks::build,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            DatabaseChecks::scans,
            TestChecks::chosen,
            LimitChecks::snapshots,
            LimitChecks::tests,
            TestChecks::costs,
            TestChecks::longTests,
            DatabaseChecks::namesOnOneLine,
            UseChecks::sessions,
            UseChecks::others,
            CoverChecks::backups,
            UseChecks::jobs,
            LimitChecks::runningBackups,
            RepairChecks::work);

    private RepairChecks() {}

    static List<Finding> findings(RepairSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    /** Another start is what shows that SQL Server was started again, so the present one must be known. */
    private static Stream<Finding> restart(RepairSituation situation) {
        if (!situation.choices().restarts()) {
            return found(Area.RESTART, Severity.ATTENTION, "restart-later");
        }
        Stream<Finding> seen =
                situation.inspection().facts().startedAt().value().isPresent()
                        ? Stream.empty()
                        : found(Area.RESTART, Severity.BLOCKS, "start-unknown");
        return Stream.concat(
                seen,
                switch (situation.choices().restart()) {
                    case BY_OPERATOR -> found(Area.HOST, Severity.ATTENTION, "operator");
                    case BY_PLAN, LATER -> Stream.empty();
                });
    }

    /** What the restart cuts off. */
    private static Stream<Finding> work(RepairSituation situation) {
        return situation.choices().restarts() ? WorkChecks.beforeStop(situation) : Stream.empty();
    }

    /** A start opens them, or shows that something else keeps them closed. */
    private static Stream<Finding> waiting(RepairSituation situation) {
        return situation.waiting().isEmpty()
                ? Stream.empty()
                : found(Area.DATABASES, Severity.ATTENTION, "waiting", DatabaseChecks.names(situation.waiting()));
    }

    private static Stream<Finding> path(RepairSituation situation) {
        return situation.provider().stream()
                .flatMap(row ->
                        row.dllPath().equalsIgnoreCase(situation.choices().dll().value())
                                ? found(Area.PATH, Severity.FINE, "path-same", row.dllPath())
                                : found(
                                        Area.PATH,
                                        Severity.ATTENTION,
                                        "path-other",
                                        row.dllPath(),
                                        situation.choices().dll()));
    }

    /** SQL Server would refuse a file that is not there, not signed or not readable (33027). */
    private static Stream<Finding> file(RepairSituation situation) {
        String path = situation.choices().dll().value();
        Optional<HostSight.File> seen = SeenOnHost.in(situation.inspection()).flatMap(host -> host.file(path));
        if (seen.filter(file -> !RepairSigns.usable(file)).isPresent()) {
            return found(Area.FILE, Severity.BLOCKS, "file-unusable", path);
        }
        return RepairSigns.there(situation.inspection(), path)
                .map(there -> found(
                        Area.FILE, there ? Severity.FINE : Severity.BLOCKS, there ? "file" : "file-missing", path))
                .orElseGet(() -> found(Area.FILE, Severity.ATTENTION, "file-unseen", path));
    }

    private static Stream<Finding> build(RepairSituation situation) {
        Optional<FileVersion> build = situation.choices().build();
        return situation.provider().stream()
                .flatMap(row -> build.map(version -> differs(row, version))
                        .orElseGet(() -> found(Area.BUILD, Severity.ATTENTION, "build-unknown", row.version())));
    }

    private static Stream<Finding> differs(Inspection.Provider row, FileVersion version) {
        return StartedDll.registered(row).equals(Optional.of(version))
                ? found(Area.BUILD, Severity.FINE, "build-same", version)
                : found(Area.BUILD, Severity.ATTENTION, "build-differs", row.version(), version);
    }

    private static Stream<Finding> found(Area area, Severity severity, String rule, Object... about) {
        return Findings.of(RepairFlow.NAME, area, severity, rule, about);
    }
}
