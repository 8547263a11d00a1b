package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a file lies on the server, as each version can say it. */
final class FilesOfRangeTest {

    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";

    @ParameterizedTest
    @CsvSource({"healthy, sys.dm_os_file_exists, xp_fileexist", "old-2016, xp_fileexist, dm_os_file_exists"})
    void filesThatAreThereAndFilesThatAreNotAreToldApart(String scenario, String used, String unused) throws Exception {
        var there = new DllPath(FOLDER + "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll");
        var missing = new DllPath(FOLDER + "it's not [there]\\a.dll");
        var folder = new DllPath(FOLDER.substring(0, FOLDER.length() - 1) + "\\15.0.2000.440.dll");
        try (Range range = Range.start(RangeOptions.of(scenario))) {
            Inspection seen;
            try (var session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
                var inspector = new Inspector(Clock.systemUTC());
                seen = inspector.inspect(session, List.of(there, missing, folder));
            }
            assertEquals(
                    List.of(Optional.of(true), Optional.of(false), Optional.of(false)),
                    seen.facts().around().files().stream()
                            .map(file -> file.there().value())
                            .toList());
            List<String> sent =
                    range.log().entries().stream().map(RequestLog.Entry::text).toList();
            assertTrue(sent.stream().anyMatch(batch -> batch.contains(used)), sent::toString);
            assertFalse(sent.stream().anyMatch(batch -> batch.contains(unused)), sent::toString);
        }
    }
}
