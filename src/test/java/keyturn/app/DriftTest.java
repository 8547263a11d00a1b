package keyturn.app;

import static keyturn.plan.fact.NamedFacts.NO;
import static keyturn.plan.fact.NamedFacts.YES;
import static keyturn.plan.fact.NamedFacts.text;
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
import keyturn.domain.DllPath;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.NamedFacts;
import keyturn.practice.Range;
import keyturn.practice.server.Meddler;
import keyturn.practice.server.state.Instance;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan is made, the server moves, the plan is run: refused with the fact that moved, or run, where none did that counts. */
@BesideOthers
final class DriftTest {

    private static final NamedFacts RANGE = NamedFacts.OF_RANGE;
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
    @MethodSource("statements")
    void whatAColleagueChangedByTSqlIsNamedWithBothValues(String batch, Basis.Moved moved) throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String digest = keyturn.plan(keyturn.target(range));
            Meddler.send(range, batch);
            refused(keyturn.run(keyturn.target(range), digest), moved);
            nothingWasSent(range);
        }
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(
                        "EXEC sp_configure 'show advanced options', 1; RECONFIGURE;"
                                + " EXEC sp_configure 'EKM provider enabled', 0; RECONFIGURE;",
                        new Basis.Moved(RANGE.of(ServerFact.EKM_RUNNING), YES, NO)),
                Arguments.of(
                        "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] DISABLE;",
                        new Basis.Moved(RANGE.of(ProviderFact.ENABLED), YES, NO)),
                Arguments.of(
                        "ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'" + NEW + "';",
                        new Basis.Moved(RANGE.of(ProviderFact.DLL_PATH), text(OLD), text(NEW))),
                Arguments.of(
                        "ALTER DATABASE [Sales] SET OFFLINE WITH ROLLBACK IMMEDIATE;",
                        new Basis.Moved(RANGE.of("Sales", DatabaseFact.STATE), text("ONLINE"), text("OFFLINE"))),
                Arguments.of(
                        "ALTER DATABASE [Ledger] SET RECOVERY SIMPLE;",
                        new Basis.Moved(RANGE.of("Ledger", DatabaseFact.LOG_BACKUP_POSSIBLE), YES, NO)));
    }

    /** A change that no statement of the range makes, and the fact by which it is seen. */
    record Moved(Basis.Moved fact, UnaryOperator<Instance> change) {

        Moved(FactKey fact, FactValue was, FactValue is, UnaryOperator<Instance> change) {
            this(new Basis.Moved(fact, was, is), change);
        }

        @Override
        public String toString() {
            return fact.fact().toString();
        }
    }

    static Stream<Moved> changes() {
        return Stream.of(
                new Moved(
                        RANGE.of(ServerFact.VERSION),
                        text("16.0.4225.2"),
                        text("16.0.4236.2"),
                        Drift.version("16.0.4236.2")),
                new Moved(RANGE.of(ServerFact.HADR_ENABLED), NO, YES, Drift.group(Optional.empty())),
                new Moved(
                        RANGE.of(ProviderFact.GUID),
                        text(GUID),
                        text("11111111-2222-3333-4444-555555555555"),
                        Drift.provider(Drift::otherGuid)),
                new Moved(
                        RANGE.of(ProviderFact.VERSION),
                        text("15.0.300.96"),
                        text("13.0.811.168"),
                        Drift.provider(Drift::otherVersion)),
                new Moved(
                        new FactKey.OfFile(RANGE.node(), new DllPath(NEW)), YES, NO, Drift.withoutDll("15.0.2000.440")),
                new Moved(
                        RANGE.of("Payroll", DatabaseFact.ENCRYPTION),
                        text("3"),
                        text("4 changing"),
                        Drift.encryption("Payroll", 4)),
                new Moved(
                        RANGE.of("Sales", DatabaseFact.PROTECTOR),
                        text("0xB1D20A7E4DE1B71CE6D2AF1C805E81C755E1EE34"),
                        text("0x00112233445566778899AABBCCDDEEFF00112233"),
                        Drift.reencrypted("Sales")),
                new Moved(
                        RANGE.of("Staging", DatabaseFact.STATE),
                        FactValue.Missing.ABSENT,
                        text("ONLINE"),
                        Drift.encryptedLike("Staging", "Sales")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatBecameAnotherIsNamedWithBothValues(Moved moved) throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String digest = keyturn.plan(keyturn.target(range));
            Meddler.change(range, moved.change());
            refused(keyturn.run(keyturn.target(range), digest), moved.fact());
            nothingWasSent(range);
        }
    }

    @Test
    void aConnectionThatNowComesByAListenerIsRefused() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Meddler.change(range, Drift.group(Optional.of("10.0.0.1")));
            String digest = keyturn.plan(keyturn.target(range));
            Meddler.change(range, Drift.group(Optional.of("127.0.0.1")));
            refused(
                    keyturn.run(keyturn.target(range), digest),
                    new Basis.Moved(RANGE.of(ServerFact.LISTENER), FactValue.Missing.NONE, text("reports")));
        }
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "busy",
                        new Basis.Moved(
                                RANGE.of(ServerFact.NAME), text("PRACTICE01\\KEYTURN"), text("PRACTICEBUSY\\KEYTURN"))),
                Arguments.of("fci2", new Basis.Moved(RANGE.of(ServerFact.CLUSTERED), NO, YES)),
                Arguments.of(
                        "ag3",
                        new Basis.Moved(
                                RANGE.of("Ledger", DatabaseFact.AVAILABILITY_GROUP),
                                FactValue.Missing.NONE,
                                text("PracticeAG"))),
                Arguments.of("mirrored", new Basis.Moved(RANGE.of("Sales", DatabaseFact.MIRRORED), NO, YES)),
                Arguments.of("logshipped", new Basis.Moved(RANGE.of("Ledger", DatabaseFact.LOG_SHIPPED), NO, YES)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aServerThatIsAnotherOrHasPartnersNowIsRefused(String scenario, Basis.Moved moved) throws Exception {
        String digest;
        try (Range range = keyturn.started("healthy")) {
            digest = keyturn.plan(keyturn.target(range));
        }
        try (Range other = keyturn.started(scenario)) {
            refused(keyturn.run(keyturn.target(other), digest), moved);
            nothingWasSent(other);
        }
    }

    @Test
    void aLoginThatLostItsRightIsRefused() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Meddler.send(range, "USE master; GRANT CONTROL SERVER TO [" + range.reader() + "];");
            Meddler.send(
                    range,
                    "USE master; CREATE USER [" + range.reader() + "]; ALTER ROLE db_owner ADD MEMBER ["
                            + range.reader() + "];");
            String digest = keyturn.plan(asReader(range));
            Meddler.send(range, "USE master; REVOKE CONTROL SERVER FROM [" + range.reader() + "];");
            Command.Ended ran = keyturn.run(asReader(range), digest);

            assertEquals(3, ran.exit(), ran.all());
            assertTrue(ran.err().contains("CONTROL SERVER"), ran.err());
            assertTrue(Files.notExists(keyturn.runs()), "a run that was not begun leaves no folder");
            nothingWasSent(range);
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

    private void refused(Command.Ended ran, Basis.Moved moved) {
        assertEquals(3, ran.exit(), ran.all());
        String wanted = moved.told().text();
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
