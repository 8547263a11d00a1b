package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.server.Meddler;
import keyturn.practice.server.state.Instance;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan is made, the server moves, the plan is run: refused with the fact that moved, or run, where none did that counts. */
final class DriftTest {

    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
    private static final String DLL = "Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String OLD = FOLDER + DLL;
    private static final String NEW = FOLDER + "15.0.2000.440\\" + DLL;
    private static final String GUID = "3A9E1C60-5B7D-4F02-9C31-7E0D2B64A815";

    private final Path folder;
    private final InProcess keyturn;

    DriftTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXEC sp_configure 'show advanced options', 1; RECONFIGURE;"
                        + " EXEC sp_configure 'EKM provider enabled', 0; RECONFIGURE;"
                        + "| ekm.running | true | false",
                "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE;"
                        + "| provider.AzureKeyVault_EKM.enabled | true | false",
                "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'" + NEW + "';"
                        + "| provider.AzureKeyVault_EKM.dllPath | " + OLD + " | " + NEW,
                "ALTER DATABASE [Sales] SET OFFLINE WITH ROLLBACK IMMEDIATE;"
                        + "| database.Sales.state | ONLINE | OFFLINE",
                "ALTER DATABASE [Ledger] SET RECOVERY SIMPLE;" + "| database.Ledger.logBackupPossible | true | false"
            })
    void whatAColleagueChangedByTSqlIsNamedWithBothValues(String batch, String fact, String was, String is)
            throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String digest = keyturn.plan(keyturn.target(range));
            Meddler.send(range, batch);
            refused(keyturn.run(keyturn.target(range), digest), fact, was, is);
            nothingWasSent(range);
        }
    }

    /** A change that no statement of the range makes, and the fact by which it is seen. */
    record Moved(String fact, String was, String is, UnaryOperator<Instance> change) {
        @Override
        public String toString() {
            return fact;
        }
    }

    static Stream<Moved> changes() {
        String provider = "provider.AzureKeyVault_EKM.";
        return Stream.of(
                new Moved("server.version", "16.0.4225.2", "16.0.4236.2", Drift.version("16.0.4236.2")),
                new Moved("server.hadrEnabled", "false", "true", Drift.group(Optional.empty())),
                new Moved(
                        provider + "guid",
                        GUID,
                        "11111111-2222-3333-4444-555555555555",
                        Drift.provider(Drift::otherGuid)),
                new Moved(provider + "version", "15.0.300.96", "13.0.811.168", Drift.provider(Drift::otherVersion)),
                new Moved("file." + NEW, "there", "(not there)", Drift.withoutDll("15.0.2000.440")),
                new Moved("database.Payroll.encryption", "3", "4 changing", Drift.encryption("Payroll", 4)),
                new Moved(
                        "database.Sales.protector",
                        "0xB1D20A7E4DE1B71CE6D2AF1C805E81C755E1EE34",
                        "0x00112233445566778899AABBCCDDEEFF00112233",
                        Drift.rewrapped("Sales")),
                new Moved(
                        "database.Staging.availabilityGroup",
                        "(not there)",
                        "(none)",
                        Drift.encryptedLike("Staging", "Sales")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatBecameAnotherIsNamedWithBothValues(Moved moved) throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String digest = keyturn.plan(keyturn.target(range));
            Meddler.change(range, moved.change());
            refused(keyturn.run(keyturn.target(range), digest), moved.fact(), moved.was(), moved.is());
            nothingWasSent(range);
        }
    }

    @Test
    void aConnectionThatNowComesByAListenerIsRefused() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Meddler.change(range, Drift.group(Optional.of("10.0.0.1")));
            String digest = keyturn.plan(keyturn.target(range));
            Meddler.change(range, Drift.group(Optional.of("127.0.0.1")));
            refused(keyturn.run(keyturn.target(range), digest), "server.listener", "(none)", "reports");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "busy, server.name, PRACTICE01\\KEYTURN, PRACTICEBUSY\\KEYTURN",
        "fci2, server.clustered, false, true",
        "ag3, database.Ledger.availabilityGroup, (none), PracticeAG",
        "mirrored, database.Sales.mirrored, false, true",
        "logshipped, database.Ledger.logShipped, false, true"
    })
    void aServerThatIsAnotherOrHasPartnersNowIsRefused(String scenario, String fact, String was, String is)
            throws Exception {
        String digest;
        try (Range range = keyturn.started("healthy")) {
            digest = keyturn.plan(keyturn.target(range));
        }
        try (Range other = keyturn.started(scenario)) {
            refused(keyturn.run(keyturn.target(other), digest), fact, was, is);
            nothingWasSent(other);
        }
    }

    @Test
    void aLoginThatLostItsRightIsRefused() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Meddler.send(range, "USE master; GRANT CONTROL SERVER TO [" + range.reader() + "];");
            String digest = keyturn.plan(asReader(range));
            Meddler.send(range, "USE master; REVOKE CONTROL SERVER FROM [" + range.reader() + "];");
            refused(keyturn.run(asReader(range), digest), "permission.CONTROL SERVER", "held", "(not held)");
        }
    }

    @Test
    void factsThatThePlanDoesNotRelyOnRefuseNothing() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String digest = keyturn.plan(keyturn.target(range));
            Meddler.send(range, """
                    EXEC sp_configure 'show advanced options', 1; RECONFIGURE;
                    EXEC sp_configure 'max degree of parallelism', 4; RECONFIGURE;
                    ALTER DATABASE [Reporting] SET RECOVERY SIMPLE;
                    ALTER DATABASE [Staging] SET OFFLINE WITH ROLLBACK IMMEDIATE;
                    ALTER DATABASE [Staging] SET ONLINE;
                    BACKUP LOG [Sales] TO DISK = N'Sales.trn';
                    """);
            assertTrue(range.restart());
            Command.Ended ran = keyturn.run(keyturn.target(range), digest);
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(ran.text().contains("PENDING RESTART"), ran.text());
        }
    }

    private List<Object> asReader(Range range) throws IOException {
        Path password = folder.resolve("password");
        if (!Files.exists(password)) {
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, range.readerPassword());
        }
        String server = "127.0.0.1," + range.port();
        return List.of(
                "--server",
                server,
                "--auth",
                "sql",
                "--user",
                range.reader(),
                "--password-file",
                password,
                "--trust-certificate",
                range.certificate());
    }

    private void refused(Command.Ended ran, String fact, String was, String is) {
        assertEquals(3, ran.exit(), ran.all());
        String wanted = fact + " was \"" + was + "\" and is \"" + is + "\"";
        assertTrue(ran.err().replaceAll("\\s+", "").contains(wanted.replaceAll("\\s+", "")), ran.err());
        assertTrue(Files.notExists(keyturn.runs()), "a run that was not begun leaves no folder");
    }

    private static void nothingWasSent(Range range) {
        assertEquals(
                List.of(),
                range.log().entries().stream()
                        .filter(entry -> entry.program().endsWith("/act"))
                        .toList());
    }
}
