package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.evidence.EvidenceCheck;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.door.RefusalKind;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.Note;
import keyturn.run.journal.RewrittenJournal;
import keyturn.run.resume.Found;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.json.OtherVersion;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan, and a run that was begun, by a version of Keyturn that writes an act otherwise. */
@BesideOthers
final class OtherVersionRunTest {

    private static final String OURS = "TO DISK = N'NUL'";
    private static final String THEIRS = "TO DISK  =  N'NUL'";

    private final Path folder;

    OtherVersionRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPlanOfAnotherVersionIsNotBegunAndItsStepIsNamed() throws Exception {
        try (Range range = range()) {
            Upgrades upgrades = new Upgrades(range, folder);
            ApprovedPlan theirs = theirs(upgrades.approved());
            int sent = range.log().entries().size();

            Problem refused = assertThrows(
                            Problem.Raised.class,
                            () -> upgrades.runner.run(theirs, upgrades.target, folder, upgrades.setting()))
                    .problem();

            assertEquals("run.otherwise", refused.code());
            assertEquals(List.of("1"), refused.summary().arguments());
            assertEquals(sent, range.log().entries().size(), "the server was not even asked");
        }
    }

    @Test
    void aRunThatWasBegunGoesOnWithTheApprovedActsOnceTheyAreApprovedAnew() throws Exception {
        try (Range range = range("drop-after@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            filedByAnother(run, OURS, THEIRS);

            Found found = upgrades.resume.look(run, upgrades.target);
            assertEquals(
                    List.of(8, 9, 10, 11),
                    found.otherwise().stream()
                            .map(one -> one.step().orElseThrow().number())
                            .toList(),
                    "what is done already is not sent");
            Problem refused = assertThrows(
                            Problem.Raised.class,
                            () -> upgrades.runner.resume(run, upgrades.target, upgrades.setting()))
                    .problem();
            assertEquals("run.anew", refused.code());

            assertInstanceOf(
                    RunResult.Completed.class,
                    upgrades.runner.resume(run, upgrades.target, upgrades.setting(), Optional.of("another dba")));
            List<String> acts = upgrades.acts(found.run().runId());
            assertTrue(acts.getLast().contains(THEIRS), "sent as it was approved: " + acts.getLast());
            List<JournalEntry> lines = Journal.read(run.resolve(Journal.FILE)).entries();
            assertTrue(lines.stream()
                    .anyMatch(line -> line.event() == Event.APPROVED
                            && line.note().equals(Optional.of(new Note.ApprovedAnew("another dba")))));
            assertEquals(
                    List.of("evidence.check.noSums", "evidence.check.noFiled"),
                    EvidenceCheck.of(run).stream().map(Problem::code).toList(),
                    "nobody filed evidence here; all else fits");
        }
    }

    @Test
    void aRunThatWasBegunRepeatsAsOftenAsWasApprovedWhateverThisVersionDoes() throws Exception {
        try (Range range = range("drop-after@alter-provider:1")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            filedByAnother(run, "\"repeats\":3", "\"repeats\":1");
            int begun = started(run);

            var busy = new BusyServer(RefusalKind.LOCK_NOT_AVAILABLE, 100);
            var runner = new Runner(
                    upgrades.connector, upgrades.inspector, busy.doors(), Upgrades.CLOCK, Duration.ofMillis(1));
            assertInstanceOf(
                    RunResult.Stopped.class,
                    runner.resume(run, upgrades.target, upgrades.setting(), Optional.of("another dba")));
            assertEquals(begun + 2, started(run), "once, and once more");
        }
    }

    /** To that version, a provider with its new DLL and its ENABLE were no group. */
    @Test
    void aRunThatWasBegunStopsWhereItWasApprovedToStop() throws Exception {
        try (Range range = range("drop-before@alter-provider:2")) {
            Upgrades upgrades = new Upgrades(range, folder);
            Path run = stopped(upgrades);
            for (String part : List.of("opens", "closes")) {
                String provider = "{\"provider\":\"AzureKeyVault_EKM\"}";
                filedByAnother(run, ",\"group\":{\"" + part + "\":" + provider + "}", "");
            }
            int begun = started(run);

            assertInstanceOf(
                    RunResult.Stopped.class,
                    upgrades.runner.resume(
                            run,
                            upgrades.target,
                            RunSetting.plain(event -> {}, () -> true),
                            Optional.of("another dba")));
            assertEquals(begun, started(run), "stopped before ENABLE");
        }
    }

    private static int started(Path run) throws Problem.Raised {
        return (int) Journal.read(run.resolve(Journal.FILE)).entries().stream()
                .filter(line -> line.event() == Event.STARTED)
                .count();
    }

    private static ApprovedPlan theirs(ApprovedPlan ours) throws Problem.Raised {
        String file = OtherVersion.of(PlanFile.write(ours.plan(), ours.scripts()), OURS, THEIRS);
        SavedPlan saved = PlanFile.read(file, "plan.json");
        Approval approval = ours.approval();
        return new ApprovedPlan(
                saved.plan(),
                saved.scripts(),
                new Approval(saved.digest(), approval.who(), approval.when(), approval.ticket()));
    }

    /** The whole folder as that version would have left it. */
    private static void filedByAnother(Path run, String ours, String theirs) throws Exception {
        Path plan = run.resolve("plan.json");
        String before = Files.readString(plan);
        String was = PlanFile.read(before, "plan.json").digest();
        String after = OtherVersion.of(before, ours, theirs);
        String is = PlanFile.read(after, "plan.json").digest();
        Files.writeString(plan, after);
        Path approval = run.resolve("approval.json");
        Files.writeString(approval, Files.readString(approval).replace(was, is));
        RewrittenJournal.write(run.resolve(Journal.FILE), was, is);
    }

    private static Range range(String... faults) throws IOException {
        return Range.start(RangeOptions.of("healthy").withFaults(List.of(faults)));
    }

    private Path stopped(Upgrades upgrades) throws Problem.Raised {
        var result = upgrades.runner.run(upgrades.approved(), upgrades.target, folder, upgrades.setting());
        return assertInstanceOf(RunResult.Stopped.class, result).trail().folder();
    }
}
