package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.step.TestStep;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a DBA with large databases says of their tests, and what the plan says back. */
@BesideOthers
final class CostOfTestsTest {

    @TempDir
    Path folder;

    @Test
    void oneWordChoosesTheTestOfEveryDatabaseAndAName() throws Exception {
        Plan plan = upgrade("--test", "all=full", "--test", "Sales=own");

        Map<String, TestChoice> chosen = plan.choices().tests().entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue));
        assertEquals(TestChoice.OWN, chosen.get("Sales"));
        assertTrue(chosen.size() > 2, chosen.toString());
        chosen.remove("Sales");
        assertEquals(
                List.of(TestChoice.FULL), chosen.values().stream().distinct().toList());
    }

    @Test
    void aLogTestOfAllLeavesTheFullTestToDatabasesWithoutALogChain() throws Exception {
        Plan plan = upgrade("--test", "all=log");

        List<TestStep.TestKind> kinds = TestStep.tests(plan.steps())
                .map(TestStep.TestDatabase::kind)
                .distinct()
                .toList();
        assertTrue(kinds.contains(TestStep.TestKind.LOG_COPY_ONLY), kinds.toString());
        assertTrue(kinds.contains(TestStep.TestKind.FULL_COPY_ONLY), kinds.toString());
    }

    @Test
    void thePlanTellsTheCostAndWhichTestIsLong() throws Exception {
        Plan usual = upgrade();
        assertTrue(
                notices(usual).contains("plan.notice.test.cost"), notices(usual).toString());
        assertFalse(
                notices(usual).contains("plan.notice.test.long"), notices(usual).toString());

        Plan hasty = upgrade("--long-test", "PT1S");
        assertTrue(
                notices(hasty).contains("plan.notice.test.long"), notices(hasty).toString());
    }

    @Test
    void allDatabasesButTheseAreRotated() throws Exception {
        Plan plan = rotation("--all-databases", "--except", "Ledger", "Sales");

        List<String> rotated = databases(plan);
        assertTrue(!rotated.isEmpty() && !rotated.contains("Ledger") && !rotated.contains("Sales"), rotated.toString());
        assertTrue(notices(plan).contains("plan.notice.stays"), notices(plan).toString());
    }

    @Test
    void aWrongNameToLeaveOutIsRefused() {
        Command.Ended refused = rotate("--all-databases", "--except", "Lodger");

        assertEquals(2, refused.exit(), refused.all());
    }

    @Test
    void aReadOnlyDatabaseStopsNoOther() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            range.send("ALTER DATABASE [Ledger] SET READ_ONLY;");
            Path out = folder.resolve("read-only.json");
            Command.Ended planned = InProcess.say(words(
                            List.of("plan", "rotate-key", "--range", range.ready()),
                            List.of("--create", "rsa-2048", "--all-databases", "--out", out))
                    .toArray());

            assertEquals(0, planned.exit(), planned.all());
            Plan plan = PlanFile.read(Files.readString(out), "plan.json").plan();
            assertTrue(
                    !databases(plan).isEmpty() && !databases(plan).contains("Ledger"),
                    databases(plan).toString());
            assertTrue(
                    notices(plan).contains("plan.notice.stays"), notices(plan).toString());
        }
    }

    private Plan upgrade(Object... more) throws IOException, Problem.Raised {
        return plan(List.of("plan", "upgrade", "--practice"), more);
    }

    private Plan rotation(Object... more) throws IOException, Problem.Raised {
        return plan(List.of("plan", "rotate-key", "--practice", "--create", "rsa-2048"), more);
    }

    private Command.Ended rotate(Object... more) {
        return InProcess.say(words(
                        List.of("plan", "rotate-key", "--practice", "--create", "rsa-2048"),
                        words(List.of(more), List.of("--out", folder.resolve("none.json"))))
                .toArray());
    }

    private Plan plan(List<Object> verb, Object... more) throws IOException, Problem.Raised {
        Path out = folder.resolve("plan" + System.nanoTime() + ".json");
        Command.Ended planned = InProcess.say(
                words(verb, words(List.of(more), List.of("--out", out))).toArray());
        assertEquals(0, planned.exit(), planned.all());
        return PlanFile.read(Files.readString(out), "plan.json").plan();
    }

    private static List<Object> words(List<?> first, List<?> second) {
        List<Object> words = new ArrayList<>(first);
        words.addAll(second);
        return words;
    }

    private static List<String> notices(Plan plan) {
        return plan.notices().stream().map(notice -> notice.key()).toList();
    }

    private static List<String> databases(Plan plan) {
        return RotateChoices.class.cast(plan.choices()).databases().stream()
                .map(DatabaseName::value)
                .toList();
    }
}
