package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import keyturn.domain.BackupFolder;
import keyturn.domain.InvalidValue;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL Server refuses, delays or cannot show is told while one plans, and no verdict says more than it shows. */
@BesideOthers
final class ServerAsItIsTest {

    /** Scenario, severity and code of the finding, exit of {@code plan}, flow with its choices. */
    private static final String FOUND = """
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
            limits          | BLOCKS    | plan.database.standby                  | 4 | upgrade --test Branch=full
            limits          | ATTENTION | plan.test.skipped                      | 0 | upgrade
            limits          | ATTENTION | plan.database.snapshot                 | 0 | upgrade
            limits          | ATTENTION | plan.rotate.stays-standby              | 0 | rotate-key --to-key tde-key-2026 --all-databases
            limits          | ATTENTION | plan.rotate.stays-snapshot             | 0 | rotate-key --to-key tde-key-2026 --all-databases
            limits          | ATTENTION | plan.rotate.stays-read-only-files      | 0 | rotate-key --to-key tde-key-2026 --all-databases
            healthy         | BLOCKS    | plan.rotate.folder-missing             | 4 | rotate-key --to-key tde-key-2026 --database Sales --full-backup X:\\nope
            healthy         | BLOCKS    | plan.rotate.url-credential             | 4 | rotate-key --to-key tde-key-2026 --database Sales --full-backup https://store.blob.core.windows.net/backup
            healthy         | BLOCKS    | plan.rotate.s3-credential              | 4 | rotate-key --to-key tde-key-2026 --database Sales --full-backup s3://store.example:9000/backup
            sql-2019        | BLOCKS    | plan.rotate.s3-version                 | 4 | rotate-key --to-key tde-key-2026 --database Sales --full-backup s3://store.example:9000/backup
            healthy         | FINE      | plan.rotate.folder                     | 0 | rotate-key --to-key tde-key-2026 --database Sales --full-backup E:\\Backup
            limits          | ATTENTION | plan.rotate.folder-space               | 0 | rotate-key --to-key tde-key-2026 --database Ledger --full-backup E:\\Backup
            limits          | ATTENTION | plan.test.cost-more                    | 0 | rotate-key --to-key tde-key-2026 --database Loads
            limits          | ATTENTION | plan.test.cost-more                    | 0 | rotate-key --to-key tde-key-2026 --database Prices --test Prices=full
            limits          | ATTENTION | plan.backup.running                    | 0 | rotate-key --to-key tde-key-2026 --database Ledger
            """;

    private static final String OLD_DLL = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\"
            + "Microsoft.AzureKeyVaultService.EKM.dll";

    private final Path folder;
    private final InProcess program;

    ServerAsItIsTest(@TempDir Path folder) {
        this.folder = folder;
        this.program = new InProcess(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fci2", "ag3", "mirrored", "old-1040", "pending-restart", "healthy", "limits"})
    void planningTellsIt(String scenario) throws Exception {
        try (Range range = program.started(scenario)) {
            for (String row : FOUND.lines().toList()) {
                List<String> cells =
                        Stream.of(row.split("\\|")).map(String::strip).toList();
                if (cells.getFirst().equals(scenario)) {
                    assertFound(range, cells.get(1), cells.get(2), Integer.parseInt(cells.get(3)), cells.get(4));
                }
            }
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

    /** BACKUP takes them, Keyturn does not: the reason names what to do instead. */
    @ParameterizedTest
    @CsvSource({
        "s3://store.example, backup-folder.url",
        "http://store.blob.core.windows.net/backup, backup-folder.url",
        "https://store.blob.core.windows.net, backup-folder.url",
        "'E:\\Backup,F:\\Backup', backup-folder.stripes"
    })
    void aBackupThatIsNoFolderIsRefusedWithItsReason(String given, String code) throws Exception {
        InvalidValue refused = assertThrows(InvalidValue.class, () -> new BackupFolder(given));
        assertEquals(code, refused.problem().code());
        try (Range range = program.started("healthy")) {
            Command.Ended planned =
                    plan(range, "rotate-key", "--to-key", "k2", "--database", "Sales", "--full-backup", given);
            assertEquals(2, planned.exit(), planned.all());
            assertTrue(
                    planned.all()
                            .replaceAll("\\s+", "")
                            .contains(refused.problem().summary().text().replaceAll("\\s+", "")),
                    planned.all());
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

    /** What is in the log of a database when its key is changed stays under the old one, whatever is backed up. */
    @ParameterizedTest
    @ValueSource(strings = {"healthy", "old-2016"})
    void theOldKeyIsNeededAsLongAsATransactionHoldsItsLog(String scenario) throws Exception {
        try (Range range = program.started(scenario);
                Connection holder = connection(range);
                Statement transaction = holder.createStatement()) {
            transaction.execute("USE Sales; BEGIN TRANSACTION");
            assertEquals(4, rotated(range, "Sales"));
            transaction.execute("COMMIT");
            does(range, "BACKUP LOG Sales TO DISK = N'E:\\Backup\\after.trn'");
            does(range, "BACKUP LOG Sales TO DISK = N'E:\\Backup\\later.trn'");
            assertEquals(0, verified(range).exit());
        }
    }

    /** A database whose encryption is off has a key that is changed like any other, and nothing is under way after it. */
    @Test
    void aKeyThatEncryptsNothingIsRotatedAndConfirmed() throws Exception {
        try (Range range = program.started("healthy")) {
            range.setFault("quiet-log");
            does(range, "ALTER DATABASE Payroll SET ENCRYPTION OFF");
            while (number(
                            range,
                            "SELECT encryption_state FROM sys.dm_database_encryption_keys"
                                    + " WHERE database_id = DB_ID(N'Payroll')")
                    != 1) {
                LockSupport.parkNanos(20_000_000);
            }
            assertFound(
                    range,
                    "ATTENTION",
                    "plan.database.tde-off",
                    0,
                    "rotate-key --to-key tde-key-2026 --database Payroll");
            assertEquals(0, rotated(range, "Payroll"));
        }
    }

    /** With both backups. Returns the exit of a look afterwards. */
    private int rotated(Range range, String database) throws IOException {
        Files.deleteIfExists(folder.resolve("plan.json"));
        Command.Ended planned = plan(
                range,
                "rotate-key",
                "--to-key",
                "tde-key-2026",
                "--database",
                database,
                "--log-backup",
                "E:\\Backup",
                "--full-backup",
                "E:\\Backup");
        Command.Ended ran = program.run(program.target(range), InProcess.digest(planned));
        assertEquals(0, ran.exit(), ran.all());
        return verified(range).exit();
    }

    private Command.Ended verified(Range range) throws IOException {
        List<Object> words = new ArrayList<>(List.of("verify", program.journal()));
        words.addAll(program.target(range));
        return InProcess.say(words.toArray());
    }

    private static int number(Range range, String sql) throws SQLException {
        try (Connection server = connection(range);
                Statement statement = server.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getInt(1);
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
        assertTrue(findings.contains(severity + "," + code + ","), code + " not in " + findings);
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
