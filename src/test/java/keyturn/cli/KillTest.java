package keyturn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keyturn.app.InProcess;
import keyturn.cli.KilledRun.Point;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.tools.BesideOthers;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged program is killed in the middle of a run, and another one resumes it or backs it out. */
@Tag("packaged")
@BesideOthers
final class KillTest {

    @TempDir
    Path temporary;

    @Test
    void theStepThatChangesIsNotSentAgainWhereItWasDone() throws Exception {
        try (KilledRun run = new KilledRun(temporary, KilledJob.UPGRADE)) {
            resumed(run, point(run), Point.DONE);
        }
    }

    @Test
    void theWayBackFromTheStepThatChangesLeadsToTheStart() throws Exception {
        try (KilledRun run = new KilledRun(temporary, KilledJob.UPGRADE)) {
            backedOut(run, point(run), Point.SENT);
        }
    }

    @Test
    void aDatabaseThatMayBeWrappedAnewIsFoundOutOnResuming() throws Exception {
        try (KilledRun run = new KilledRun(temporary, KilledJob.ROTATION)) {
            resumed(run, reencrypt(run), Point.DONE);
        }
    }

    @Test
    void aRotationIsTakenBackFromBetweenTwoDatabases() throws Exception {
        try (KilledRun run = new KilledRun(temporary, KilledJob.ROTATION)) {
            backedOut(run, reencrypt(run), Point.WRITTEN);
        }
    }

    /** Every step, every point, both ways; prints how many there were and how many passed. */
    @ParameterizedTest
    @EnumSource(KilledJob.class)
    @Tag("matrix")
    void everyStepAtEveryPointBothWays(KilledJob job, TestReporter reporter) throws Exception {
        List<String> failed = new ArrayList<>();
        StringBuilder table = new StringBuilder("step point resume backout\n");
        int steps;
        try (KilledRun run = new KilledRun(Files.createDirectory(temporary.resolve("count")), job)) {
            steps = run.plan.steps().size();
        }
        for (int step = 0; step < steps; step++) {
            for (Point point : Point.values()) {
                String cell = (step + 1) + " " + point;
                String resume = cell(job, cell + " resume", step, point, KillTest::resumed, failed);
                String backout = cell(job, cell + " backout", step, point, KillTest::backedOut, failed);
                table.append(cell + " " + resume + " " + backout + "\n");
            }
        }
        int cells = steps * Point.values().length * 2;
        System.out.print("Kill matrix, " + job + "\n" + table);
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                (cells - failed.size()) + " of " + cells + " cells passed",
                ResultTable.GOAL,
                "all"));
        assertEquals(List.of(), failed);
    }

    private interface Way {
        void go(KilledRun run, Step step, Point point) throws Exception;
    }

    private String cell(KilledJob job, String name, int step, Point point, Way way, List<String> failed)
            throws Exception {
        try (KilledRun run = new KilledRun(Files.createDirectory(temporary.resolve(name)), job)) {
            way.go(run, run.plan.steps().get(step), point);
            return "passed";
        } catch (AssertionError wrong) {
            failed.add(name + ": " + wrong.getMessage());
            return "FAILED";
        }
    }

    static Step point(KilledRun run) {
        return run.plan.steps().stream()
                .filter(ProviderStep.PointProvider.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Step reencrypt(KilledRun run) {
        return run.plan.steps().stream()
                .filter(KeyStep.ReencryptDatabase.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    static void resumed(KilledRun run, Step step, Point point) throws Exception {
        run.kill(step, point);
        var resumed = run.keyturn("resume");
        assertEquals(0, resumed.exit(), resumed.all());
        String verdict = InProcess.verdict(resumed);
        assertTrue(verdict.contains(run.job.verdict), resumed.text());
        assertTrue(KilledRun.provider(run.look()).enabled());
        nothingTwice(run, step, point);
        whole(run);
        run.plan
                .steps()
                .forEach(each -> assertEquals(
                        1,
                        run.journal().stream()
                                .filter(line -> line.equals(Event.DONE + " " + each.id())
                                        || line.equals(Event.SKIPPED + " " + each.id()))
                                .count(),
                        () -> "step " + each.id() + " in " + run.journal()));
        String evidence = Files.readString(run.run().resolve("evidence-2.json"));
        int unknown = run.job == KilledJob.UPGRADE ? 1 : 0;
        assertEquals(
                run.plan.steps().size() - unknown, evidence.split("\"verdict\" : \"Met\"", -1).length - 1, evidence);
    }

    /** A read whose answer nobody had is read again, and an act that never began is sent again; nothing else. */
    private static void nothingTwice(KilledRun run, Step step, Point point) {
        boolean unknown = point == Point.SENT || point == Point.DONE || point == Point.ANSWERED;
        boolean again = unknown && (point == Point.SENT || !Conduct.of(step).changes());
        List<String> expected = run.shown();
        List<String> sent = new ArrayList<>(run.acts());
        expected.forEach(act -> assertTrue(sent.remove(act), () -> "never sent: " + act));
        if (again) {
            sent.remove(expected.get(step.id().number() - 1));
        }
        assertEquals(List.of(), sent, "sent twice");
    }

    private static void backedOut(KilledRun run, Step step, Point point) throws Exception {
        run.kill(step, point);
        var shown = run.keyturn("backout");
        Inspection seen = run.look();
        boolean changed = !seen.digest().equals(run.before.digest());
        if (changed && point == Point.SENT && step instanceof KeyStep.ReencryptDatabase && sameDatabases(run, seen)) {
            assertEquals(3, shown.exit(), shown.all());
            assertTrue(shown.all().contains("plan.undo.nothing-wrapped"), shown.all());
            whole(run);
            return;
        }
        assertEquals(changed ? 0 : 3, shown.exit(), shown.all());
        if (changed) {
            String digest = Packaged.lastLine(shown).substring("digest ".length());
            var back = run.keyturn("backout", "--approve", digest);
            assertEquals(0, back.exit(), back.all());
            List<String> told = run.journal();
            assertEquals(
                    List.of(Event.UNDONE.toString(), Event.FILED.toString()),
                    told.subList(told.size() - 2, told.size()));
            assertTrue(Files.exists(run.run().resolve("evidence-2.json")));
        }
        asBefore(run, run.look());
        whole(run);
    }

    /** Once a database was wrapped with the new key, key, login and credential stay. */
    private static void asBefore(KilledRun run, Inspection seen) {
        assertTrue(KilledRun.provider(seen).enabled());
        assertEquals(
                KilledRun.provider(run.before).dllPath(),
                KilledRun.provider(seen).dllPath());
        assertTrue(sameDatabases(run, seen));
        if (run.job == KilledJob.ROTATION && run.acts().stream().noneMatch(act -> act.contains("ENCRYPTION BY"))) {
            assertEquals(run.before.digest(), seen.digest());
        }
    }

    private static boolean sameDatabases(KilledRun run, Inspection seen) {
        return run.before
                .facts()
                .databases()
                .value()
                .equals(seen.facts().databases().value());
    }

    private static void whole(KilledRun run) throws Exception {
        assertEquals(
                new JournalReading.Whole(),
                Journal.read(run.run().resolve(Journal.FILE)).state());
    }
}
