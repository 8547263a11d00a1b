package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.plan.Plan;
import keyturn.plan.step.TestSnapshot;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.TestStep.TestDatabase;
import keyturn.plan.step.TestStep.TestKind;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is tested by a database snapshot: a large database in SIMPLE recovery is not read for it. */
@BesideOthers
final class SnapshotTestTest {

    private static final String LEFT =
            "IF EXISTS (SELECT 1 FROM sys.databases WHERE name LIKE N'Keyturn[_]test[_]%') THROW 50000, N'left', 1;";

    @TempDir
    Path folder;

    @Test
    void snapshotsTestEveryDatabaseAndAreGoneAfterwards() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            var program = new InProcess(folder);
            String digest = planned(range, "--test", "all=snapshot");
            List<TestDatabase> tests = tests();
            assertTrue(tests.stream().allMatch(test -> test.kind() == TestKind.SNAPSHOT), tests.toString());
            List<String> notices =
                    plan().notices().stream().map(notice -> notice.key()).toList();
            assertTrue(notices.contains("plan.notice.test.snapshot"), notices.toString());

            Command.Ended ran = program.run(List.of("--range", range.ready()), digest);

            assertEquals(0, ran.exit(), ran.all());
            assertEquals(tests.size(), snapshotsMade(range));
            assertFalse(range.acts().stream().anyMatch(act -> act.contains("BACKUP")), "no backup was sent");
            range.send(LEFT);
        }
    }

    @Test
    void aSnapshotThatAnEarlierTryLeftBehindIsDroppedByTheNext() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            String digest = planned(range, "--test", "all=snapshot");
            TestDatabase first = tests().getFirst();
            range.send(create(first.snapshot().orElseThrow(), first.database().value()));

            Command.Ended ran = new InProcess(folder).run(List.of("--range", range.ready()), digest);

            assertEquals(0, ran.exit(), ran.all());
            range.send(LEFT);
        }
    }

    @Test
    void aSnapshotOfAnotherDatabaseIsLeftAloneAndNothingIsChanged() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            String digest = planned(range, "--test", "all=snapshot");
            List<TestDatabase> tests = tests();
            TestSnapshot own = tests.get(1).snapshot().orElseThrow();
            var foreign =
                    new TestSnapshot(tests.getFirst().snapshot().orElseThrow().name(), own.since(), own.files());
            range.send(create(foreign, tests.get(1).database().value()));

            Command.Ended ran = new InProcess(folder).run(List.of("--range", range.ready()), digest);

            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.all().contains("1801"), ran.all());
            assertFalse(range.acts().stream().anyMatch(act -> act.contains("ALTER CRYPTOGRAPHIC")));
            range.send("DROP DATABASE [" + foreign.name() + "];");
        }
    }

    @Test
    void whatTheRunSawOfASnapshotIsEvidenceForTheForecastAtItsEndAndLater() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            List<Object> target = List.of("--range", range.ready());
            var rotating = new Rotating(folder);
            String digest = Rotating.digest(rotating.plan(
                    target, "--create", "rsa-2048", "--to-key", "made-by-run", "--test", "Sales=snapshot"));
            rotating.run(target, digest);
            assertTrue(evidence(rotating, "evidence.json").contains("evidence.testedByRun"));

            rotating.verify(target);
            assertTrue(evidence(rotating, "verification-1.json").contains("evidence.testedByRun"));
        }
    }

    @Test
    void aSnapshotThatTheRunLeftBehindIsDroppedByItsBackOut() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            List<Object> target = List.of("--range", range.ready());
            String digest = planned(range, "--test", "all=snapshot");
            range.range().setFault("drop-after@alter-provider:1");
            var program = new InProcess(folder);
            assertEquals(1, program.run(target, digest).exit());
            TestDatabase left = tests().getFirst();
            range.send(create(left.snapshot().orElseThrow(), left.database().value()));

            var rotating = new Rotating(folder);
            Object[] back = words(List.of("backout", rotating.run()), target);
            String approved = InProcess.digest(InProcess.say(back));
            Command.Ended ran = InProcess.say(words(List.of(back), List.of("--approve", approved)));

            assertEquals(0, ran.exit(), ran.all());
            range.send(LEFT);
        }
    }

    private static String evidence(Rotating rotating, String file) throws Exception {
        return Files.readString(rotating.run().resolve(file));
    }

    @Test
    void aKeyOutOfReachRefusesTheSnapshotBeforeAnythingIsChanged() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "key-gone")) {
            var target = List.<Object>of(range.atServerAlone(folder));
            String digest = planned(target, "--test", "Payroll=snapshot");

            Command.Ended ran = new InProcess(folder).run(target, digest);

            assertEquals(1, ran.exit(), ran.all());
            assertTrue(ran.all().contains("33049"), ran.all());
            assertFalse(range.acts().stream().anyMatch(act -> act.contains("ALTER CRYPTOGRAPHIC")));
            range.send(LEFT);
        }
    }

    @Test
    void aDatabaseWithInMemoryDataIsLeftToOtherTests() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "limits")) {
            Command.Ended planned = InProcess.say(words(
                    List.of("plan", "rotate-key", "--create", "rsa-2048", "--database", "Prices"),
                    List.of("--range", range.ready(), "--test", "Prices=snapshot"),
                    List.of("--out", folder.resolve("none.json"))));

            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("plan.test.snapshot-containers"), planned.all());
        }
    }

    private static String create(TestSnapshot snapshot, String database) {
        List<String> files = snapshot.files().stream()
                .map(file -> "(NAME = [" + file.of() + "], FILENAME = N'" + file.path() + ".early')")
                .toList();
        return "CREATE DATABASE [" + snapshot.name() + "] ON " + String.join(", ", files) + " AS SNAPSHOT OF ["
                + database + "];";
    }

    private long snapshotsMade(RangeHere range) throws Exception {
        return range.acts().stream()
                .filter(act -> act.contains("AS SNAPSHOT OF"))
                .count();
    }

    private String planned(RangeHere range, Object... more) {
        return planned(List.of("--range", range.ready()), more);
    }

    /** Returns the digest. */
    private String planned(List<Object> target, Object... more) {
        Command.Ended planned = InProcess.say(words(
                List.of("plan", "upgrade"), target, List.of(more), List.of("--out", folder.resolve("plan.json"))));
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    private Plan plan() throws Exception {
        return PlanFile.read(Files.readString(folder.resolve("plan.json")), "plan.json")
                .plan();
    }

    private List<TestDatabase> tests() throws Exception {
        return TestStep.tests(plan().steps()).toList();
    }

    private static Object[] words(List<?>... parts) {
        List<Object> words = new ArrayList<>();
        Stream.of(parts).forEach(words::addAll);
        return words.toArray();
    }
}
