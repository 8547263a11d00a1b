package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import keyturn.practice.connector.HttpsKeyVault;
import keyturn.practice.tds.Certificate;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vault that takes connections and never says a word: who waits for it can be called off, and nobody else waits. */
@BesideOthers
final class SilentVaultTest {

    private static final String PROOF = "BACKUP DATABASE Sales TO DISK = N'NUL' WITH COPY_ONLY";

    private KeyRange range;
    private ServerSocket silent;
    private HttpsKeyVault way;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        way = new HttpsKeyVault(
                Certificate.create(Instant.now()).x509(),
                host -> Optional.of("https://127.0.0.1:" + silent.getLocalPort()));
        range.ekm(e -> e.with(way).with(e.behaviour().waiting(600)));
    }

    @AfterEach
    void stop() throws IOException, SQLException {
        way.close();
        silent.close();
        range.close();
    }

    private static <T> CompletableFuture<T> meanwhile(Callable<T> work) {
        CompletableFuture<T> coming = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                coming.complete(work.call());
            } catch (Exception e) {
                coming.completeExceptionally(e);
            }
        });
        return coming;
    }

    private void othersGoOn() throws SQLException {
        assertEquals(List.of(List.of("Sales")), range.rows("SELECT name FROM sys.databases WHERE name = 'Sales'"));
        assertEquals("[]", range.run("CREATE TABLE Sales.dbo.t (n int); INSERT Sales.dbo.t VALUES (1)"));
        assertEquals("[]", range.run("ALTER CREDENTIAL Azure_EKM_admin_cred WITH IDENTITY = 'x', SECRET = 'y'"));
        try (RangeClient late = RangeClient.administrator(range.range())) {
            assertEquals("[]", late.run("ALTER DATABASE Staging SET READ_ONLY").onlyError());
        }
    }

    @Test
    void aClientMayThinkBetterOfIt() throws Exception {
        try (RangeClient waiting = RangeClient.administrator(range.range());
                Statement proof = waiting.connection().createStatement()) {
            CompletableFuture<Boolean> coming = meanwhile(() -> proof.execute(PROOF));
            try (var asked = silent.accept()) {
                assertTrue(asked.isConnected());
                othersGoOn();
                proof.cancel();
                String said = String.valueOf(
                        assertThrows(CompletionException.class, coming::join).getCause());
                assertTrue(said.contains("cancel"), said);
            }
            assertEquals(List.of(List.of("1")), waiting.run("SELECT 1").rows());
            assertEquals(
                    List.of(),
                    range.rows("SELECT 1 FROM msdb.dbo.backupset WHERE is_copy_only = 1"),
                    "nothing was done");
        }
    }

    @Test
    void killEndsWhoWaits() throws Exception {
        try (RangeClient waiting = RangeClient.administrator(range.range())) {
            String spid = waiting.run("SELECT @@SPID").rows().getFirst().getFirst();
            CompletableFuture<RangeClient.Answer> coming = meanwhile(() -> waiting.run(PROOF));
            try (var asked = silent.accept()) {
                assertTrue(asked.isConnected());
                othersGoOn();
                assertEquals("[]", range.run("KILL " + spid));
                assertThrows(CompletionException.class, coming::join);
            }
        }
    }

    @Test
    void whatIsNeverAnsweredIsGivenUp() throws SQLException {
        range.ekm(e -> e.with(e.behaviour().waiting(1)));
        assertEquals(List.of("33028", "3013"), range.numbers(PROOF));
        assertTrue(range.client().errors(PROOF).getFirst().contains("Provider error code: 3106."));
        range.restart();
        assertEquals(
                List.of(List.of("4")),
                range.rows("SELECT COUNT(*) FROM sys.databases WHERE state_desc = 'RECOVERY_PENDING'"));
    }
}
