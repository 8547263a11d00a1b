package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.app.InProcess;
import keyturn.conform.KilledRun.Point;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.ResultTable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program is killed in the middle of a run of each flow, and another one resumes it or backs it out. */
@Tag("packaged")
@BesideOthers
final class KillsOfFlowsTest {

    @TempDir
    Path temporary;

    /** A kill takes ten seconds: all flows are killed in the matrix, at each step, and led back; the upgrade in place under Windows. */
    private static final Set<String> EVERY_DAY = Set.of("upgrade-by-stop", "roll-secret");

    private static final String LED_BACK = "rotate-key";

    static Stream<Named<FlowFixture>> flows() {
        return FlowFixture.named();
    }

    static Stream<Named<FlowFixture>> ofEveryDay() {
        return flows().filter(named -> EVERY_DAY.contains(named.getPayload().title()));
    }

    @ParameterizedTest
    @MethodSource("ofEveryDay")
    void theDecisiveStepIsNotSentAgainWhereItWasDone(FlowFixture fixture) throws Exception {
        RunVerdicts undisturbed = undisturbed(fixture);
        try (KilledRun run = new KilledRun(fresh("run"), fixture)) {
            resumed(run, fixture.decisive(run.plan), Point.DONE, undisturbed);
        }
    }

    static Stream<Named<FlowFixture>> ledBack() {
        return flows().filter(named -> named.getPayload().title().equals(LED_BACK));
    }

    @ParameterizedTest
    @MethodSource("ledBack")
    void theWayBackFromTheDecisiveStepLeadsToTheStart(FlowFixture fixture) throws Exception {
        try (KilledRun run = new KilledRun(fresh("run"), fixture)) {
            backedOut(run, fixture.decisive(run.plan), Point.WRITTEN);
        }
    }

    /** Every step, every point, both ways; prints how many there were and how many passed. */
    @ParameterizedTest
    @MethodSource("flows")
    @Tag("matrix")
    void everyStepAtEveryPointBothWays(FlowFixture fixture, TestReporter reporter) throws Exception {
        RunVerdicts undisturbed = undisturbed(fixture);
        List<String> failed = new ArrayList<>();
        StringBuilder table = new StringBuilder("step point resume backout\n");
        int cells = 0;
        for (Cell cell : cells(fixture)) {
            String resume =
                    passed(fixture, cell, "resume", failed, (run, at) -> resumed(run, at, cell.point(), undisturbed));
            String backout = fixture.leadsBack()
                    ? passed(fixture, cell, "backout", failed, (run, at) -> backedOut(run, at, cell.point()))
                    : "none";
            table.append(cell + " " + resume + " " + backout + "\n");
            cells += fixture.leadsBack() ? 2 : 1;
        }
        System.out.print("Kill matrix, " + fixture.title() + "\n" + table);
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                (cells - failed.size()) + " of " + cells + " cells passed",
                ResultTable.GOAL,
                "all"));
        assertEquals(List.of(), failed);
    }

    private record Cell(int step, Point point) {

        @Override
        public String toString() {
            return step + 1 + " " + point;
        }
    }

    private interface Way {
        void go(KilledRun run, Step step) throws Exception;
    }

    private List<Cell> cells(FlowFixture fixture) throws Exception {
        List<Cell> cells = new ArrayList<>();
        try (KilledRun run = new KilledRun(fresh("count"), fixture)) {
            for (int step = 0; step < run.plan.steps().size(); step++) {
                for (Point point : run.points(run.plan.steps().get(step))) {
                    cells.add(new Cell(step, point));
                }
            }
        }
        return cells;
    }

    private String passed(FlowFixture fixture, Cell cell, String name, List<String> failed, Way way) throws Exception {
        try (KilledRun run = new KilledRun(fresh(name), fixture)) {
            way.go(run, run.plan.steps().get(cell.step()));
            return "passed";
        } catch (AssertionError wrong) {
            failed.add(cell + " " + name + ": " + wrong.getMessage());
            return "FAILED";
        }
    }

    /** What the evidence of a run says that nobody interrupts. */
    static RunVerdicts undisturbed(FlowFixture fixture, Path folder) throws Exception {
        try (FlowOnARange world = new FlowOnARange(fixture, folder)) {
            Command.Ended ran = world.program.run(world.target(), world.digest);
            assertEquals(0, ran.exit(), ran.all());
            RunVerdicts verdicts = RunVerdicts.of(world.run());
            assertEquals(fixture.verdict().name(), verdicts.overall());
            return verdicts;
        }
    }

    private RunVerdicts undisturbed(FlowFixture fixture) throws Exception {
        return undisturbed(fixture, fresh("undisturbed"));
    }

    static void resumed(KilledRun run, Step step, Point point, RunVerdicts undisturbed) throws Exception {
        run.kill(step, point);
        Command.Ended resumed = run.resume();
        assertEquals(0, resumed.exit(), resumed.all());
        assertEquals(undisturbed, run.verdicts());
        nothingTwice(run, step, point);
        whole(run);
        for (Step each : run.plan.steps()) {
            List<Event> events = run.world.journalled(each);
            long settled = events.stream()
                    .filter(event -> event == Event.DONE || event == Event.SKIPPED)
                    .count();
            assertTrue(ActsOfPlan.isSettled(run.plan, each, settled), () -> "step " + each.id() + " " + events);
        }
    }

    /**
     * A read whose answer nobody had is read again, and an act that never began is sent again; a credential is given
     * the secret that is made instead of a lost one; nothing else. What held already was skipped and never sent.
     */
    private static void nothingTwice(KilledRun run, Step step, Point point) {
        boolean repeatable = !Conduct.of(step).changes() || Conduct.of(step).is(Conduct.Trait.REPEATABLE);
        boolean again = point.concernsAct() && (point == Point.SENT || repeatable);
        Map<Integer, String> expected = run.shown();
        run.plan.steps().stream()
                .filter(each -> !begun(run, each))
                .forEach(each -> expected.remove(each.id().number()));
        List<String> sent = new ArrayList<>(run.sent());
        expected.values().forEach(act -> assertTrue(sent.remove(act), () -> "never sent: " + act));
        if (again) {
            sent.remove(expected.getOrDefault(step.id().number(), ""));
        }
        run.plan.steps().stream()
                .filter(each -> Conduct.of(each).replacesSecret())
                .forEach(each -> sent.remove(expected.getOrDefault(each.id().number(), "")));
        assertEquals(List.of(), sent, "sent twice");
        run.assertDoneOnce();
    }

    private static void backedOut(KilledRun run, Step step, Point point) throws Exception {
        run.kill(step, point);
        Command.Ended shown = run.say("backout", List.of());
        if (!run.world.range.server().listening()) {
            startedAsBefore(run, shown);
            return;
        }
        Inspection seen = run.look();
        boolean changed = !seen.digest().equals(run.before.digest()) || mayHoldAnother(run);
        Optional<String> kept = run.fixture.kept(run.before, seen);
        if (kept.isPresent() && shown.exit() == 3) {
            assertTrue(shown.all().contains(kept.get()), shown.all());
            whole(run);
            return;
        }
        if (changed && mayBeProtected(run) && sameDatabases(run, seen)) {
            assertEquals(3, shown.exit(), shown.all());
            assertTrue(shown.all().contains("plan.undo.nothing-wrapped"), shown.all());
            whole(run);
            return;
        }
        assertEquals(changed ? 0 : 3, shown.exit(), shown.all());
        if (changed) {
            String digest = InProcess.lastLine(shown).substring("digest ".length());
            Command.Ended back = run.say("backout", List.of("--approve", digest));
            assertEquals(0, back.exit(), back.all());
            List<String> told = run.journal();
            assertEquals(
                    List.of(Event.UNDONE.toString(), Event.FILED.toString()),
                    told.subList(told.size() - 2, told.size()));
            assertTrue(Files.exists(run.world.run().resolve("evidence-2.json")));
        }
        asBefore(run, lookWithoutLeftOverDlls(run));
        whole(run);
    }

    /** With its next start a server gives up a DLL that it loaded for a provider which is gone. */
    private static Inspection lookWithoutLeftOverDlls(KilledRun run) throws Exception {
        Inspection seen = run.look();
        boolean leftOver =
                seen.facts().providers().value().filter(List::isEmpty).isPresent()
                        && !seen.facts()
                                .loadedModules()
                                .value()
                                .equals(run.before.facts().loadedModules().value());
        if (leftOver) {
            assertTrue(run.world.range.restart());
        }
        return leftOver ? run.look() : seen;
    }

    /** While SQL Server is stopped what was done since is undone, as it was approved with the plan. */
    private static void startedAsBefore(KilledRun run, Command.Ended shown) throws Exception {
        assertEquals(0, shown.exit(), shown.all());
        String digest = InProcess.lastLine(shown).substring("digest ".length());
        Command.Ended back = run.say("backout", List.of("--approve", digest));
        assertEquals(0, back.exit(), back.all());
        asBefore(run, run.look());
        whole(run);
    }

    /** Once a database may be protected by a new key, the key, its login and its credential stay. */
    private static void asBefore(KilledRun run, Inspection seen) {
        assertTrue(sameDatabases(run, seen));
        assertEquals(
                run.before.facts().providers().value(), seen.facts().providers().value());
        if (!mayBeProtected(run) && run.fixture.kept(run.before, seen).isEmpty()) {
            assertEquals(run.before.digest(), seen.digest());
        }
    }

    /** A database encryption key was sent its new protector. */
    private static boolean mayBeProtected(KilledRun run) {
        return begun(run, "alter-encryption-key");
    }

    /** A credential was sent another secret, which no inspection can read. */
    private static boolean mayHoldAnother(KilledRun run) {
        return begun(run, "alter-credential");
    }

    private static boolean begun(KilledRun run, String word) {
        Set<String> begun = Set.copyOf(run.journal());
        return run.plan.steps().stream()
                .filter(step -> RangeWord.of(step).equals(word))
                .anyMatch(step -> begun.contains(Event.STARTED + " " + step.id()));
    }

    private static boolean begun(KilledRun run, Step step) {
        return run.journal().contains(Event.STARTED + " " + step.id());
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
                Journal.read(run.world.program.journal()).state());
    }

    private Path fresh(String name) throws Exception {
        return Files.createTempDirectory(temporary, name);
    }
}
