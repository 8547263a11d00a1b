package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.NotMet;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.door.DoorOpener;
import keyturn.run.door.HostWriter;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.run.door.WriteDoors;
import keyturn.run.step.Halt;
import keyturn.script.act.HostAct;
import keyturn.script.act.HostParameters;
import keyturn.script.act.HostScript;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The upgrade by a stop: its steps, done by Keyturn or by an operator, and what happens where one fails between stop and start. */
@BesideOthers
final class StopLaneTest {

    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";
    private static final String NEW = "15.0.2000.440";

    private static final List<String> ON_THE_HOST = List.of(
            "copy-folder",
            "export-registry",
            "stop-service",
            "set-start-type",
            "rename-folder",
            "uninstall-program",
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

    @ParameterizedTest
    @CsvSource({
        "healthy, 15.0.300.96, msi=3010@install",
        "old-1040, 13.0.811.168, slow-stop=1",
        "ancient-440, 1.0.0.440, slow-stop=1"
    })
    void theConnectorIsReplacedInItsFolderAndConfirmed(String scenario, String before, String fault) throws Exception {
        try (Range range = keyturn.started(scenario)) {
            planned(range, before);
            range.setFault(fault);
            assertEquals(ON_THE_HOST, words(steps()));

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, keyturn.perform(range, event -> {}));

            assertEquals(
                    Overall.DONE,
                    done.verification().overall(),
                    done.verification().toString());
            assertEquals(NEW, version(range));
        }
    }

    @Test
    void theFormerConnectorComesBackByABackOut() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            String digest = planned(range, "15.0.300.96");
            Command.Ended run = keyturn.run(keyturn.target(range), digest);
            assertEquals(0, run.exit(), run.all());

            Command.Ended shown = InProcess.say(words("backout", keyturn.journal(), keyturn.target(range)));
            assertEquals(0, shown.exit(), shown.all());
            List<Object> approved =
                    new ArrayList<>(List.of(words("backout", keyturn.journal(), keyturn.target(range))));
            approved.addAll(List.of("--approve", InProcess.digest(shown)));
            Command.Ended back = InProcess.say(approved.toArray());

            assertEquals(0, back.exit(), back.all());
            assertEquals("15.0.300.96", version(range));
            assertEquals(0, InProcess.say("verify-evidence", runOf(keyturn)).exit());
        }
    }

    @Test
    void anotherPathIsNoStop() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended planned =
                    plan(range, "--lane", "stop", "--dll", "C:\\EKM\\other\\Microsoft.AzureKeyVaultService.EKM.dll");

            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("plan.upgrade.path-changed"), planned.all());
        }
    }

    /** Keyturn goes on by itself once it sees the start; that the file was not replaced, the catalog shows. */
    @Test
    void anOperatorsRestartIsWatchedAndAFileThatWasNotReplacedIsSeen() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            assertEquals(0, plan(range, "--host", "none").exit());
            assertTrue(steps().stream().flatMap(step -> step.asHost().stream()).allMatch(HostStep::operator));

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

    /** What fails while SQL Server is stopped is taken back before the start. */
    @ParameterizedTest
    @CsvSource({"msi=1618@install, install-msi", "bad-signature@host, check-file", "unreadable@host, check-file"})
    void theFormerConnectorRunsAgainWhereAStepFails(String fault, String failed) throws Exception {
        try (Range range = keyturn.started("healthy")) {
            planned(range, "15.0.300.96");
            range.setFault(fault);

            RunResult.Stopped stopped = assertInstanceOf(
                    RunResult.Stopped.class, keyturn.perform(range, recorded(HostScript.DELETE_FOLDER), event -> {}));

            assertEquals(Halt.Kind.REFUSED, stopped.kind(), stopped.toString());
            assertEquals(failed, words(List.of(step(stopped))).getFirst());
            assertEquals("start-service", sent.getLast());
            assertTrue(range.server().listening());
            assertEquals("15.0.300.96", version(range));
            range.clearFault(fault);
            Command.Ended back = InProcess.say(words("backout", keyturn.journal(), keyturn.target(range)));
            assertEquals(3, back.exit(), "nothing is left to back out: " + back.all());

            Command.Ended resumed = InProcess.say(words("resume", keyturn.journal(), keyturn.target(range)));
            assertEquals(0, resumed.exit(), resumed.all());
            assertEquals(NEW, version(range));
        }
    }

    @Test
    void aServiceThatDoesNotStartIsStartedWithTheFormerConnector() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            planned(range, "15.0.300.96");

            RunResult result = keyturn.perform(range, recorded(HostScript.START_SERVICE), event -> {});

            RunResult.Stopped stopped = assertInstanceOf(RunResult.Stopped.class, result);
            assertEquals(Halt.Kind.REFUSED, stopped.kind(), stopped.toString());
            assertEquals(2, sent.stream().filter("start-service"::equals).count());
            assertTrue(range.server().listening());
            assertEquals("15.0.300.96", version(range));
        }
    }

    /** As after a crash of the program: SQL Server is stopped, and nobody can look at it before it runs. */
    @Test
    void aRunThatDiesWhileSqlServerIsStoppedIsResumed() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            planned(range, "15.0.300.96");
            assertThrows(
                    IllegalStateException.class,
                    () -> keyturn.perform(range, dying(HostScript.MERGE_REGISTRY), event -> {}));
            assertFalse(range.server().listening());

            Command.Ended resumed = InProcess.say(words("resume", keyturn.journal(), keyturn.target(range)));

            assertEquals(0, resumed.exit(), resumed.all());
            assertEquals(NEW, version(range));
            Command.Ended checked = InProcess.say("verify-evidence", runOf(keyturn));
            assertEquals(0, checked.exit(), checked.all());
        }
    }

    private Step step(RunResult.Stopped stopped) throws Exception {
        return steps().get(stopped.at().number() - 1);
    }

    private List<Step> steps() throws Exception {
        return PlanFile.read(folder.resolve("plan.json")).plan().steps();
    }

    private static Object[] words(String verb, Path journal, List<Object> target) {
        List<Object> words = new ArrayList<>(List.of(verb, journal));
        words.addAll(target);
        return words.toArray();
    }

    private String planned(Range range, String before) {
        Command.Ended planned = plan(range, "--uninstall", product(before));
        assertEquals(0, planned.exit(), planned.all());
        return InProcess.digest(planned);
    }

    private Command.Ended plan(Range range, Object... choices) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(keyturn.target(range));
        words.addAll(List.of("--msi", MSI, "--build", NEW));
        words.addAll(List.of(choices));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    /** As the range makes it of name and version. */
    private static String product(String version) {
        String name = "SQL Server Connector for Microsoft Azure Key Vault " + version;
        return "{" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().toUpperCase(Locale.ROOT) + "}";
    }

    private static String version(Range range) {
        return range.server().instance().ekm().providers().getFirst().version().toString();
    }

    /** The program's own doors; the scripts that go through are noted, and one is refused the first time. */
    private WriteDoors recorded(HostScript refused) {
        return doors(refused, StopLaneTest::refused);
    }

    private WriteDoors dying(HostScript last) {
        return doors(last, () -> {
            throw new IllegalStateException("as if the program was killed");
        });
    }

    private WriteDoors doors(HostScript struck, Supplier<Outcome> instead) {
        WriteDoors real = RealDoors.all();
        DoorOpener<HostWriter> opener = (target, plan, run) -> {
            HostWriter host = real.host().open(target, plan, run);
            return new HostWriter() {
                @Override
                public Outcome perform(HostAct act) {
                    boolean first = !sent.contains(act.script().word());
                    sent.add(act.script().word());
                    return act.script() == struck && first ? instead.get() : host.perform(act);
                }

                @Override
                public void close() {
                    host.close();
                }
            };
        };
        return new WriteDoors(real.lock(), real.sql(), real.vault(), real.directory(), opener, real.manager());
    }

    private static Outcome refused() {
        return new Outcome.Refused(Halt.problem("noHost", Optional.empty()), RefusalKind.OTHER);
    }

    private static List<String> words(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.asHost().stream())
                .map(step -> HostParameters.script(step.task()).word())
                .toList();
    }

    private static Path runOf(InProcess keyturn) throws IOException {
        return Optional.ofNullable(keyturn.journal().getParent()).orElseThrow();
    }
}
