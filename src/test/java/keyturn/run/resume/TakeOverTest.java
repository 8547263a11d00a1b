package keyturn.run.resume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.evidence.runs.Runs;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Upgrades;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalReading;
import keyturn.run.step.Decider;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that one machine began goes on from another, and the first one never goes on again. */
@BesideOthers
final class TakeOverTest {

    private final Path there;
    private final Path here;

    TakeOverTest(@TempDir Path folder) throws Exception {
        there = Files.createDirectory(folder.resolve("there"));
        here = Files.createDirectory(folder.resolve("here"));
    }

    @Test
    void aRunIsNotEndedByAnybodyWhoIsAtAnotherServer() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")));
                Range other = Range.start(RangeOptions.of("sql-2019"))) {
            Upgrades upgrades = new Upgrades(range, there);
            var stopped = assertInstanceOf(
                    RunResult.Stopped.class,
                    upgrades.runner.run(upgrades.approved(), upgrades.target, there, upgrades.setting()));
            Path first = stopped.trail().folder();
            List<String> before = Upgrades.told(first);
            var elsewhere = new Upgrades(other, here);

            var refused = assertThrows(
                    Problem.Raised.class,
                    () -> elsewhere.runner.takeOver(first, here, elsewhere.target, "anna", "SECOND"));
            assertEquals("run.other-server", refused.problem().code());
            assertEquals(before, Upgrades.told(first));
        }
    }

    @Test
    void theFirstRunIsEndedAndTheCopyGoesOnToTheEnd() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("drop-after@alter-provider:1")))) {
            Upgrades upgrades = new Upgrades(range, there);
            var stopped = assertInstanceOf(
                    RunResult.Stopped.class,
                    upgrades.runner.run(upgrades.approved(), upgrades.target, there, upgrades.setting()));
            Path first = stopped.trail().folder();

            Path second = upgrades.runner.takeOver(first, here, upgrades.target, "anna", "SECOND");
            assertEquals(here.resolve(first.getFileName()), second);
            assertEquals("taken-over", Upgrades.told(first).getLast());
            assertInstanceOf(
                    JournalReading.Whole.class,
                    Journal.read(first.resolve(Journal.FILE)).state());
            assertEquals(
                    Runs.Why.TAKEN_OVER,
                    assertInstanceOf(Runs.Early.class, Runs.at(first)).why());

            Offer only = upgrades.resume.look(first, upgrades.target).offers().getFirst();
            assertEquals(
                    "run.takenOver",
                    assertInstanceOf(Offer.Cannot.class, only).problem().code());
            var refused = assertThrows(
                    Problem.Raised.class, () -> upgrades.runner.resume(first, upgrades.target, upgrades.setting()));
            assertEquals("run.takenOver", refused.problem().code());
            var twice = assertThrows(
                    Problem.Raised.class,
                    () -> upgrades.runner.takeOver(first, here.resolve("x"), upgrades.target, "bob", "THIRD"));
            assertEquals("run.takenOver", twice.problem().code());

            assertInstanceOf(
                    RunResult.Completed.class, upgrades.runner.resume(second, upgrades.target, upgrades.setting()));
            assertEquals(Upgrades.NEW.value(), upgrades.provider().dllPath());
            String id = String.valueOf(first.getFileName());
            assertEquals(
                    1,
                    upgrades.acts(id).stream()
                            .filter(act -> act.contains("FROM FILE"))
                            .count(),
                    "sent once");
        }
    }

    @Test
    void aRunThatSomebodyPerformsIsNotTakenOver() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades upgrades = new Upgrades(range, there);
            List<String> refused = new ArrayList<>();
            var setting = new RunSetting(
                    Optional.empty(),
                    event -> {
                        if (refused.isEmpty()) {
                            refused.add(assertThrows(
                                            Problem.Raised.class,
                                            () -> upgrades.runner.takeOver(
                                                    begun(), here, upgrades.target, "anna", "SECOND"))
                                    .problem()
                                    .code());
                        }
                    },
                    Decider.STOPS,
                    () -> false);
            var done = assertInstanceOf(
                    RunResult.Completed.class,
                    upgrades.runner.run(upgrades.approved(), upgrades.target, there, setting));
            assertEquals(List.of("run.locked"), refused);
            assertFalse(Upgrades.told(done.trail().folder()).contains("taken-over"));
            try (var copies = Files.list(here)) {
                assertTrue(copies.findAny().isEmpty(), "nothing was copied");
            }
        }
    }

    private Path begun() throws Exception {
        try (var runs = Files.list(there)) {
            return runs.findFirst().orElseThrow();
        }
    }
}
