package keyturn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import keyturn.plan.verify.Verification.NotMet;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Range;
import keyturn.practice.server.state.Database;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.step.Halt;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a stop and a start: where the run stops, what is true then, and what leads on. */
@BesideOthers
final class StopFailuresTest {

    private static final String MSI = "C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi";
    private static final String NEW = "15.0.2000.440";

    /** Batches that a look sends, at least. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final int MORE = 3;

    private final InProcess keyturn;
    private final Path folder;

    StopFailuresTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    /** The start came, and the databases did not: nothing is changed on top of that, and what leads on is the cause. */
    @Test
    void aDatabaseThatDoesNotOpenAtTheStartStopsTheRun() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            plan(range, "15.0.300.96");
            range.setFault("provider-code=3303@restart:1");

            RunResult.Stopped stopped = assertInstanceOf(RunResult.Stopped.class, keyturn.perform(range, event -> {}));

            assertEquals(Halt.Kind.MOVED, stopped.kind());
            assertTrue(stopped.problem().summary().text().contains("RECOVERY_PENDING"), "what is true now");
            assertEquals(4, waiting(range));
            String checked = say(range, List.of("check", "--json")).all();
            assertTrue(checked.contains("\"secret-expired\""), checked);
            assertTrue(checked.contains("\"roll-secret\""), checked);
        }
    }

    /** A connection that breaks is no restart: Keyturn waits on until the start time has moved. */
    @Test
    void aLostConnectionIsNotTakenForTheRestart() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended planned = planned(range, "--host", "none");
            assertEquals(0, planned.exit(), planned.all());

            RunResult result = keyturn.perform(range, event -> {
                if (event instanceof RunEvent.Waiting) {
                    range.setFault("drop-before@select:1");
                    Thread.startVirtualThread(() -> restartedAfterMore(range));
                }
            });

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, result);
            assertEquals(Overall.NOT_MET, done.verification().overall(), "the file was not replaced");
            assertEquals(
                    1,
                    done.verification().verdicts().stream()
                            .filter(one -> one.verdict() instanceof NotMet)
                            .count());
        }
    }

    /** Once more was read than the batch that the connection broke at. */
    private static void restartedAfterMore(Range range) {
        int before = range.log().entries().size();
        Deadline.await("more was read", LIMIT, () -> range.log().entries().size() >= before + MORE);
        range.restart();
    }

    /** One number, two builds: the folder was renamed first, so that the installer cannot leave the former file. */
    @Test
    void theSameNumberIsReplacedByTheNewFile() throws Exception {
        try (Range range = keyturn.started("dll-replaced")) {
            plan(range, "15.0.2000.440");

            RunResult.Completed done = assertInstanceOf(RunResult.Completed.class, keyturn.perform(range, event -> {}));

            assertEquals(
                    Overall.DONE,
                    done.verification().overall(),
                    done.verification().toString());
            assertEquals(
                    "2024-11-09",
                    range.server().instance().ekm().loaded().getFirst().date().toString());
        }
    }

    private void plan(Range range, String present) {
        Command.Ended planned = planned(range, "--uninstall", product(present));
        assertEquals(0, planned.exit(), planned.all());
    }

    private Command.Ended planned(Range range, String... more) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade", "--msi", MSI, "--build", NEW));
        words.addAll(List.of(more));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return say(range, words);
    }

    private Command.Ended say(Range range, List<Object> words) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(keyturn.target(range));
        return InProcess.say(all.toArray());
    }

    /** As the range makes it of name and version. */
    private static String product(String version) {
        String name = "SQL Server Connector for Microsoft Azure Key Vault " + version;
        return "{" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().toUpperCase(Locale.ROOT) + "}";
    }

    private static long waiting(Range range) {
        return range.server().instance().databases().stream()
                .filter(row -> row.state() == Database.State.RECOVERY_PENDING)
                .count();
    }
}
