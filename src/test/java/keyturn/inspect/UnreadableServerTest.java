package keyturn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UnreadableServerTest {

    @Test
    void aStatementThatFailsMakesItsOwnFactUnknownAndNoOther() throws Exception {
        Inspection.Facts facts = look(new Server()
                .fails("EKM", 9999, "boom")
                .fails("EKM", 3621, "terminated")
                .rows("PROVIDERS"));
        assertEquals(
                Message.of("inspect.failed", "sys.configurations", 9999, "boom"),
                assertInstanceOf(Fact.Unknown.class, facts.ekm()).why());
        assertEquals(Optional.of(List.of()), facts.providers().value());
    }

    @Test
    void whatABatchThatEndedEarlyDidNotReachIsUnknownWithTheNumberThatEndedIt() throws Exception {
        Inspection.Facts facts = look(new Server().rows("EKM").fails("PROVIDERS", 208, "Invalid object name"));
        assertEquals(
                Message.of("inspect.batchEnded", 208, "Invalid object name"),
                assertInstanceOf(Fact.Unknown.class, facts.credentials()).why());
    }

    @Test
    void anAnswerThatWasCutMakesItsOwnFactUnknownAndWhatCouldNotFollowToo() throws Exception {
        Message limit = Message.of("sql.limit.rows", 9);
        Inspection.Facts facts = look(new Server().cut("EKM", limit).rows("PROVIDERS"));
        assertEquals(limit, assertInstanceOf(Fact.Unknown.class, facts.ekm()).why());
        assertEquals(Optional.of(List.of()), facts.providers().value());
        Inspection.Facts ended = look(new Server().rows("EKM").cut("PROVIDERS", limit));
        assertEquals(
                limit, assertInstanceOf(Fact.Unknown.class, ended.credentials()).why());
    }

    @Test
    void aClockThatAnswersOtherwiseShowsNoTime() throws Exception {
        var inspector = new Inspector(Clock.systemUTC());
        Map<String, @Nullable Object> odd = new HashMap<>();
        odd.put("server_now", "noon");
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("server_now", null);
        for (Map<String, @Nullable Object> row : List.of(odd, none)) {
            assertEquals(Optional.empty(), inspector.serverTime(session(new SqlReader.Rows(List.of(row)))));
        }
        assertEquals(Optional.empty(), inspector.serverTime(session(new SqlReader.Failed(1205, "deadlock"))));
    }

    private static Session session(SqlReader.Result answer) {
        return new Session() {
            @Override
            public SqlReader sql() {
                return batch -> List.of(answer);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void aSystemCredentialOfAProviderIsSeenLikeAnyOther() throws Exception {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("credential_id", 1);
        row.put("name", "##connector##");
        row.put("credential_identity", "contoso");
        row.put("target_id", 65_536);
        Inspection.Facts facts = look(new Server().rows("PROVIDERS").rows("CREDENTIALS", List.of(row)));
        assertEquals(
                "##connector##",
                facts.credentials().value().orElseThrow().getFirst().name().value());
    }

    @Test
    void aDenialNamesThePermissionThoughTheServerHadSaidYesBefore() throws Exception {
        Inspection.Facts facts =
                look(new Server().fails("MODULES", 300, "denied").fails("MODULES", 297, "no"));
        assertEquals(
                "VIEW SERVER PERFORMANCE STATE",
                assertInstanceOf(Fact.NotPermitted.class, facts.loadedModules())
                        .permission()
                        .name());
    }

    @Test
    void aMissingKeyRowSaysNoKeyOnlyOfAnOpenDatabase() throws Exception {
        Inspection.Facts facts = look(new Server()
                .rows("DATABASES", List.of(database(5, "Open", "ONLINE"), database(6, "Shut", "RECOVERY_PENDING")))
                .rows("ENCRYPTION_KEYS"));
        List<Inspection.Database> seen = facts.databases().value().orElseThrow();
        assertEquals(Optional.of(Optional.empty()), seen.get(0).key().value());
        assertInstanceOf(Fact.Unknown.class, seen.get(1).key());
    }

    @Test
    void logChainsAreNotReadWhileReadingWouldTryToStartADatabase() throws Exception {
        Server server = new Server().who("not_open", 1).rows("DATABASES", List.of(database(5, "Open", "ONLINE")));
        Inspection.Facts facts = look(server);
        assertFalse(server.sent.getLast().contains("database_recovery_status"));
        var chain = facts.databases().value().orElseThrow().getFirst().logBackupPossible();
        assertEquals(
                "inspect.notOpen",
                assertInstanceOf(Fact.Unknown.class, chain).why().key());
    }

    @Test
    void serversThatTheConnectorIsNotMadeForAreRefusedWithTheReason() {
        assertEquals("server.edition", refused(new Server().who("engine_edition", 8)));
        assertEquals(
                "server.system", refused(new Server().who("banner", "Microsoft SQL Server 2022 on Linux (Ubuntu)")));
        assertEquals("server.version", refused(new Server().who("product_version", "12.0.6024.0")));
        assertEquals("server.unreadable", refused(new Server().who("product_version", "sixteen")));
    }

    @Test
    void aServerIsForPracticeByTheRangesBannerAndNeverByItsName() throws Exception {
        String real =
                "Microsoft SQL Server 2022 (RTM) - 16.0.4225.2 (X64) \n\tOct  8 2022 05:58:25 \n\tCopyright (C) 2022";
        assertFalse(practice(new Server().who("server_name", "MEDPRACTICE01").who("banner", real)));
        assertTrue(practice(new Server().who("banner", real.replace("Oct  8 2022 05:58:25", "Practice range"))));
    }

    private static boolean practice(Server server) throws Problem.Raised {
        return new Inspector(Clock.systemUTC()).inspect(server).identity().practice();
    }

    private static String refused(Server server) {
        return assertThrows(Problem.Raised.class, () -> look(server)).problem().code();
    }

    private static Inspection.Facts look(Server server) throws Problem.Raised {
        return new Inspector(Clock.systemUTC()).inspect(server).facts();
    }

    private static Map<String, @Nullable Object> database(int id, String name, String state) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("database_id", id);
        row.put("name", name);
        row.put("state_desc", state);
        row.put("recovery_model_desc", "FULL");
        row.put("is_read_only", false);
        return row;
    }

    /** A server that says what it is told to; who asks is sysadmin on 2022. */
    private static final class Server implements Session, SqlReader {
        final List<String> sent = new ArrayList<>();
        private final Map<String, @Nullable Object> who = new HashMap<>();
        private final List<Result> answers = new ArrayList<>();
        private String section = "";

        Server() {
            Rights.ASKED.forEach(permission -> who.put(permission, 1));
            who.put("server_name", "SQL01");
            who.put("product_version", "16.0.4225.2");
            who.put("edition", "Developer Edition (64-bit)");
            who.put("engine_edition", 3);
            who.put("node", "SQL01");
            who.put("login_name", "dba");
            who.put("banner", "Microsoft SQL Server 2022 on Windows Server 2022");
            who.put("not_open", 0);
        }

        Server who(String column, Object value) {
            who.put(column, value);
            return this;
        }

        Server rows(String name) {
            return rows(name, List.of());
        }

        Server rows(String name, List<Map<String, @Nullable Object>> rows) {
            mark(name);
            answers.add(new Rows(rows));
            return this;
        }

        Server fails(String name, int number, String text) {
            mark(name);
            answers.add(new Failed(number, text));
            return this;
        }

        Server cut(String name, Message why) {
            mark(name);
            answers.add(new Cut(why));
            return this;
        }

        private void mark(String name) {
            if (!section.equals(name)) {
                answers.add(new Rows(List.of(Map.of("keyturn_section", name))));
                section = name;
            }
        }

        @Override
        public SqlReader sql() {
            return this;
        }

        @Override
        public List<Result> read(String batch) {
            sent.add(batch);
            return sent.size() == 1 ? List.of(new Rows(List.of(who))) : answers;
        }

        @Override
        public void close() {}
    }
}
