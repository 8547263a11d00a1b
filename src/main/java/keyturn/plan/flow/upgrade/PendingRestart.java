package keyturn.plan.flow.upgrade;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Area;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.fact.LoadedConnector;

/**
 * The catalog has one DLL and the process still another: an upgrade has not been followed by its restart. The file that is
 * loaded is the old one, and no further upgrade begins from it.
 */
final class PendingRestart {

    private PendingRestart() {}

    /** The DLL that the catalog has is refused elsewhere, and no other upgrade. */
    static Stream<Finding> blocks(UpgradeSituation situation) {
        String chosen = situation.choices().dll().value();
        return situation.provider().stream()
                .filter(row -> !row.dllPath().equalsIgnoreCase(chosen))
                .flatMap(row -> of(situation.inspection(), row).stream())
                .map(problem -> Findings.of(Area.RESTART, problem));
    }

    static Optional<Problem> of(Inspection inspection, Inspection.Provider row) {
        Optional<DllPath> registered = FileChecks.path(row).findFirst();
        return registered
                .map(path -> LoadedConnector.of(inspection, row.name(), path))
                .flatMap(LoadedConnector::olderPaths)
                .map(loaded ->
                        Blocks.of("upgrade.pending-restart", Optional.empty(), row.name(), row.dllPath(), loaded));
    }
}
