package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.LogLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a cryptographic provider, with the engine's numbers and words. */
final class ProviderLifeTest {

    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
    private static final String DLL = "Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String NEW = FOLDER + "15.0.2000.440\\" + DLL;

    private Range range;
    private RangeClient client;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = Range.start(RangeOptions.of("healthy"));
        client = RangeClient.administrator(range);
    }

    @AfterEach
    void stop() throws SQLException {
        client.close();
        range.close();
    }

    private Ekm ekm() {
        return range.server().instance().ekm();
    }

    private String fromFile(String path) throws SQLException {
        return client.run("ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] FROM FILE = N'" + path + "'")
                .onlyError();
    }

    @Test
    void fromFileChangesTheCatalogAtOnceAndTheLoadedModuleAtRestart() throws SQLException {
        assertEquals("[]", fromFile(NEW));
        assertEquals(NEW, ekm().providers().getFirst().path());
        assertEquals("15.0.2000.440", ekm().providers().getFirst().version().toString());
        assertFalse(ekm().providers().getFirst().enabled());
        client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
        assertEquals(FOLDER + DLL, ekm().loaded().getFirst().path());

        range.restart();
        assertEquals(NEW, ekm().loaded().getFirst().path());
        assertTrue(range.server().instance().databases().stream().allMatch(Database::online));
    }

    @Test
    void theErrorLogTellsOfTheLoad() throws SQLException {
        fromFile(NEW);
        List<String> lines = range.server().instance().history().errorLog().stream()
                .map(LogLine::text)
                .toList();
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("Attempting to load library '" + NEW + "'")));
        assertTrue(lines.stream()
                .anyMatch(l -> l.startsWith("Cryptographic provider library '" + NEW + "' loaded into memory.")));
    }

    @Test
    void aMissingDllIs33027AndChangesNothing() throws SQLException {
        String gone = FOLDER + "gone\\" + DLL;
        assertEquals(
                "33027 16 1 Cannot load library '" + gone + "'. See errorlog for more information.", fromFile(gone));
        assertEquals(FOLDER + DLL, ekm().providers().getFirst().path());
    }

    @Test
    void anUnknownProviderIs15151() throws SQLException {
        String text = "15151 16 1 Cannot %s the cryptographic provider 'none', because it does not exist or you do not"
                + " have permission.";
        assertEquals(
                text.formatted("alter"),
                client.run("ALTER CRYPTOGRAPHIC PROVIDER none ENABLE").onlyError());
        assertEquals(
                text.formatted("drop"),
                client.run("DROP CRYPTOGRAPHIC PROVIDER none").onlyError());
    }

    @Test
    void aSecondNameForTheSameDllIs33026AndTheSameNameIs15530() throws SQLException {
        assertEquals(
                "33026 16 1 Cryptographic provider with guid '3A9E1C60-5B7D-4F02-9C31-7E0D2B64A815' already exists.",
                client.run("CREATE CRYPTOGRAPHIC PROVIDER Two FROM FILE = '" + NEW + "'")
                        .onlyError());
        assertEquals(
                "15530 16 1 The cryptographic provider with name \"AzureKeyVault_EKM\" already exists.",
                client.run("CREATE CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = '" + NEW + "'")
                        .onlyError());
    }

    @Test
    void dropIsRefusedWhileACredentialNamesTheProvider() throws SQLException {
        assertEquals(
                "33044 16 1 Cannot drop cryptographic provider because there is credential referencing this provider.",
                client.run("DROP CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM").onlyError());
    }

    @Test
    void disableWarnsAndARestartWhileDisabledLeavesDatabasesPending() throws SQLException {
        var answer = client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE");
        assertEquals(1, answer.infos().size());
        assertTrue(answer.infos().getFirst().startsWith("33057 Cryptographic provider is now disabled."));
        assertFalse(ekm().providers().getFirst().enabled());

        range.restart();
        assertEquals(
                List.of("Sales", "Ledger", "Payroll", "Archive"),
                range.server().instance().databases().stream()
                        .filter(d -> d.state() == Database.State.RECOVERY_PENDING)
                        .map(Database::name)
                        .toList());

        try (RangeClient again = RangeClient.administrator(range)) {
            assertEquals(
                    "[]",
                    again.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE")
                            .onlyError());
        }
        range.restart();
        assertTrue(range.server().instance().databases().stream().allMatch(Database::online));
    }

    @Test
    void aRestartDropsConnectionsAndMovesTheStartTime() throws SQLException {
        var before = range.server().instance().identity().startedAt();
        range.restart();
        assertTrue(range.server().instance().identity().startedAt().isAfter(before));
        assertThrows(SQLException.class, () -> client.run("PRINT 'still there?'"));
    }

    @Test
    void withTheOtherBehaviourFromFileLeavesTheProviderEnabled() throws IOException, SQLException {
        try (Range other = Range.start(RangeOptions.of("enabled-after"));
                RangeClient there = RangeClient.administrator(other)) {
            there.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = '" + NEW + "'");
            assertTrue(other.server().instance().ekm().providers().getFirst().enabled());
        }
    }

    @Test
    void theReaderMayChangeNoProvider() throws SQLException {
        try (RangeClient reader = RangeClient.reader(range)) {
            assertEquals(
                    "15247 16 1 User does not have permission to perform this action.",
                    reader.run("CREATE CRYPTOGRAPHIC PROVIDER Two FROM FILE = '" + NEW + "'")
                            .onlyError());
            assertTrue(reader.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE")
                    .onlyError()
                    .startsWith("15151 16 1 "));
        }
    }
}
