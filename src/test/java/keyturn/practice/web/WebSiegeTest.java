package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import keyturn.tools.ResultTable;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The doors over HTTPS of a range with little memory, besieged from several sides at once. It lives, answers as before, and
 * has no more threads than before.
 */
@Tag("matrix")
final class WebSiegeTest {

    private static final int ROUNDS = Integer.getInteger("keyturn.fuzz.rounds", 6_000);
    private static final long SEED = Long.getLong("keyturn.fuzz.seed", 20261125);
    private static final int SIDES = 4;
    private static final int CROWD = 150;
    private static final int LARGE = 3 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private RunningRange start() {
        return RunningRange.start(
                Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "keyturn.app.Main"),
                folder);
    }

    private static WebVisitor visitor(RunningRange range) throws IOException {
        return new WebVisitor(
                new ObjectMapper().readValue(range.ready().toFile(), new TypeReference<Map<String, String>>() {}));
    }

    @Test
    void theDoorsOutliveTheirClients(TestReporter reporter) throws IOException {
        try (RunningRange range = start()) {
            WebVisitor visitor = visitor(range);
            List<Wish> wishes = visitor.wishes();
            visitor.isServed();
            long before = threads(range);
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            IntStream.range(0, SIDES).parallel().forEach(side -> besiege(range, visitor, wishes, side, failures));
            assertEquals(List.of(), failures);
            Deadline.await("every door is free again", LIMIT, () -> isServed(visitor));
            Deadline.await("no thread is left", LIMIT, () -> threads(range) <= before);
            String figure = String.format(
                    "%d clients, seed %d; threads before %d, after %d; most memory %s",
                    ROUNDS, SEED, before, threads(range), status(range, "VmHWM:"));
            reporter.publishEntry(
                    Map.of(ResultTable.FIGURE, figure, ResultTable.GOAL, "lives, answers, no thread more"));
        }
    }

    private static void besiege(
            RunningRange range, WebVisitor visitor, List<Wish> wishes, int side, List<String> failures) {
        try (WebAttacker attacker = new WebAttacker(visitor.offers(), wishes, SEED + side)) {
            for (int round = 0; round < ROUNDS / SIDES; round++) {
                WebAttacker.Attack attack = attacker.next();
                List<Integer> statuses = attacker.strike(attack);
                if (statuses.contains(500)) {
                    failures.add(attack + " in round " + round + " of side " + side);
                }
                assertTrue(range.process().isAlive(), () -> attack + " of side " + side);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each says that three megabytes follow, sends nearly all of them, and stays. */
    @Test
    void aCrowdWithLargeBodiesFindsNoMoreRoomThanThereIs(TestReporter reporter) throws IOException {
        try (RunningRange range = start()) {
            WebVisitor visitor = visitor(range);
            Wish wish = new Wish("vault", "POST", "/keys/restore?api-version=7.5", "", "");
            byte[] body = new byte[LARGE - 1];
            List<RawClient> crowd = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                RawClient client = new RawClient(java.net
                        .URI
                        .create(String.valueOf(visitor.offers().get("vault")))
                        .getPort());
                crowd.add(client);
                client.say(wish.text("Content-Length: " + LARGE + "\r\n"));
            }
            List<Thread> pushing = crowd.stream()
                    .map(each -> Thread.ofVirtual().start(() -> push(each, body)))
                    .toList();
            for (Thread each : pushing) {
                join(each);
            }
            for (RawClient each : crowd) {
                each.close();
            }
            assertTrue(range.process().isAlive());
            Deadline.await("every door is free again", LIMIT, () -> isServed(visitor));
            reporter.publishEntry(Map.of(
                    ResultTable.FIGURE,
                    CROWD + " clients; most memory " + status(range, "VmHWM:"),
                    ResultTable.GOAL,
                    "lives and answers"));
        }
    }

    private static void push(RawClient client, byte[] body) {
        try {
            client.say(body);
        } catch (IOException shownOut) {
            // there was no room
        }
    }

    private static void join(Thread thread) {
        try {
            assertTrue(thread.join(LIMIT), "a client is neither served nor shown out");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean isServed(WebVisitor visitor) {
        try {
            visitor.isServed();
            return true;
        } catch (IOException | AssertionError full) {
            return false;
        }
    }

    private static long threads(RunningRange range) {
        return Long.parseLong(status(range, "Threads:"));
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
