package keyturn.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyTraces;
import keyturn.domain.inspection.KeyTraces.LogTrace;
import keyturn.domain.inspection.LogRoom;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.sql.RangeTargets;
import keyturn.sql.SqlConnector;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

/** What is still under a key, through the driver, on the practice range. */
final class KeyTracesLookTest {

    @Test
    void microsoftsParserFindsNothing() throws Exception {
        Thumbprint key = new Thumbprint("373B314B78E8D59A0925494558FEF14B726216C5");
        try (ScriptCheck check = ScriptCheck.start()) {
            assertEquals(List.of(), check.batch(KeyTracesLook.log(key)).findings());
            assertEquals(List.of(), check.batch(KeyTracesLook.history(key)).findings());
            assertEquals(List.of(), check.batch(KeyTracesLook.room()).findings());
        }
    }

    @Test
    void twoQuestionsAnswerForAllDatabases() throws Exception {
        try (Range range = Range.start(RangeOptions.of("thousand"));
                Session session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
            List<String> asked = new ArrayList<>();
            Thumbprint key = inUse(session);
            KeyTraces traces = new KeyTracesLook(counted(session, asked), 16).of(key);

            assertEquals(2, asked.size());
            List<LogTrace> log = traces.log().value().orElseThrow();
            assertTrue(log.size() >= 1_000, String.valueOf(log.size()));
            assertTrue(log.stream().allMatch(one -> one.parts() == 1 && one.active() == 1));
            assertEquals(List.of(), traces.backups().value().orElseThrow(), "all are under it still");
        }
    }

    @Test
    void oneQuestionTellsTheRoomInTheLogsOfEncryptedDatabases() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                Session session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
            List<LogRoom> rooms = new KeyTracesLook(session.sql(), 16)
                    .logRooms()
                    .rooms()
                    .value()
                    .orElseThrow();

            assertEquals(
                    List.of("Archive", "Ledger", "Payroll", "Sales"),
                    rooms.stream().map(room -> room.database().value()).toList());
            LogRoom sales = rooms.getLast();
            assertTrue(sales.freeMegabytes() > 0 && sales.freeMegabytes() < sales.totalMegabytes(), sales.toString());
            Duration next =
                    sales.nextPart(Optional.of(sales.now().minusSeconds(600))).orElseThrow();
            assertEquals(Math.round(600 * sales.partMegabytes() / sales.writtenMegabytes()), next.toSeconds());
            assertEquals(Optional.empty(), sales.nextPart(Optional.empty()));
        }
    }

    @Test
    void before2019TheLogIsNotAsked() throws Exception {
        try (Range range = Range.start(RangeOptions.of("old-2016"));
                Session session = new SqlConnector("1.2.3").open(RangeTargets.administrator(range))) {
            List<String> asked = new ArrayList<>();
            KeyTraces traces = new KeyTracesLook(counted(session, asked), 13).of(inUse(session));

            assertEquals(1, asked.size());
            assertInstanceOf(Fact.Unknown.class, traces.log());
            assertInstanceOf(Fact.Known.class, traces.backups());
        }
    }

    /** A login without rights in msdb, or on the server, gets its reasons one by one. */
    @Test
    void whoMayNotLookIsToldWhy() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                Session session = new SqlConnector("1.2.3").open(RangeTargets.reader(range))) {
            KeyTraces traces = new KeyTracesLook(session.sql(), 16).of(new Thumbprint("AA"));

            assertInstanceOf(Fact.Unknown.class, traces.backups());
        }
    }

    private static Thumbprint inUse(Session session) throws Problem.Raised {
        return new Inspector(java.time.Clock.systemUTC())
                .inspect(session).facts().asymmetricKeys().value().orElseThrow().stream()
                        .map(Inspection.AsymmetricKey::thumbprint)
                        .findFirst()
                        .orElseThrow();
    }

    private static SqlReader counted(Session session, List<String> asked) {
        return batch -> {
            asked.add(batch);
            return session.sql().read(batch);
        };
    }
}
