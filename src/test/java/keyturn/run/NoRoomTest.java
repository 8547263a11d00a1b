package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.step.Decider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file that must be there before an act cannot be written, the act is not sent. */
final class NoRoomTest {

    private final Path folder;

    NoRoomTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Range range() throws IOException {
        return Range.start(RangeOptions.of("healthy"));
    }

    @Test
    void aFolderThatCannotBeWrittenStopsBeforeTheFirstAct() throws Exception {
        try (Range range = range()) {
            Path file = Files.writeString(folder.resolve("file"), "no folder");
            Upgrades upgrades = new Upgrades(range, file.resolve("runs"));
            var refused = assertThrows(
                    Problem.Raised.class,
                    () -> upgrades.runner.run(upgrades.approved(), upgrades.target, upgrades.runs, upgrades.setting()));
            assertEquals("journal.write", refused.problem().code());
            assertFalse(range.log().entries().stream()
                    .anyMatch(entry ->
                            entry.program().endsWith("/act") && entry.text().contains("BACKUP")));
        }
    }

    @Test
    void aSecondPlaceThatCannotBeWrittenStopsBeforeTheFirstActAndLeavesNoRun() throws Exception {
        try (Range range = range()) {
            Path file = Files.writeString(folder.resolve("file"), "no folder");
            Upgrades upgrades = new Upgrades(range, folder.resolve("runs"));
            var setting = new RunSetting(Optional.of(file), upgrades.events::add, Decider.STOPS, () -> false);
            var refused = assertThrows(
                    Problem.Raised.class,
                    () -> upgrades.runner.run(upgrades.approved(), upgrades.target, upgrades.runs, setting));
            assertEquals("journal.write", refused.problem().code());
            assertFalse(Files.exists(upgrades.runs));
            assertEquals(List.of(), upgrades.events);
        }
    }

    @Test
    void theWayBackIsInBothPlacesBeforeTheChangeAndASecondPlaceThatIsGoneStopsItThere() throws Exception {
        try (Range range = range()) {
            Upgrades upgrades = new Upgrades(range, folder.resolve("runs"));
            String old = upgrades.provider().dllPath();
            Path second = folder.resolve("share");
            RunListener takesAway = event -> {
                if (event instanceof RunEvent.Done done && done.step().number() == 4) {
                    replaceByFile(second);
                }
            };
            var setting = new RunSetting(Optional.of(second), takesAway, Decider.STOPS, () -> false);
            var result = upgrades.runner.run(upgrades.approved(), upgrades.target, upgrades.runs, setting);
            var stopped = assertInstanceOf(RunResult.Stopped.class, result);
            assertEquals(5, stopped.at().number());
            assertEquals("journal.write", stopped.problem().code());
            assertEquals("run.stopped.unchanged", stopped.why().key());

            Files.delete(second);
            var again = new RunSetting(Optional.empty(), upgrades.events::add, Decider.STOPS, () -> false);
            assertInstanceOf(
                    RunResult.Completed.class,
                    upgrades.runner.resume(stopped.trail().folder(), upgrades.target, again));
            Path copy = second.resolve(stopped.trail().runId());
            String undo = Files.readString(copy.resolve("backout-5.sql"));
            assertTrue(undo.contains("FROM FILE = N'" + old), undo);
            assertTrue(Files.readString(stopped.trail().folder().resolve("backout-5-again-2.sql"))
                    .contains(old));
        }
    }

    private static void replaceByFile(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
            Files.writeString(folder, "no folder any more");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
