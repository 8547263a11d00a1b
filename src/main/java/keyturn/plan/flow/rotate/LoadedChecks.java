package keyturn.plan.flow.rotate;

import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.LoadedConnector;

/** The connector that a rotation works through: the one that is loaded, whatever the catalog says. */
final class LoadedChecks {

    private LoadedChecks() {}

    /** Out of support, and with thumbprints that newer builds do not make (KB 4470999): a new key there must be made again. */
    static Stream<Finding> unsupported(RotationSituation situation) {
        return situation.provider().stream()
                .filter(row -> isUnsupported(row.version()))
                .flatMap(row -> Findings.attention(Area.BUILD, "rotate.build-unsupported", row.name(), row.version()));
    }

    /** The number on the download page counts too; a number that cannot be read is told elsewhere. */
    private static boolean isUnsupported(String version) {
        try {
            FileVersion number = FileVersion.parse(version);
            List<FileVersion> called = KnownBuild.versionsCalled(number);
            FileVersion highest = called.isEmpty() ? number : called.getLast();
            return highest.compareTo(KnownBuild.BUILD_13_0_811_168.version()) <= 0;
        } catch (InvalidValue unreadable) {
            return false;
        }
    }

    static Stream<Finding> pendingRestart(RotationSituation situation) {
        return situation.provider().stream().flatMap(row -> loaded(situation.inspection(), row));
    }

    private static Stream<Finding> loaded(Inspection inspection, Inspection.Provider row) {
        try {
            return LoadedConnector.of(inspection, row.name(), new DllPath(row.dllPath())).olderPaths().stream()
                    .flatMap(paths -> Findings.attention(
                            Area.RESTART, "rotate.pending-restart", row.name(), row.dllPath(), paths));
        } catch (InvalidValue broken) {
            return Stream.empty();
        }
    }
}
