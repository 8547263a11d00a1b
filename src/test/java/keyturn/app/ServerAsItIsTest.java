package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQL Server refuses, delays or cannot show is told while one plans, and no verdict says more than it shows. */
@BesideOthers
final class ServerAsItIsTest {

    private static final String OLD_DLL = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\"
            + "Microsoft.AzureKeyVaultService.EKM.dll";

    private final Path folder;
    private final InProcess program;

    ServerAsItIsTest(@TempDir Path folder) {
        this.folder = folder;
        this.program = new InProcess(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fci2            | BLOCKS    | plan.rotate.topology.clustered         | 4 | rotate-key --to-key k2 --all-databases
            ag3             | BLOCKS    | plan.rotate.database.availabilityGroup | 4 | rotate-key --to-key k2 --all-databases
            mirrored        | BLOCKS    | plan.rotate.database.mirrored          | 4 | rotate-key --to-key k2 --all-databases
            old-1040        | ATTENTION | plan.rotate.build-unsupported          | 0 | rotate-key --to-key tde-key-2026 --all-databases
            pending-restart | ATTENTION | plan.rotate.pending-restart            | 0 | rotate-key --to-key tde-key-2026 --all-databases
            pending-restart | BLOCKS    | plan.upgrade.pending-restart           | 4 | upgrade --dll OLD
            healthy         | BLOCKS    | plan.rotate.vault-hsm-build            | 4 | rotate-key --create rsa-hsm-2048 --to-key k2 --all-databases
            limits          | BLOCKS    | plan.rotate.read-only-files            | 4 | rotate-key --to-key tde-key-2026 --database Invoices
            limits          | BLOCKS    | plan.rotate.standby                    | 4 | rotate-key --to-key tde-key-2026 --database Branch
            limits          | BLOCKS    | plan.rotate.snapshot                   | 4 | rotate-key --to-key tde-key-2026 --database Sales_Monday
            limits          | BLOCKS    | plan.database.standby                  | 4 | upgrade
            limits          | BLOCKS    | plan.database.snapshot                 | 4 | upgrade
            limits          | ATTENTION | plan.backup.running                    | 0 | rotate-key --to-key tde-key-2026 --database Ledger
            """)
    void planningTellsIt(String scenario, String severity, String code, int exit, String choices) throws Exception {
        try (Range range = program.started(scenario)) {
            assertFound(range, severity, code, exit, choices);
        }
    }

    /** Without a DLL named, the one that is loaded still is not taken for the new one. */
    @Test
    void noUpgradeIsPlannedFromTheOldDllBeforeTheRestart() throws Exception {
        try (Range range = program.started("pending-restart")) {
            Command.Ended planned = plan(range, "upgrade");
            assertEquals(4, planned.exit(), planned.all());
            assertTrue(Files.notExists(folder.resolve("plan.json")));
        }
    }

    /** Each state in which a scan stands still has its own way to continue it. */
    @Test
    void aScanThatStandsStillIsToldWithWhatContinuesIt() throws Exception {
        String rotation = "rotate-key --to-key tde-key-2026 --database Ledger";
        try (Range range = program.started("healthy")) {
            does(range, "ALTER DATABASE Ledger SET ENCRYPTION OFF; ALTER DATABASE Ledger SET ENCRYPTION SUSPEND");
            assertFound(range, "BLOCKS", "plan.database.scan-suspended", 4, rotation);
            does(range, "ALTER DATABASE Ledger SET ENCRYPTION RESUME; DBCC TRACEON (5004, -1)");
            assertFound(range, "BLOCKS", "plan.database.scan-paused", 4, rotation);
            does(range, "DBCC TRACEOFF (5004, -1)");
            assertFound(range, "BLOCKS", "plan.database.scan-aborted", 4, rotation);
        }
    }

    private void assertFound(Range range, String severity, String code, int exit, String choices) throws Exception {
        Path lists = Files.createTempDirectory(folder, "lists");
        Files.deleteIfExists(folder.resolve("plan.json"));
        List<Object> words = new ArrayList<>();
        for (String word : choices.split(" ")) {
            words.add(word.equals("OLD") ? OLD_DLL : word);
        }
        words.addAll(List.of("--csv", lists));
        Command.Ended planned = plan(range, words.toArray());
        assertEquals(exit, planned.exit(), planned.all());
        String findings = Files.readString(lists.resolve("findings.csv"));
        assertTrue(findings.contains(severity + "," + code + ","), findings);
    }

    private Command.Ended plan(Range range, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", choices[0]));
        words.addAll(program.target(range));
        words.addAll(List.of(choices).subList(1, choices.length));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    private static void does(Range range, String sql) throws SQLException {
        try (Connection server = connection(range);
                Statement statement = server.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection(Range range) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("encrypt", "strict");
        properties.put("serverCertificate", range.certificate().toString());
        return DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
    }
}
