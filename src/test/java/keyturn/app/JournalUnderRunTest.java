package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to the files of a run while it runs: other looks beside it do not harm it, and lost files end it loudly. */
@BesideOthers
final class JournalUnderRunTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final InProcess keyturn;

    JournalUnderRunTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
    }

    @Test
    void verifyBesideARunLooksAndWritesNothing() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            CompletableFuture<Command.Ended> run = held(range);
            List<String> before = Files.readAllLines(file("journal.jsonl"));

            Command.Ended beside = verify(range);

            assertEquals(1, beside.exit(), beside.all());
            assertTrue(beside.err().contains("[journal.held]"), beside.err());
            assertEquals(before, Files.readAllLines(file("journal.jsonl")));
            assertFalse(Files.exists(file("verification-1.json")), beside.all());

            assertEquals(0, ended(range, run).exit());
            assertEquals(4, verify(range).exit(), "not restarted yet");
            assertTrue(Files.exists(file("verification-1.json")));
            assertEquals(0, InProcess.say("verify-evidence", folder()).exit());
        }
    }

    @Test
    void looksAtTheSameTimeAreAllFiledAndOneThatCannotBeSaysTheVerdict() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended ran = keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)));
            assertEquals(0, ran.exit(), ran.all());

            List<CompletableFuture<Command.Ended>> looks = Stream.generate(() -> 0)
                    .limit(4)
                    .map(each -> CompletableFuture.supplyAsync(() -> verify(range)))
                    .toList();
            for (CompletableFuture<Command.Ended> look : looks) {
                assertEquals(4, look.get(LIMIT.toSeconds(), TimeUnit.SECONDS).exit());
            }

            assertTrue(Files.exists(file("verification-4.json")));
            Command.Ended checked = InProcess.say("verify-evidence", folder());
            assertEquals(0, checked.exit(), checked.all());

            Files.delete(file("journal.lock"));
            Files.createDirectory(file("journal.lock"));
            Command.Ended look = verify(range);
            assertEquals(1, look.exit(), look.all());
            assertTrue(look.err().contains("[journal.write]"), look.err());
            assertTrue(look.text().contains("PENDING RESTART"), look.text());
        }
    }

    /** What somebody does to the journal while the run writes to it. */
    enum Meddling {
        REMOVED {
            @Override
            void with(Path journal) throws IOException {
                Files.delete(journal);
            }
        },
        REPLACED {
            @Override
            void with(Path journal) throws IOException {
                Path copy = journal.resolveSibling("copy");
                Files.copy(journal, copy);
                Files.delete(journal);
                Files.move(copy, journal);
            }
        },
        CUT {
            @Override
            void with(Path journal) throws IOException {
                try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        };

        abstract void with(Path journal) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatLosesItsJournalStopsBeforeItsNextActAndSaysSo(Meddling meddling) throws Exception {
        try (Range range = keyturn.started("healthy")) {
            CompletableFuture<Command.Ended> run = held(range);
            meddling.with(file("journal.jsonl"));

            Command.Ended ended = ended(range, run);

            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.err().contains("[journal.lost]"), ended.err());
            assertEquals(List.of(), sent(range, "ALTER CRYPTOGRAPHIC PROVIDER"));
        }
    }

    @Test
    void aRunWhoseEvidenceCannotBeFiledSaysTheVerdictAndDoesNotEndWell() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            CompletableFuture<Command.Ended> run = held(range);
            Files.createDirectories(file("SHA256SUMS").resolve("in-the-way"));

            Command.Ended ended = ended(range, run);

            assertEquals(1, ended.exit(), ended.all());
            assertTrue(ended.err().contains("[evidence.write]"), ended.err());
            assertTrue(ended.text().contains("PENDING RESTART"), ended.text());
        }
    }

    /** A run that waits in the middle of its first test of a database. */
    private CompletableFuture<Command.Ended> held(Range range) {
        String digest = keyturn.plan(keyturn.target(range));
        range.setFault("hold-request@backup-log:1");
        CompletableFuture<Command.Ended> run =
                CompletableFuture.supplyAsync(() -> keyturn.run(keyturn.target(range), digest));
        Deadline.await("the run is in the middle of a step", LIMIT, () -> run.isDone() || isStarted());
        assertFalse(run.isDone(), "held");
        return run;
    }

    private boolean isStarted() {
        try {
            return Files.readString(file("journal.jsonl"), UTF_8).contains("\"started\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Command.Ended ended(Range range, CompletableFuture<Command.Ended> run)
            throws ExecutionException, InterruptedException, TimeoutException {
        range.clearFault("hold-request");
        range.release();
        return run.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static List<String> sent(Range range, String part) {
        return range.log().entries().stream()
                .map(entry -> entry.text())
                .filter(text -> text.contains(part))
                .toList();
    }

    private Command.Ended verify(Range range) {
        List<Object> words = new ArrayList<>(List.of("verify", folder()));
        words.addAll(keyturn.target(range));
        return InProcess.say(words.toArray());
    }

    private Path file(String name) {
        return folder().resolve(name);
    }

    private Path folder() {
        try (Stream<Path> runs = Files.list(keyturn.runs())) {
            return runs.findFirst().orElse(keyturn.runs());
        } catch (IOException notYet) {
            return keyturn.runs();
        }
    }
}
