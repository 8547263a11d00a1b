package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.state.Provider;
import keyturn.tools.Aside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults strike the statement they name, and nothing else. */
final class FaultTest {

    private static final String DISABLE = "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE";
    private static final String NEW = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\"
            + "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll";
    private static final String FROM_FILE = "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + NEW + "'";

    private static Range range(String fault) throws IOException {
        return Range.start(RangeOptions.of("healthy").withFaults(List.of(fault)));
    }

    private static Provider provider(Range range) {
        return range.server().instance().ekm().providers().getFirst();
    }

    @Test
    void dropBeforeLeavesTheServerUnchanged() throws IOException, SQLException {
        try (Range range = range("drop-before@alter-provider:1");
                RangeClient client = RangeClient.administrator(range)) {
            assertThrows(SQLException.class, () -> client.run(DISABLE));
            assertTrue(provider(range).enabled());
        }
    }

    @Test
    void dropAfterHasDoneItsWork() throws IOException, SQLException {
        try (Range range = range("drop-after@alter-provider:1");
                RangeClient client = RangeClient.administrator(range)) {
            assertThrows(SQLException.class, () -> client.run(DISABLE));
            assertEquals(false, provider(range).enabled());
        }
    }

    @Test
    void hollowAnswersDoneAndDoesNothing() throws IOException, SQLException {
        try (Range range = range("hollow@alter-provider:2");
                RangeClient client = RangeClient.administrator(range)) {
            client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
            assertEquals("[]", client.run(DISABLE).onlyError());
            assertTrue(provider(range).enabled());
        }
    }

    @Test
    void aBadSignatureIs33027WithItsLineInTheErrorLog() throws IOException, SQLException {
        try (Range range = range("bad-signature");
                RangeClient client = RangeClient.administrator(range)) {
            assertTrue(client.run(FROM_FILE).onlyError().startsWith("33027 16 1 "));
            assertTrue(range.server().instance().history().errorLog().stream()
                    .anyMatch(l -> l.text().startsWith("Failed to verify Authenticode signature on DLL")));
        }
    }

    @Test
    void aProviderCodeStandsInTheInitializationError() throws IOException, SQLException {
        try (Range range = range("provider-code=1@alter-provider:1");
                RangeClient client = RangeClient.administrator(range)) {
            assertEquals(
                    "33029 16 2 Cannot initialize cryptographic provider. Provider error code: 1.  (Failure - Consult"
                            + " EKM Provider for details)",
                    client.run(FROM_FILE).onlyError());
        }
    }

    @Test
    void aHeldRequestGoesOnWhenTheControlDoorReleasesIt() throws Exception {
        try (Range range = range("hold-request@alter-provider:1");
                RangeClient client = RangeClient.administrator(range)) {
            CompletableFuture<String> running = Aside.call(() -> answer(client));
            ControlClient.until(() -> range.server().held() == 1);
            assertTrue(provider(range).enabled());
            assertEquals(200, ControlClient.post(range, "/release").statusCode());
            assertEquals("[]", running.get(20, TimeUnit.SECONDS));
            assertEquals(false, provider(range).enabled());
        }
    }

    @Test
    void aHeldResponseHasDoneItsWork() throws Exception {
        try (Range range = range("hold-response@alter-provider:1");
                RangeClient client = RangeClient.administrator(range)) {
            CompletableFuture<String> running = Aside.call(() -> answer(client));
            ControlClient.until(() -> range.server().held() == 1);
            assertEquals(false, provider(range).enabled());
            range.release();
            assertEquals("[]", running.get(20, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DISABLE,
                "IF 1 = 1 " + DISABLE,
                "BEGIN TRY " + DISABLE + " END TRY BEGIN CATCH SELECT 'caught' END CATCH",
                "WHILE 1 = 1 BEGIN " + DISABLE + "; BREAK END",
                "EXEC (N'" + DISABLE + "')",
                "EXEC [Sales].sys.sp_executesql N'IF 1 = 1 BEGIN " + DISABLE + " END'",
            })
    void aFaultFindsItsStatementWhereverItStands(String sql) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient control = RangeClient.administrator(range)) {
            for (String fault : List.of("drop-before@alter-provider:2", "drop-after@alter-provider:2")) {
                control.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
                range.setFault(fault);
                try (RangeClient client = RangeClient.administrator(range)) {
                    client.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
                    assertThrows(SQLException.class, () -> client.run(sql), fault);
                }
                assertEquals(fault.startsWith("drop-before"), provider(range).enabled(), fault);
                range.clearFault(fault);
            }
            for (String fault : List.of("hold-request@alter-provider:2", "hold-response@alter-provider:2")) {
                range.setFault(fault);
                control.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE");
                CompletableFuture<String> running = Aside.call(() -> answer(control, sql));
                ControlClient.until(() -> range.server().held() == 1);
                assertEquals(fault.startsWith("hold-request"), provider(range).enabled(), fault);
                ControlClient.post(range, "/release");
                assertEquals("[]", running.get(20, TimeUnit.SECONDS));
                assertEquals(false, provider(range).enabled());
                range.clearFault(fault);
            }
        }
    }

    @Test
    void aCallAndATransactionThatCameWithoutTextAreStruckToo() throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            range.setFault("drop-after@execute:1");
            try (RangeClient client = RangeClient.administrator(range);
                    var call = client.connection().prepareCall("{call sp_getapplock(N'x', 'Shared', 'Session', 0)}")) {
                assertThrows(SQLException.class, call::execute);
            }
            range.setFault("drop-before@transaction:1");
            try (RangeClient client = RangeClient.administrator(range)) {
                client.connection().setAutoCommit(false);
                client.run("SELECT name FROM sys.databases");
                assertThrows(SQLException.class, client.connection()::commit);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold-request", "hold-response"})
    void whoIsGoneWhileHeldHasDoneNothingOrAllAndTheRestOfTheBatchDoesNotRun(String kind) throws Exception {
        try (Range range = range(kind + "@alter-provider:1")) {
            RangeClient client = RangeClient.administrator(range);
            CompletableFuture<String> running =
                    Aside.call(() -> answer(client, DISABLE + "; EXEC sp_configure 'show advanced options', 1"));
            ControlClient.until(() -> range.server().held() == 1);
            assertEquals("dropped 1\n", ControlClient.post(range, "/drop").body());
            assertThrows(ExecutionException.class, () -> running.get(20, TimeUnit.SECONDS));
            ControlClient.until(() -> range.server().log().entries().stream()
                    .anyMatch(e -> e.text().startsWith(DISABLE)));
            assertEquals(kind.equals("hold-request"), provider(range).enabled());
            try (RangeClient after = RangeClient.administrator(range)) {
                assertEquals(
                        List.of(List.of("0")),
                        after.run("SELECT CAST(value AS int) FROM sys.configurations WHERE name = N'show advanced"
                                        + " options'")
                                .rows());
            }
            client.close();
        }
    }

    private static String answer(RangeClient client) {
        return answer(client, DISABLE);
    }

    private static String answer(RangeClient client, String sql) {
        try {
            return client.run(sql).onlyError();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theControlDoorSetsClearsAndExplainsFaults() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                RangeClient client = RangeClient.administrator(range)) {
            String fault = URLEncoder.encode("hollow@alter-provider", StandardCharsets.UTF_8);
            assertEquals(200, ControlClient.post(range, "/fault?set=" + fault).statusCode());
            client.run(DISABLE);
            assertTrue(provider(range).enabled());
            assertEquals(200, ControlClient.post(range, "/fault?clear=hollow").statusCode());
            client.run(DISABLE);
            assertEquals(false, provider(range).enabled());
            var wrong = ControlClient.post(range, "/fault?set=holow");
            assertEquals(400, wrong.statusCode());
            assertTrue(wrong.body().startsWith("Unknown fault 'holow'. Known: drop-before drop-after "));
        }
    }

    @Test
    void theControlDoorRestarts() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            var before = range.server().instance().identity().startedAt();
            assertEquals(200, ControlClient.post(range, "/restart").statusCode());
            assertTrue(range.server().instance().identity().startedAt().isAfter(before));
        }
    }

    @Test
    void anUnknownKindOfStatementIsExplained() {
        var e = assertThrows(IllegalArgumentException.class, () -> Fault.parse("slow@alter-provder:1"));
        assertTrue(String.valueOf(e.getMessage()).startsWith("Unknown kind of statement 'alter-provder'. Known: "));
        assertThrows(IllegalArgumentException.class, () -> Fault.parse("provider-code"));
        assertThrows(IllegalArgumentException.class, () -> Fault.parse("hollow=3"));
        assertThrows(IllegalArgumentException.class, () -> Fault.parse("hollow@select:0"));
    }
}
