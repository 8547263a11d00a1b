package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A further secret of the application, made by the directory in the middle of a rotation, through the whole program(). */
@BesideOthers
final class FurtherSecretTest {

    @TempDir
    Path folder;

    private interface Scene {
        void play(Range range) throws Exception;
    }

    private Rotating rotating() {
        return new Rotating(folder);
    }

    private InProcess program() {
        return new InProcess(folder);
    }

    private static String offer(Range range, String name) {
        return Optional.ofNullable(range.offers().get(name)).orElseThrow();
    }

    private void onARange(Scene scene) throws Exception {
        try (Range range = program().started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(Rotating.VAULT, "get", "list", "wrapKey", "unwrapKey");
            scene.play(range);
        }
    }

    private String planned(Range range, Object... more) {
        List<Object> choices = new ArrayList<>(List.of("--to-key", "tde-key-2026", "--secret", "graph"));
        choices.addAll(List.of(more));
        return Rotating.digest(rotating().plan(range, choices.toArray()));
    }

    /** The application's secrets by name, as the directory has them. */
    private static List<ClientSecret> secrets(Range range) {
        String client = offer(range, "client");
        return range.cloud().directory().tenants().getFirst().applications().stream()
                .filter(one -> one.clientId().equals(client))
                .findFirst()
                .orElseThrow()
                .secrets();
    }

    private long begun(String kind) throws Exception {
        String line = rotating().step(kind).path("number").asInt() + " started ";
        return rotating().journal().stream().filter(line::equals).count();
    }

    @Test
    void theDirectoryMakesItAndSqlServerWorksWithIt() throws Exception {
        onARange(range -> {
            String digest = planned(range, "--lifetime", "P90D");
            String name = rotating().step("add-app-secret").path("name").asText();
            assertEquals(
                    rotating().step("add-app-secret").path("number").asInt() + 1,
                    rotating().step("try-vault-key").path("number").asInt());
            Command.Ended ran = rotating().run(program().target(range), digest);

            assertEquals(0, ran.exit(), ran.all());
            assertTrue(ran.text().contains("RECOVERY STILL NEEDS"), ran.all());
            assertEquals(2, secrets(range).size(), "the old one stays");
            ClientSecret made = secrets(range).getLast();
            assertEquals(name, made.name());
            assertEquals(
                    rotating().step("add-app-secret").path("expires").asText(),
                    made.until().toString());
            assertEquals(
                    90,
                    Duration.between(made.from(), made.until()).plusMinutes(10).toDays());
            assertTrue(bare(ran.text()).contains(made.id()), "its key id is told");
            List<String> journal = rotating().journal();
            assertTrue(journal.stream().anyMatch(line -> line.contains("done made: ") && line.contains(made.id())));
            rotating().written().forEach(text -> assertFalse(text.contains(made.value()), "in no file"));
            assertFalse(ran.all().contains(made.value()));
            assertTrue(
                    rotating().written().stream().noneMatch(text -> text.contains("was lost")), "nothing is left over");

            withdrawOld(range, made);
            assertTrue(range.restart());
            Command.Ended verified = rotating().verify(program().target(range));
            assertTrue(verified.text().contains("Sales is ONLINE"), verified.all());
        });
    }

    /** With the one secret gone that was there before, only the new one opens the vault. */
    private static void withdrawOld(Range range, ClientSecret made) {
        try (Outsider outside = new Outsider(range)) {
            String id = outside.graph("GET", "/v1.0/applications", "").path("value").findParents("appId").stream()
                    .filter(one -> one.path("appId").asText().equals(offer(range, "client")))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            String old = secrets(range).getFirst().id();
            outside.graph("POST", "/v1.0/applications/" + id + "/removePassword", "{\"keyId\":\"" + old + "\"}");
            assertEquals(
                    List.of(made.id()),
                    secrets(range).stream().map(ClientSecret::id).toList());
        }
    }

    /** The directory's servers learn of a secret one after the other: what is refused is tried again, and what was taken too. */
    @Test
    void aSecretThatHasNotSpreadIsTriedAgain() throws Exception {
        onARange(range -> {
            String digest = planned(range);
            var read = PlanFile.read(Files.readString(folder.resolve("plan.json")), "plan.json");
            Scripts scripts = read.scripts();
            assertEquals(digest, scripts.digest());
            var approval = new Approval(digest, "tester", Clock.systemUTC().instant(), Optional.empty());
            List<RunEvent> events = new ArrayList<>();
            int add = rotating().step("add-app-secret").path("number").asInt();
            var setting = new RunSetting(
                    Optional.empty(),
                    event -> {
                        events.add(event);
                        if (event instanceof RunEvent.Done done && done.step().number() == add) {
                            range.setFault("secret-rejected@login:2");
                        }
                    },
                    Decider.STOPS,
                    () -> false);
            var world = new PracticeWorld(range, closed -> {});
            var runner = new Runner(
                    new TargetConnector(new SqlConnector("test"), (code, page, until) -> {}),
                    new keyturn.inspect.Inspector(Clock.systemUTC()),
                    RealDoors.all(),
                    Clock.systemUTC());
            RunResult result = runner.run(
                    new ApprovedPlan(read.plan(), scripts, approval),
                    world.target(),
                    rotating().runs(),
                    setting);

            assertInstanceOf(RunResult.Completed.class, result);
            assertEquals(2, begun("try-vault-key"), rotating().journal().toString());
            String refused = (add + 1) + " failed login.AADSTS7000215";
            assertTrue(
                    rotating().journal().stream().anyMatch(line -> line.startsWith(refused)),
                    rotating().journal().toString());
            assertFalse(events.toString().contains(secrets(range).getLast().value()));
        });
    }

    @Test
    void whoResumesWithoutItsTextHandsInAnotherAndIsToldWhatIsLeft() throws Exception {
        onARange(range -> {
            String digest = planned(range);
            String name = rotating().step("add-app-secret").path("name").asText();
            range.setFault("drop-before@create-asymmetric-key:1");
            Command.Ended stopped = rotating().run(program().target(range), digest);
            assertEquals(1, stopped.exit(), stopped.all());
            ClientSecret made = secrets(range).getLast();
            assertTrue(bare(stopped.text()).contains("Removeitfromthedirectory"), stopped.all());
            assertTrue(bare(stopped.text()).contains(bare(name) + ":keyid" + made.id()), stopped.all());

            Command.Ended nobody = rotating().resume(program().target(range));
            assertEquals(2, nobody.exit(), nobody.all());
            assertTrue(nobody.all().contains("[cli.secret.nobody]"), nobody.all());

            Path other = rotating().secretFile(offer(range, "secret"));
            Command.Ended ran = rotating().resume(program().target(range), "--credential-secret-file", other);
            assertEquals(0, ran.exit(), ran.all());
            assertEquals(2, secrets(range).size(), "no second one is made");
            assertEquals(1, begun("add-app-secret"));
            assertTrue(bare(ran.text())
                    .contains(bare("The additional secret " + name + " was made, but its value was lost")));
            assertTrue(bare(ran.text()).contains(made.id()), ran.all());
            rotating().written().forEach(text -> assertFalse(text.contains(made.value()), "in no file"));
        });
    }

    /** SQL Server has the credential with it, and nobody heard: it must stay. */
    @Test
    void aSecretThatACredentialHoldsIsNotCalledUnused() throws Exception {
        onARange(range -> {
            String digest = planned(range);
            range.setFault("drop-after@create-credential:1");
            Command.Ended stopped = rotating().run(program().target(range), digest);
            assertEquals(1, stopped.exit(), stopped.all());
            assertFalse(bare(stopped.text()).contains("Removeitfromthedirectory"), stopped.all());

            Path other = rotating().secretFile(offer(range, "secret"));
            Command.Ended ran = rotating().resume(program().target(range), "--credential-secret-file", other);
            assertEquals(0, ran.exit(), ran.all());
            Command.Ended later = rotating().verify(program().target(range));
            for (Command.Ended told : List.of(ran, later)) {
                assertFalse(bare(told.text()).contains("Removeitfromthedirectory"), told.all());
            }
        });
    }

    /** The directory did it, and nobody heard: a look finds it by its name, and no other is made unseen. */
    @Test
    void afterALostAnswerALookTellsWhetherItWasMade() throws Exception {
        onARange(range -> {
            String digest = planned(range);
            String name = rotating().step("add-app-secret").path("name").asText();
            int add = rotating().step("add-app-secret").path("number").asInt();
            range.setFault("drop-after@graph:" + requestsBeforeTheSecret());
            Command.Ended stopped = rotating().run(program().target(range), digest);
            assertEquals(1, stopped.exit(), stopped.all());
            assertEquals(name, secrets(range).getLast().name(), "it was made");
            assertTrue(
                    rotating().journal().stream().anyMatch(line -> line.startsWith(add + " unanswered directory.")),
                    "" + rotating().journal());

            Command.Ended again = rotating().resume(program().target(range));
            assertEquals(1, again.exit(), again.all());
            assertTrue(again.all().contains("[run.secretMade]"), again.all());
            assertEquals(2, secrets(range).size());

            Path other = rotating().secretFile(offer(range, "secret"));
            Command.Ended ran = rotating().resume(program().target(range), "--credential-secret-file", other);
            assertEquals(0, ran.exit(), ran.all());
            assertEquals(2, secrets(range).size());
            assertEquals(1, begun("add-app-secret"));
            assertTrue(bare(ran.text()).contains(bare("it is unknown whether the secret was made")), ran.all());
        });
    }

    /** Two looks of a run ask twice each, for the application and its sign-ins; the act asks once, and then makes the secret. */
    private static int requestsBeforeTheSecret() {
        return 6;
    }

    /** Lines are broken to fit a terminal. */
    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
