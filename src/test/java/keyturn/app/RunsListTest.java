package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.evidence.runs.Dismissals;
import keyturn.evidence.runs.RunTold;
import keyturn.evidence.runs.Runs;
import keyturn.practice.Range;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn runs}: no run vanishes, and one that runs is never called interrupted. */
final class RunsListTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final InProcess keyturn;

    RunsListTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
    }

    @Test
    void aRunIsListedWhileItRunsOnceItStoppedAndWhenItsEndIsMissing() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String digest = keyturn.plan(keyturn.target(range));
            range.setFault("hold-request@backup-log:1");
            CompletableFuture<Command.Ended> run =
                    CompletableFuture.supplyAsync(() -> keyturn.run(keyturn.target(range), digest));
            Deadline.await("the run is in the middle of a step", LIMIT, () -> run.isDone() || isStarted());
            assertEquals("running", listed().path("state").asText());
            assertFalse(said().contains(bare(Message.of("evidence.runs.INTERRUPTED", 0, 11))), "it runs");

            range.setFault("provider-code=3303@backup-log:2");
            range.clearFault("hold-request");
            range.release();
            assertEquals(1, run.get().exit());
            assertEquals("stopped", listed().path("state").asText());
            assertEquals(11, listed().path("steps").asInt());
            assertTrue(said().contains(bare(RunTold.state(runs().all().getFirst()))), said());

            Runs.Run stopped = runs().all().getFirst();
            Dismissals.add(stopped);
            assertTrue(listed().path("dismissed").asBoolean());
            assertEquals(0, runs().reminding().all().size());

            removeEvidence(stopped.folder());
            assertEquals("interrupted", listed().path("state").asText());
        }
    }

    private Runs runs() {
        return Runs.in(keyturn.runs());
    }

    private JsonNode listed() throws IOException {
        Command.Ended said = InProcess.say("runs", "--journal", keyturn.runs(), "--json");
        assertEquals(0, said.exit(), said.all());
        JsonNode whole = new ObjectMapper().readTree(said.text());
        assertEquals(1, whole.path("format").asInt());
        assertEquals(1, whole.path("runs").size(), said.text());
        return whole.path("runs").path(0);
    }

    private String said() {
        return InProcess.say("runs", "--journal", keyturn.runs()).text().replaceAll("\\s+", "");
    }

    private static String bare(Message message) {
        return message.text().replaceAll("\\s+", "");
    }

    private boolean isStarted() {
        try (Stream<Path> runs = Files.list(keyturn.runs())) {
            Path journal = runs.findFirst().orElse(keyturn.runs()).resolve("journal.jsonl");
            return Files.readString(journal).contains("\"started\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As if the program had ended before it could file it. */
    private static void removeEvidence(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(
                            one -> String.valueOf(one.getFileName()).startsWith("evidence"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
