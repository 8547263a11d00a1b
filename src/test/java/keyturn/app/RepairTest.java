package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.server.state.Database;
import keyturn.run.RunResult;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The repair of a provider, with its restart as a step of the plan. */
@BesideOthers
final class RepairTest {

    private final InProcess keyturn;
    private final Path folder;

    RepairTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    /** Where nothing opens, and where everything is open with a DLL that no start would find. */
    @ParameterizedTest
    @CsvSource({"replaced-by-hand, 4", "dll-gone, 0"})
    void everyDatabaseIsOpenAfterTheRestart(String scenario, int closed) throws Exception {
        try (Range range = keyturn.started(scenario)) {
            assertEquals(closed, waiting(range));
            Command.Ended planned = plan(range);
            assertEquals(0, planned.exit(), planned.all());
            Step last = steps().get(steps().size() - 2);
            assertTrue(last.asHost().isPresent(), "the restart comes last, before the look: " + last);

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, keyturn.perform(range, event -> {}));

            assertEquals(
                    Overall.DONE,
                    done.verification().overall(),
                    done.verification().toString());
            assertEquals(0, waiting(range));
            assertEquals(
                    "15.0.2000.440",
                    range.server()
                            .instance()
                            .ekm()
                            .providers()
                            .getFirst()
                            .version()
                            .toString());
        }
    }

    @Test
    void theProviderIsDisabledBeforeItsDllIsRegisteredAgain() throws Exception {
        try (Range range = keyturn.started("replaced-by-hand")) {
            assertEquals(0, plan(range).exit());

            String act = Scripts.of(PlanFile.read(folder.resolve("plan.json")).plan())
                    .steps()
                    .getFirst()
                    .act()
                    .shownAsTSql();

            assertTrue(act.indexOf(" DISABLE;") < act.indexOf("FROM FILE = "), act);
            assertTrue(act.contains(" DISABLE;"), act);
        }
    }

    /** A run that stops in between must not leave the provider disabled: a start would close everything. */
    @Test
    void aRepairThatStopsBeforeItsEndIsResumed() throws Exception {
        try (Range range = keyturn.started("replaced-by-hand")) {
            Command.Ended planned = plan(range);
            range.setFault("bad-signature@alter-provider:2");
            Command.Ended stopped = keyturn.run(keyturn.target(range), InProcess.digest(planned));
            assertEquals(1, stopped.exit(), stopped.all());
            range.clearFault("bad-signature@alter-provider:2");

            List<Object> words = new ArrayList<>(List.of("resume", keyturn.journal()));
            words.addAll(keyturn.target(range));
            Command.Ended resumed = InProcess.say(words.toArray());

            assertEquals(0, resumed.exit(), resumed.all());
            assertEquals(0, waiting(range));
        }
    }

    @Test
    void aSoundProviderNeedsNothing() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended planned = plan(range);

            assertEquals(0, planned.exit(), planned.all());
            assertTrue(planned.all().contains("needs no repair"), planned.all());
        }
    }

    private Command.Ended plan(Range range, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "repair"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(choices));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    private List<Step> steps() throws Exception {
        return PlanFile.read(folder.resolve("plan.json")).plan().steps();
    }

    private static long waiting(Range range) {
        return range.server().instance().databases().stream()
                .filter(row -> row.state() == Database.State.RECOVERY_PENDING)
                .count();
    }
}
