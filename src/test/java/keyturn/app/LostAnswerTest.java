package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Inspector;
import keyturn.plan.Plan;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.directory.ClientSecret;
import keyturn.rehearsal.PracticeWorld;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.Runner;
import keyturn.run.step.Decider;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.script.json.SavedPlan;
import keyturn.sql.SqlConnector;
import keyturn.tools.Command;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite of all flows, {@link keyturn.conform.LostAnswersOfFlowsTest}, cannot say of answers that are lost. */
final class LostAnswerTest {

    private static final String[] RIGHTS = {"get", "list", "create", "backup", "wrapKey", "unwrapKey"};

    /** The application is looked up, then the secret is made. */
    private static final int ADD_SECRET = 2;

    private static final int BACK_UP = 1;

    @TempDir
    Path folder;

    private final List<RunEvent> events = new ArrayList<>();

    private Rotating rotating() {
        return new Rotating(folder);
    }

    private InProcess program() {
        return new InProcess(folder);
    }

    private interface Scene {
        void play(Range range, Outsider outside) throws Exception;
    }

    private void onARange(Scene scene) throws Exception {
        try (Range range = program().started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(Rotating.VAULT, RIGHTS);
            scene.play(range, outside);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after", "drop-before"})
    void onSqlServer(String fault) throws Exception {
        onARange((range, outside) -> {
            String digest = Rotating.digest(rotating().plan(range, "--to-key", "tde-key-2026"));
            range.setFault(fault + "@create-asymmetric-key:1");
            Command.Ended stopped = rotating().run(program().target(range), digest);
            int step = number("open-key");
            assertEquals(1, stopped.exit(), stopped.all());
            assertEquals(List.of("started", "unanswered"), journalled(step));
            assertSays(stopped.text(), "cli.run.unanswered", step);
            assertSays(stopped.text(), "run.halt.unanswered", step);

            resumed(range, step, fault);
            assertEquals(
                    1,
                    Rotating.sent(range)
                                    .filter(text -> text.startsWith("CREATE ASYMMETRIC KEY"))
                                    .count()
                            - (fault.equals("drop-before") ? 1 : 0));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after", "drop-before"})
    void whereAVaultKeyIsBackedUp(String fault) throws Exception {
        onARange((range, outside) -> {
            rotating().plan(range, "--to-key", "tde-key-2026", "--key-backup", folder.resolve("keys"));
            Path file =
                    Path.of(rotating().step("back-up-vault-key").path("file").asText());
            int step = number("back-up-vault-key");
            lost(range, step, fault + "@vault:" + BACK_UP, "vault.broken");
            assertTrue(Files.notExists(file), "no backup came");
            resumed(range, step, "drop-before");
            assertTrue(Files.size(file) > 100, "a whole one");
        });
    }

    @Test
    void whereASecretIsAskedForAndTheAnswerIsLost() throws Exception {
        onARange((range, outside) -> {
            rotating().plan(range, "--to-key", "tde-key-2026", "--secret", "graph");
            int step = number("add-app-secret");
            lost(range, step, "drop-after@graph:" + ADD_SECRET, "directory.broken");
            assertEquals(2, secrets(range), "it was made");

            Command.Ended again = rotating().resume(program().target(range));
            assertEquals(1, again.exit(), again.all());
            assertTrue(again.all().contains("[run.secretMade]"), again.all());
            Path other = rotating().secretFile(range.offers().getOrDefault("secret", ""));
            Command.Ended ran = rotating().resume(program().target(range), "--credential-secret-file", other);
            assertEquals(0, ran.exit(), ran.all());
            assertEquals(2, secrets(range), "no second one");
            assertEquals(1, journalled(step).stream().filter("started"::equals).count());
        });
    }

    /** Nothing left this machine: the step is not begun, and what comes next does not look for what it may have done. */
    @Test
    void withoutATokenNothingIsSent() throws Exception {
        onARange((range, outside) -> {
            rotating().plan(range, "--create", "rsa-2048", "--to-key", "made-by-run");
            int step = number("create-vault-key");
            RunResult.Stopped stopped = stopped(range, step, "secret-rejected@login:1");
            assertEquals(List.of("started", "not-sent"), journalled(step));
            assertEquals("login.AADSTS7000215", stopped.problem().code());
            var told = assertInstanceOf(RunEvent.NotSent.class, events.getLast());
            assertEquals(step, told.step().number());
            assertTrue(stopped.why()
                    .text()
                    .startsWith(Message.of("run.halt.not_sent", step).text()));

            Command.Ended ran = rotating().resume(program().target(range));
            assertEquals(0, ran.exit(), ran.all());
            assertEquals(List.of("started", "not-sent", "started", "done"), journalled(step));
        });
    }

    /** Runs until the fault strikes, which it does from the moment that the step is sent. */
    private void lost(Range range, int step, String fault, String code) throws Exception {
        RunResult.Stopped stopped = stopped(range, step, fault);
        assertEquals(List.of("started", "unanswered"), journalled(step));
        assertEquals(code, stopped.problem().code());
        var told = assertInstanceOf(RunEvent.Unanswered.class, events.getLast());
        assertEquals(step, told.step().number());
        assertSays(stopped.why().text(), "run.halt.unanswered", step);

        Path evidence = new EvidenceWriter("test").write(stopped).path();
        assertSays(Files.readString(evidence), "run.halt.unanswered", step);
        range.clearFault(fault);
    }

    private RunResult.Stopped stopped(Range range, int step, String fault) throws Exception {
        SavedPlan saved = PlanFile.read(Files.readString(folder.resolve("plan.json")), "plan.json");
        Plan plan = saved.plan();
        Scripts scripts = saved.scripts();
        var approval =
                new Approval(scripts.digest(), "tester", Clock.systemUTC().instant(), Optional.empty());
        var setting = new RunSetting(
                Optional.empty(),
                event -> {
                    if (!(event instanceof RunEvent.Stopped)) {
                        events.add(event);
                    }
                    if (event instanceof RunEvent.Started started
                            && started.step().number() == step) {
                        range.setFault(fault);
                    }
                },
                Decider.STOPS,
                () -> false);
        var runner = new Runner(
                new TargetConnector(new SqlConnector("test"), (code, page, until) -> {}),
                new Inspector(Clock.systemUTC()),
                RealDoors.all(),
                Clock.systemUTC());
        return assertInstanceOf(
                RunResult.Stopped.class,
                runner.run(
                        new ApprovedPlan(plan, scripts, approval),
                        new PracticeWorld(range, closed -> {}).target(),
                        rotating().runs(),
                        setting));
    }

    /** A look decides: what was done is not sent again, what was not done is. */
    private void resumed(Range range, int step, String fault) throws Exception {
        Command.Ended ran = rotating().resume(program().target(range));
        assertEquals(0, ran.exit(), ran.all());
        assertSays(ran.text(), "cli.found.unanswered", step);
        List<String> expected = fault.equals("drop-after")
                ? List.of("started", "unanswered", "done")
                : List.of("started", "unanswered", "started", "done");
        assertEquals(expected, journalled(step));
    }

    private int number(String kind) throws Exception {
        return rotating().step(kind).path("number").asInt();
    }

    /** The events of a step, in order. */
    private List<String> journalled(int step) throws Exception {
        return rotating().journal().stream()
                .filter(line -> line.startsWith(step + " "))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    private static long secrets(Range range) {
        String client = range.offers().getOrDefault("client", "");
        return range.cloud().directory().tenants().getFirst().applications().stream()
                .filter(one -> one.clientId().equals(client))
                .flatMap(one -> one.secrets().stream())
                .map(ClientSecret::id)
                .count();
    }

    /** The sentence of a key, whatever the time in it; lines are broken to fit a terminal. */
    private static void assertSays(String text, String key, int step) {
        String bare = bare(text);
        List<String> parts = Stream.of(Message.of(key, step, "\u0000").text().split("\u0000", -1))
                .map(LostAnswerTest::bare)
                .toList();
        assertEquals(2, parts.size(), key);
        int begins = bare.indexOf(parts.getFirst());
        assertTrue(begins >= 0 && bare.indexOf(parts.getLast(), begins) > begins, key + " in: " + text);
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
