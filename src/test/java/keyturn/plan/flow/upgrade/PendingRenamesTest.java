package keyturn.plan.flow.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.SeenWorld;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Windows does to files at its next start is told before a plan relies on them. */
@BesideOthers
final class PendingRenamesTest {

    @ParameterizedTest
    @CsvSource({
        "15.0.2000.440, BLOCKS, plan.upgrade.pending-chosen",
        "15.0.300.96, ATTENTION, plan.upgrade.pending-old",
        "13.0.811.168, , "
    })
    void aFileThatWindowsTakesAwayIsNamed(String build, Severity severity, String code) {
        String path = "C:\\EKM\\" + build + "\\Microsoft.AzureKeyVaultService.EKM.dll";
        var world = new SeenWorld();
        Inspection seen = world.inspection()
                .withHost(SeenWorld.known(new HostSight(
                        "SQL01",
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of("\\??\\" + path),
                        List.of())));

        List<Finding> told = new UpgradeFlow()
                .preflight(seen, world.choices()).findings().stream()
                        .filter(finding -> finding.code().contains(".pending-"))
                        .toList();

        assertEquals(
                code == null ? List.of() : List.of(code),
                told.stream().map(Finding::code).toList());
        told.forEach(finding -> {
            assertEquals(severity, finding.severity());
            assertTrue(finding.reason().text().contains(path), finding.reason().text());
        });
    }
}
