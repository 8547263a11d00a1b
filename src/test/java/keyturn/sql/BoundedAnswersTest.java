package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.script.Script;
import keyturn.script.act.SqlAct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A server that never ends its answer costs a fact, and neither the memory nor the time of anyone who asks. */
@TestInstance(Lifecycle.PER_CLASS)
final class BoundedAnswersTest {

    private static final SqlLimits SMALL =
            new SqlLimits(Duration.ofSeconds(30), Duration.ofSeconds(20), 2, 500, 1000, 10_000);

    private final HostileServer server = new HostileServer();

    @TempDir
    Path folder;

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void rowsWithoutEndAreCutAndEveryLaterAnswerSaysSo() throws Exception {
        try (Session session = open()) {
            assertEquals(
                    List.of(cut("rows", 1000), cut("megabytes", 2)),
                    session.sql().read("ROWS"));
            assertEquals(List.of(cut("megabytes", 2)), session.sql().read("ONE"));
        }
    }

    @Test
    void resultsWithoutEndAreCutAndThoseBeforeAreKept() throws Exception {
        try (Session session = open()) {
            List<SqlReader.Result> results = session.sql().read("RESULTS");
            assertEquals(501, results.size());
            assertEquals(List.of(Map.of("v", 1)), ((SqlReader.Rows) results.getFirst()).rows());
            assertEquals(cut("results", 500), results.getLast());
        }
    }

    @Test
    void aValueThatIsTooLongHidesNothingOfTheResultAfterIt() throws Exception {
        try (Session session = open()) {
            List<SqlReader.Result> results = session.sql().read("VALUE");
            assertEquals(cut("value", 10_000), results.getFirst());
            assertEquals(List.of(Map.of("v", 7)), ((SqlReader.Rows) results.getLast()).rows());
            assertEquals(2, results.size());
            assertEquals(1, session.sql().read("ONE").size());
        }
    }

    @Test
    void anAnswerThatDripsEndsWithTheLook() throws Exception {
        SqlLimits hasty = new SqlLimits(Duration.ofSeconds(30), Duration.ofSeconds(1), 2, 500, 1000, 10_000);
        try (Session session = new SqlConnector("1", hasty).open(server.target(folder))) {
            List<SqlReader.Result> results = assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> session.sql().read("SLOWLY"));
            assertEquals(cut("time", 1), results.getLast());
        }
    }

    @Test
    void aServerThatDripsBeforeTlsIsGivenUp() throws Exception {
        try (ServerSocket drip = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(drip));
            SqlLimits hasty = new SqlLimits(Duration.ofSeconds(1), Duration.ofSeconds(20), 2, 500, 1000, 10_000);
            Target target = HostileServer.at(drip.getLocalPort(), new Target.Unverified());
            Problem problem = assertTimeoutPreemptively(
                            Duration.ofMinutes(1),
                            () -> assertThrows(Problem.Raised.class, () -> new SqlConnector("1", hasty).open(target)))
                    .problem();
            assertEquals("sql.login-limit", problem.code());
        }
    }

    @Test
    void anActHearsTheServerOutAndKeepsWhatAPersonCanRead() throws Exception {
        Opened opened = Opening.open(server.target(folder), Purpose.ACT, "run", SMALL);
        try (SqlActs acts = SqlActs.on(opened, true)) {
            Outcome.Done talk = done(acts, "MESSAGES");
            List<DoorMessage> messages = talk.answer().messages();
            assertEquals(1000 + 1, messages.size(), "and that there may have been more");
            assertEquals("message 4999", messages.get(999).text());
            Outcome.Done value = done(acts, "VALUE");
            assertEquals(
                    10_000,
                    value.answer()
                            .tables()
                            .getFirst()
                            .rows()
                            .getFirst()
                            .getFirst()
                            .length());
            assertEquals(
                    List.of(List.of("7")), value.answer().tables().getLast().rows());
        }
    }

    private static Outcome.Done done(SqlActs acts, String batch) {
        return assertInstanceOf(Outcome.Done.class, acts.perform(new SqlAct.SqlBatch(Script.of(batch))));
    }

    private Session open() throws IOException, Problem.Raised {
        return new SqlConnector("1", SMALL).open(server.target(folder));
    }

    private static SqlReader.Cut cut(String limit, int most) {
        return new SqlReader.Cut(Message.of("sql.limit." + limit, most));
    }

    /** The head of a packet that never becomes whole. */
    private static void drip(ServerSocket at) {
        try (Socket client = at.accept()) {
            byte[] head = {4, 1, 0x0F, 0, 0, 0, 1, 0};
            client.getOutputStream().write(head);
            while (true) {
                client.getOutputStream().write(0);
                LockSupport.parkNanos(50_000_000);
            }
        } catch (IOException gone) {
            // the client has had enough
        }
    }
}
