package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.host.HostPath;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.plan.Estate;
import keyturn.plan.PlanOutcome;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.upgrade.Lane;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.plan.flow.upgrade.UpgradeFlow;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.NotMet;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.rehearsal.PracticeWorld;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.door.HostWriter;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.run.door.WriteDoors;
import keyturn.run.step.Halt;
import keyturn.script.Scripts;
import keyturn.script.act.HostAct;
import keyturn.script.act.HostParameters;
import keyturn.script.act.HostScript;
import keyturn.script.json.PlanFile;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The upgrade by a stop: its steps, done by Keyturn or by an operator, and what happens where one fails between stop and start. */
@BesideOthers
final class StopLaneTest {

    private static final List<String> ON_THE_HOST = List.of(
            "copy-folder",
            "export-registry",
            "stop-service",
            "set-start-type",
            "rename-folder",
            "install-msi",
            "merge-registry",
            "check-file",
            "set-start-type",
            "start-service");

    private final InProcess keyturn;
    private final Path folder;
    private final List<String> sent = new ArrayList<>();

    StopLaneTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @Test
    void anMsiAloneIsPlannedAsAStopWithItsStepsInOrder() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended planned = planned(range, "--msi", "D:\\Setup\\connector.msi", "--build", "15.0.2000.440");

            assertEquals(0, planned.exit(), planned.all());
            List<Step> steps = PlanFile.read(folder.resolve("plan.json")).plan().steps();
            assertEquals(ON_THE_HOST, words(steps));
            assertTrue(steps.stream().flatMap(step -> step.asHost().stream()).allMatch(HostStep::operator));
        }
    }

    @Test
    void anotherPathIsNoStop() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended planned = planned(
                    range,
                    "--lane",
                    "stop",
                    "--msi",
                    "D:\\Setup\\connector.msi",
                    "--build",
                    "15.0.2000.440",
                    "--dll",
                    "C:\\EKM\\elsewhere\\Microsoft.AzureKeyVaultService.EKM.dll");

            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("plan.upgrade.path-changed"), planned.all());
        }
    }

    /** Keyturn goes on by itself once it sees the start; that the file was not replaced, the catalog shows. */
    @Test
    void anOperatorsRestartIsWatchedAndAFileThatWasNotReplacedIsSeen() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            planned(range, "--msi", "D:\\Setup\\connector.msi", "--build", "15.0.2000.440");

            RunResult result = keyturn.perform(range, event -> {
                if (event instanceof RunEvent.Waiting) {
                    range.restart();
                }
            });

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, result);
            assertEquals(Overall.NOT_MET, done.verification().overall());
            assertEquals(
                    1,
                    done.verification().verdicts().stream()
                            .filter(one -> one.verdict() instanceof NotMet)
                            .count());
        }
    }

    @Test
    void whatFailsWhileSqlServerIsStoppedIsTakenBackBeforeTheStart() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            byKeyturn(range);

            RunResult result = keyturn.perform(range, doors(range, HostScript.INSTALL_MSI), event -> {});

            RunResult.Stopped stopped = assertInstanceOf(RunResult.Stopped.class, result);
            assertEquals(Halt.Kind.REFUSED, stopped.kind());
            assertEquals(
                    List.of(
                            "copy-folder",
                            "export-registry",
                            "stop-service",
                            "set-start-type",
                            "rename-folder",
                            "install-msi",
                            "rename-folder",
                            "rename-folder",
                            "set-start-type",
                            "start-service"),
                    sent);
            Command.Ended back = InProcess.say(words("backout", keyturn.journal(), keyturn.target(range)));
            assertTrue(back.all().contains("plan.undo.nothing"), "nothing is left to back out: " + back.all());
        }
    }

    @Test
    void aServiceThatDoesNotStartIsStartedWithTheFormerConnector() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            byKeyturn(range);

            RunResult result = keyturn.perform(range, doors(range, HostScript.START_SERVICE), event -> {});

            RunResult.Stopped stopped = assertInstanceOf(RunResult.Stopped.class, result);
            assertEquals(Halt.Kind.REFUSED, stopped.kind());
            assertEquals("start-service", sent.getLast());
            assertEquals(2, sent.stream().filter("start-service"::equals).count());
            assertEquals(3, sent.stream().filter("rename-folder"::equals).count());
        }
    }

    private Object[] words(String verb, Path journal, List<Object> target) {
        List<Object> words = new ArrayList<>(List.of(verb, journal));
        words.addAll(target);
        return words.toArray();
    }

    private Command.Ended planned(Range range, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(choices));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    /** As where Keyturn has a way to the host. */
    private void byKeyturn(Range range) throws Exception {
        Inspection seen = seen(range);
        Inspection.Provider row = seen.facts().providers().value().orElseThrow().getFirst();
        var lane = new Lane.Stop(
                new Lane.Msi(new HostPath("D:\\Setup\\connector.msi"), Optional.empty()),
                Optional.empty(),
                false,
                false);
        var choices = new UpgradeChoices(
                row.name(),
                new DllPath(row.dllPath()),
                NewBuild.stated(FileVersion.parse("15.0.2000.440")),
                lane,
                Assurances.NONE.attesting(Set.copyOf(Confirmation.OF_STOP)));
        PlanOutcome outcome = new UpgradeFlow()
                .plan(Estate.of(seen), choices, Clock.systemUTC().instant());
        var plan = assertInstanceOf(PlanOutcome.Ready.class, outcome, outcome.toString())
                .plan();
        Files.writeString(folder.resolve("plan.json"), PlanFile.write(plan, Scripts.of(plan)));
    }

    private static Inspection seen(Range range) throws Problem.Raised {
        var connector = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});
        try (Session session = connector.open(new PracticeWorld(range, closed -> {}).target())) {
            return new Inspector(Clock.systemUTC()).inspect(session, List.of());
        }
    }

    /** The host of the range: a start restarts it, and one script is refused the first time. */
    private WriteDoors doors(Range range, HostScript refused) {
        WriteDoors real = RealDoors.all();
        return new WriteDoors(
                real.lock(),
                real.sql(),
                real.vault(),
                real.directory(),
                (target, plan, run) -> new HostWriter() {
                    @Override
                    public Outcome perform(HostAct act) {
                        boolean first = !sent.contains(act.script().word());
                        sent.add(act.script().word());
                        if (act.script() == refused && first) {
                            return refused("host.msi.1618");
                        }
                        if (refused == HostScript.INSTALL_MSI
                                && act.parameters().contains(".failed-")) {
                            return refused("host.folder.missing");
                        }
                        if (act.script() == HostScript.START_SERVICE) {
                            range.restart();
                        }
                        return new Outcome.Done(new Outcome.Answer(Duration.ZERO, List.of(), List.of()));
                    }

                    @Override
                    public void close() {}
                },
                real.manager());
    }

    private static Outcome refused(String code) {
        Message words = Message.of("run.noHost");
        return new Outcome.Refused(new Problem(code, words, Optional.empty(), words), RefusalKind.OTHER);
    }

    private static List<String> words(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.asHost().stream())
                .map(step -> HostParameters.script(step.task()).word())
                .toList();
    }
}
