package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import keyturn.practice.tds.codec.ByteSink;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.ResultTable;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The range as a process with little memory, under many clients that mean no good: random, truncated, bent, oversized, slow
 * ones. It lives, still answers, and has no more threads than before.
 */
@Tag("matrix")
final class DoorSiegeTest {

    private static final int ROUNDS = Integer.getInteger("keyturn.fuzz.rounds", 3_000);
    private static final int SLOW = 48;
    private static final int TOO_LARGE = 20 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Random random = new Random(20261125);
    private final List<Socket> slow = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void theRangeOutlivesItsClients(TestReporter reporter) throws IOException {
        Command program = Command.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                "keyturn.app.Main");
        try (RunningRange range = RunningRange.start(program, folder)) {
            JsonNode offers = range.offers();
            answers(offers);
            long before = threads(range);
            Map<Attack, Integer> struck = new EnumMap<>(Attack.class);
            for (int round = 0; round < ROUNDS; round++) {
                Attack attack = Attack.values()[random.nextInt(Attack.values().length)];
                strike(attack, offers);
                struck.merge(attack, 1, Integer::sum);
                assertTrue(range.process().isAlive(), attack + " in round " + round);
            }
            Deadline.await("the door is free again", LIMIT, () -> isFree(offers));
            for (Socket socket : slow) {
                socket.close();
            }
            answers(offers);
            Deadline.await("no thread is left", LIMIT, () -> threads(range) <= before);
            String figure = String.format(
                    "%d clients %s; threads before %d, after %d; most memory %s",
                    ROUNDS, struck, before, threads(range), most(range));
            reporter.publishEntry(
                    Map.of(ResultTable.FIGURE, figure, ResultTable.GOAL, "lives, answers, no thread more"));
        }
    }

    private enum Attack {
        RANDOM,
        LOGIN,
        REQUEST,
        LENGTH,
        OVERSIZED,
        TEXT,
        SLOW
    }

    private void strike(Attack attack, JsonNode offers) throws IOException {
        byte[] prelogin = ClientBytes.packet(Message.PRELOGIN, ClientBytes.prelogin());
        byte[] login = ClientBytes.packet(
                Message.LOGIN,
                ClientBytes.login(
                        offers.path("user").textValue(), offers.path("password").textValue()));
        byte[] door = ClientBytes.with(prelogin, login);
        switch (attack) {
            case RANDOM -> send(offers, noise(random.nextInt(2_000)));
            case LOGIN -> send(offers, ClientBytes.bent(random, prelogin, login));
            case REQUEST -> {
                byte[] call =
                        ClientBytes.packet(Message.RPC, ClientBytes.with(ClientBytes.headers(), ClientBytes.call()));
                send(
                        offers,
                        ClientBytes.with(door, ClientBytes.bent(random, ClientBytes.batch("SELECT 1"), call, call)));
            }
            case LENGTH -> {
                byte[] claims = ClientBytes.batch("SELECT 1");
                claims[2] = (byte) random.nextInt(256);
                claims[3] = (byte) random.nextInt(256);
                send(offers, ClientBytes.with(door, claims));
            }
            case OVERSIZED -> oversized(offers, door);
            case TEXT -> send(offers, ClientBytes.with(door, ClientBytes.batch(text())));
            case SLOW -> drip(offers, door);
        }
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        var sql = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            sql.append((char) (random.nextInt(8) == 0 ? random.nextInt(0xD800) : 32 + random.nextInt(95)));
        }
        return sql.toString();
    }

    /** A request without end, a seldom one: it is the dearest. */
    private void oversized(JsonNode offers, byte[] door) throws IOException {
        if (random.nextInt(20) > 0) {
            return;
        }
        byte[] part = ClientBytes.packet(Message.BATCH, new byte[4_088]);
        part[1] = 0;
        var all = new ByteSink().raw(door);
        for (int sent = 0; sent < TOO_LARGE; sent += part.length) {
            all.raw(part);
        }
        send(offers, all.toArray());
    }

    /** Stays and says little more than nothing; a few of them at a time. */
    private void drip(JsonNode offers, byte[] door) throws IOException {
        if (slow.size() >= SLOW) {
            slow.removeFirst().close();
        }
        Socket socket = socket(offers);
        slow.add(socket);
        try {
            socket.getOutputStream().write(Arrays.copyOf(door, random.nextInt(door.length)));
        } catch (IOException shownOut) {
            socket.close();
        }
    }

    private static Socket socket(JsonNode offers) throws IOException {
        String port = offers.path("sql").textValue().split(":")[1];
        return new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    /** Writes all and reads to the end; a server that closes earlier is as good. */
    private static void send(JsonNode offers, byte[] bytes) throws IOException {
        try (Socket socket = socket(offers)) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (SocketTimeoutException e) {
                throw new AssertionError("The server holds on to a client that has gone.", e);
            } catch (IOException reset) {
                // closed while we wrote
            }
        }
    }

    private static boolean isFree(JsonNode offers) {
        try {
            answers(offers);
            return true;
        } catch (AssertionError full) {
            return false;
        }
    }

    private static void answers(JsonNode offers) {
        Properties settings = new Properties();
        settings.put("user", offers.path("user").textValue());
        settings.put("password", offers.path("password").textValue());
        settings.put("encrypt", "strict");
        settings.put("serverCertificate", offers.path("certificate").textValue());
        settings.put("loginTimeout", "10");
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlserver://" + offers.path("sql").textValue(), settings);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM sys.databases")) {
            assertTrue(rows.next() && rows.getInt(1) == 10);
        } catch (SQLException silent) {
            throw new AssertionError(silent);
        }
    }

    private static long threads(RunningRange range) {
        return Long.parseLong(status(range, "Threads:"));
    }

    private static String most(RunningRange range) {
        return status(range, "VmHWM:");
    }

    /** A line of what the system tells of a process. */
    private static String status(RunningRange range, String word) {
        try (var lines = Files.lines(Path.of("/proc/" + range.process().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(word))
                    .map(line -> line.substring(word.length()).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
