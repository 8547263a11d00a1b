package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Aside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Application locks: who has one, who waits, and what frees it. */
final class AppLockTest {

    private static final String HOLDERS = "SELECT l.request_session_id, s.program_name, s.login_name, l.request_mode,"
            + " l.request_status, l.request_owner_type, LEFT(l.resource_description, 13) FROM sys.dm_tran_locks l"
            + " JOIN sys.dm_exec_sessions s ON s.session_id = l.request_session_id"
            + " WHERE l.resource_type = N'APPLICATION' AND l.resource_database_id = DB_ID(N'master')";

    private Range range;
    private RangeClient first;
    private RangeClient second;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = Range.start(RangeOptions.of("healthy"));
        first = RangeClient.administrator(range);
        second = RangeClient.administrator(range);
    }

    @AfterEach
    void stop() throws SQLException {
        first.close();
        second.close();
        range.close();
    }

    private static String get(RangeClient client, String arguments) throws SQLException {
        var answer = client.run("DECLARE @r int; EXEC @r = master.sys.sp_getapplock " + arguments + "; SELECT @r");
        assertEquals(List.of(), answer.errors());
        return answer.rows().getFirst().getFirst();
    }

    private static String exclusive(RangeClient client) throws SQLException {
        return get(
                client, "@Resource = N'Keyturn', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0");
    }

    @Test
    void aLockOfDboIsForItsMembersAlone() throws SQLException {
        String dbo =
                "DECLARE @r int; EXEC @r = master.sys.sp_getapplock @Resource = N'Keyturn', @LockMode = N'Exclusive',"
                        + " @LockOwner = N'Session', @LockTimeout = 0, @DbPrincipal = N'dbo'; SELECT @r";
        try (RangeClient reader = RangeClient.reader(range)) {
            String refused = reader.run(dbo).onlyError();
            assertTrue(refused.startsWith("1202"), refused);
        }
        assertEquals("0", first.run(dbo).rows().getFirst().getFirst());
    }

    private static String one(RangeClient client, String sql) throws SQLException {
        return client.run(sql).rows().getFirst().getFirst();
    }

    @Test
    void theSecondIsRefusedAndSeesWhoHoldsIt() throws SQLException {
        String spid = one(first, "SELECT @@SPID");
        assertEquals("0", exclusive(first));
        first.run("SELECT 'another batch'");
        assertEquals("-1", exclusive(second));
        assertEquals(
                List.of(List.of(spid, "server tests", "practice", "X", "GRANT", "SESSION", "0:[Keyturn]:(")),
                second.run(HOLDERS).rows());
        assertTrue(one(second, "SELECT resource_description FROM sys.dm_tran_locks WHERE resource_type = 'APPLICATION'")
                .matches("0:\\[Keyturn\\]:\\([0-9a-f]{8}\\)"));
        second.run("USE Sales");
        assertEquals("-1", exclusive(second), "the lock belongs to the database of the procedure");
        assertEquals("0", get(second, "N'keyturn', 'Exclusive', 'Session', 0"), "names differ in case");
    }

    @Test
    void aClosedAKilledAndADroppedSessionLetGo() throws Exception {
        assertEquals("0", exclusive(first));
        first.close();
        ControlClient.until(() -> range.server().locks().all().isEmpty());
        try (RangeClient third = RangeClient.connect(range, range.user(), range.password(), "Staging")) {
            assertEquals("0", exclusive(third));
            assertEquals(
                    "[]",
                    second.run("ALTER DATABASE Staging SET OFFLINE WITH ROLLBACK IMMEDIATE")
                            .onlyError());
            assertEquals("0", exclusive(second));
            assertThrows(SQLException.class, () -> third.run("SELECT 1"));
        }
        var dropped = ControlClient.post(range, "/drop?program=server%20tests");
        assertEquals("dropped 1\n", dropped.body());
        ControlClient.until(() -> range.server().locks().all().isEmpty());
        assertThrows(SQLException.class, () -> second.run("SELECT 1"));
    }

    @Test
    void whoWaitsLongerComesBeforeWhoeverAsksNow() throws Exception {
        assertEquals("0", exclusive(first));
        var waiting = Aside.call(() -> {
            try {
                return get(second, "N'Keyturn', 'Exclusive', 'Session', 20000");
            } catch (SQLException ended) {
                throw new AssertionError(ended);
            }
        });
        ControlClient.until(() -> range.server().locks().all().stream().anyMatch(lock -> !lock.granted()));
        try (RangeClient third = RangeClient.administrator(range)) {
            first.close();
            assertEquals("-1", exclusive(third));
        }
        assertEquals("1", waiting.get());
    }

    @Test
    void aLockIsGivenBackAsOftenAsItWasTaken() throws SQLException {
        assertEquals("0", exclusive(first));
        assertEquals("0", exclusive(first));
        String release = "DECLARE @r int; EXEC @r = sp_releaseapplock N'Keyturn', N'Session'; SELECT @r";
        assertEquals("0", one(first, release));
        assertEquals("-1", exclusive(second));
        assertEquals("0", one(first, release));
        assertEquals("0", exclusive(second));
        var none = first.run(release);
        assertEquals(
                "1223 16 1 Cannot release the application lock (Database Principal: 'public', Resource: 'Keyturn')"
                        + " because it is not currently held.",
                none.onlyError());
        assertEquals(List.of(List.of("-999")), none.rows());
    }

    @Test
    void whoWaitsIsSeenAndGetsTheLockLater() throws Exception {
        assertEquals("0", exclusive(first));
        CompletableFuture<String> waiting = Aside.call(() -> {
            try {
                return get(second, "N'Keyturn', 'Shared', 'Session'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        ControlClient.until(() -> range.server().locks().all().size() == 2);
        assertEquals(
                List.of("GRANT", "WAIT"),
                first.run(HOLDERS).rows().stream().map(r -> r.get(4)).sorted().toList());
        first.run("EXEC sp_releaseapplock N'Keyturn', 'Session'");
        assertEquals("1", waiting.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aTransactionsLockEndsWithIt() throws SQLException {
        String take = "N'Keyturn', 'Exclusive', @LockTimeout = 0";
        assertEquals("-999", get(first, take), "there is no transaction");
        first.run("BEGIN TRAN");
        assertEquals("0", get(first, take));
        assertEquals("TRANSACTION", first.run(HOLDERS).rows().getFirst().get(5));
        assertEquals("-1", exclusive(second));
        first.run("COMMIT");
        assertEquals("0", exclusive(second));
    }

    @ParameterizedTest
    @CsvSource({
        "Shared, Shared, 0",
        "Shared, Update, 0",
        "Update, Update, -1",
        "IntentExclusive, IntentExclusive, 0",
        "IntentExclusive, Shared, -1",
        "IntentShared, Exclusive, -1",
        "exclusive, intentshared, -1",
    })
    void modesGoTogetherOrNot(String held, String wanted, String answer) throws SQLException {
        assertEquals("0", get(first, "N'x', '" + held + "', 'Session', 0"));
        String test = "SELECT APPLOCK_TEST('public', N'x', '" + wanted + "', 'Session')";
        assertEquals(answer.equals("0") ? "1" : "0", one(second, test));
        assertEquals(answer, get(second, "N'x', '" + wanted + "', 'Session', 0"));
    }

    @Test
    void theModeHeldIsTold() throws SQLException {
        String mode = "SELECT APPLOCK_MODE(N'public', N'x', N'Session')";
        assertEquals("NoLock", one(first, mode));
        get(first, "N'x', 'Shared', 'Session', 0");
        get(first, "N'x', 'IntentExclusive', 'Session', 0");
        assertEquals("SharedIntentExclusive", one(first, mode));
        assertEquals("NoLock", one(second, mode));
    }

    @Test
    void whatIsWrongIsAnsweredAsSuch() throws SQLException {
        assertEquals("-999", get(first, "N'x', 'Tight', 'Session', 0"));
        assertEquals("-999", get(first, "N'x', 'Shared', 'Nobody', 0"));
        assertEquals("-999", get(first, "NULL, 'Shared', 'Session', 0"));
        assertEquals("-999", get(first, "N'x', 'Shared', 'Session', 0, 'nobody'"));
    }

    @Test
    void theProcedureCanBeCalledWithoutText() throws SQLException {
        try (var call = first.connection().prepareCall("{? = call master.sys.sp_getapplock(?, ?, ?, ?)}")) {
            call.registerOutParameter(1, Types.INTEGER);
            call.setNString(2, "Keyturn");
            call.setString(3, "Exclusive");
            call.setString(4, "Session");
            call.setInt(5, 0);
            call.execute();
            assertEquals(0, call.getInt(1));
        }
        assertEquals("-1", exclusive(second));
    }

    @Test
    void theReaderMaySeeNoLocks() throws SQLException {
        try (RangeClient reader = RangeClient.reader(range)) {
            assertEquals("0", exclusive(reader));
            assertEquals(
                    "300",
                    reader.errors("SELECT * FROM sys.dm_tran_locks").getFirst().split(" ")[0]);
        }
    }
}
