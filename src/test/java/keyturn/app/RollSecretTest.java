package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keyturn.domain.Message;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.directory.ClientSecret;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new secret for credentials, by the whole program on a range, to its good end. */
@BesideOthers
final class RollSecretTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";
    private static final List<Object> BOTH = List.of("--credential", TDE, ADMIN);

    @TempDir
    Path folder;

    /** The restart is somebody else's: the run watches, and tests what opened. */
    @Test
    void whoeverRestartsEndsTheWaitAndTheDatabasesOpenWithoutTheOldSecret() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String unused = world.planned(BOTH, "--new-secret", "graph", "--restart", "now");
            List<RunEvent> waited = new ArrayList<>();
            RunResult ended = new InProcess(folder).perform(world.range, event -> {
                if (event instanceof RunEvent.Waiting && waited.add(event)) {
                    assertTrue(world.range.restart());
                }
            });

            assertEquals(1, waited.size());
            var completed = assertInstanceOf(RunResult.Completed.class, ended, String.valueOf(ended));
            assertEquals(Overall.DONE, completed.verification().overall());
            ClientSecret made = world.secrets().getLast();
            assertEquals(Map.of(TDE, made.value(), ADMIN, made.value()), world.held());
            world.removeOld();
            assertTrue(world.range.restart());
            assertEquals(List.of(), world.closed());
        }
    }

    /** What was opened by nobody: every encrypted database waits for recovery, and no test comes first. */
    @Test
    void aClosedDatabaseTellsBeforeTheRestartThatTheSecretWorks() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expired")) {
            assertTrue(world.range.restart());
            assertEquals(List.of("Archive", "Ledger", "Payroll", "Sales"), world.closed());
            Path secret = world.secretFile(world.range.offers().getOrDefault("newSecret", ""));
            String digest = world.plannedAlone(
                    BOTH, "--credential-client", world.client(), "--secret-expired", "--open", "Sales", "Ledger");

            Command.Ended ended = world.runAlone(digest, "--credential-secret-file", secret);

            assertEquals(0, ended.exit(), ended.all());
            assertEquals(List.of("Archive", "Payroll"), world.closed());
            assertTrue(world.range.restart());
            assertEquals(List.of(), world.closed());
        }
    }

    @Test
    void onlyTheCredentialsOfTheApplicationAreGivenItsSecret() throws Exception {
        try (RollWorld world = new RollWorld(folder, "two-applications")) {
            Map<String, String> before = world.held();
            Command.Ended unsaid = world.plan(List.of("--new-secret", "graph", "--credential", TDE, ADMIN));
            assertEquals(4, unsaid.exit(), unsaid.all());
            assertTrue(unsaid.all().contains("plan.roll-secret.unsaid"), unsaid.all());

            String digest = world.planned(
                    BOTH, "--new-secret", "graph", "--leave", "Azure_EKM_payroll_cred=the application of Payroll");
            Command.Ended ended = world.run(digest);

            assertEquals(0, ended.exit(), ended.all());
            Map<String, String> after = world.held();
            assertEquals(before.get("Azure_EKM_payroll_cred"), after.get("Azure_EKM_payroll_cred"));
            assertNotEquals(before.get(TDE), after.get(TDE));
            assertTrue(world.range.restart());
            assertEquals(List.of(), world.closed());
        }
    }

    /** Start and change are compared by the server's clock, whatever that of this machine says. */
    @Test
    void aClockThatIsWrongHereMakesNoRestart() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(30));
            String digest = InProcess.digest(
                    world.say(ahead, world.words("plan", BOTH, "--new-secret", "graph", "--out", world.plan())));
            Command.Ended ended = world.say(ahead, world.runWords(digest));
            assertEquals(0, ended.exit(), ended.all());
            assertEquals("PENDING_RESTART", world.verdict(), ended.all());
            assertTrue(world.range.restart());
            Command.Ended later = world.say(ahead, world.words("verify", List.of(), world.run()));
            assertEquals(0, later.exit(), later.all());
            assertEquals("DONE", world.later("verification-1.json"), later.all());
        }
    }

    /** One more secret, since the old one can be read nowhere; the first one made stays in the directory. */
    @Test
    void theWayBackGivesOneMoreSecret() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            assertEquals(
                    0, world.run(world.planned(BOTH, "--new-secret", "graph")).exit());
            Command.Ended shown =
                    InProcess.say(world.words("backout", List.of(), world.run()).toArray());
            assertEquals(0, shown.exit(), shown.all());
            Command.Ended back =
                    InProcess.say(world.words("backout", List.of(), world.run(), "--approve", InProcess.digest(shown))
                            .toArray());
            assertEquals(0, back.exit(), back.all());
            assertEquals(3, world.secrets().size());
            String last = world.secrets().getLast().value();
            assertEquals(Map.of(TDE, last, ADMIN, last), world.held());
        }
    }

    /** The old one is at hand, and is typed again as the new one was. */
    @Test
    void theWayBackTakesTheOldSecret() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String old = world.secrets().getFirst().value();
            String digest = world.planned(BOTH, "--new-secret", "graph", "--old-secret");
            assertEquals(0, world.run(digest).exit());
            Command.Ended shown =
                    InProcess.say(world.words("backout", List.of(), world.run()).toArray());
            assertEquals(0, shown.exit(), shown.all());
            assertTrue(
                    last(shown, "plan.step.tryOldSecret.title") > last(shown, "plan.step.trySecret.title"),
                    "after what was done: " + shown.all());
            List<Object> words = world.words("backout", List.of(), world.run(), "--approve", InProcess.digest(shown));
            Command.Ended unasked = InProcess.say(words.toArray());
            assertEquals(2, unasked.exit(), "nobody to ask, and nothing has begun: " + unasked.all());
            words.addAll(List.of("--credential-secret-file", world.secretFile(old)));
            Command.Ended back = InProcess.say(words.toArray());

            assertEquals(0, back.exit(), back.all());
            assertEquals(Map.of(TDE, old, ADMIN, old), world.held());
        }
    }

    /** As the run's own back-out does it. */
    @Test
    void theExportedBackOutTriesTheOldSecretBeforeACredentialGetsIt() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String unused = world.planned(BOTH, "--new-secret", "graph", "--old-secret");
            Command.Ended bundled = InProcess.say("bundle", world.plan(), "--out", folder.resolve("bundle"));
            assertEquals(0, bundled.exit(), bundled.all());
            String back = Files.readString(folder.resolve("bundle").resolve("backout.ps1"));
            int defined = back.indexOf("function Test-KeyturnVaultKey");
            int tried = back.lastIndexOf("Test-KeyturnVaultKey");
            int altered = back.indexOf("'ALTER CREDENTIAL");
            assertTrue(0 < defined && defined < tried && tried < altered, back);
        }
    }

    private static int last(Command.Ended shown, String title) {
        return shown.all().lastIndexOf(Message.of(title, "").text().strip());
    }
}
