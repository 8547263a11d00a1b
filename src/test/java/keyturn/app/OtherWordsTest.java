package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.SecretLife;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.script.Scripts;
import keyturn.script.json.PlanFile;
import keyturn.tools.Command;
import keyturn.tools.WrappedWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another version of the program, each of whose texts is worded otherwise, and what this one filed. */
final class OtherWordsTest {

    private final InProcess keyturn;
    private final WrappedWords other = new WrappedWords();

    OtherWordsTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
    }

    @Test
    void digestAndActsAreTheSameBytes() throws Exception {
        List<String> ours = filed();
        List<String> theirs = other.call(OtherWordsTest.class, "filed");

        assertEquals(ours, theirs);
        assertTrue(other.call(OtherWordsTest.class, "title").getFirst().startsWith("⟦"), "they are worded otherwise");
    }

    /** All that the digest covers, and the digest, of plans with every kind of act. */
    static List<String> filed(String... nothing) {
        List<String> filed = new ArrayList<>();
        for (Plan plan : plans()) {
            Scripts scripts = Scripts.of(plan);
            String file = PlanFile.write(plan, scripts);
            filed.add(file.substring(0, file.indexOf("\"notices\"")));
            filed.add(scripts.digest());
        }
        return filed;
    }

    static List<String> title(String... nothing) {
        return List.of(plans().getFirst().notices().getFirst().text());
    }

    private static List<Plan> plans() {
        var further =
                new RotateChoices.Further(Optional.of(new LocalPath("/keys")), Optional.of(SecretLife.parse("P180D")));
        return List.of(
                new SeenRotation().database("Sales").create().further(further).plan(),
                new SeenRotation()
                        .database("Sales")
                        .create()
                        .further(further)
                        .allowed(KeyRight.CREATE, KeyRight.BACKUP)
                        .plan(),
                new SeenRotation()
                        .database("Sales")
                        .callerWithout()
                        .noLogBackup()
                        .plan(),
                new SeenWorld()
                        .databases(
                                SeenWorld.encrypted(5, "Sales"),
                                SeenWorld.simple(6, "Archive"),
                                SeenWorld.unreadable(8, "Lost", "OFFLINE"))
                        .plan());
    }

    @Test
    void aRunThatThisOneBeganIsShownListedCheckedAndGoneOnWith() throws Exception {
        Path ready = keyturn.folder().resolve("healthy.json");
        try (Range range = Range.start(RangeOptions.of("healthy")
                .withFaults(List.of("drop-after@alter-provider:1"))
                .withReady(ready))) {
            List<Object> target = keyturn.target(range);
            String digest = keyturn.plan(target);
            assertEquals(1, keyturn.run(target, digest).exit());
            Path run = only(keyturn.runs());
            Path plan = keyturn.folder().resolve("plan.json");

            assertTrue(done("show", plan).contains("digest " + digest));
            assertTrue(done("runs", "--journal", keyturn.runs()).contains(String.valueOf(run.getFileName())));
            done("verify-evidence", run);
            assertTrue(done("resume", run, "--range", ready).contains("⟦"));
            done("verify-evidence", run);
            assertEquals(0, InProcess.say("verify-evidence", run).exit(), "and this version takes theirs");
            assertTrue(Files.exists(run.resolve("evidence-2.json")));
        }
    }

    /** What the other version prints; it must end well. */
    private String done(Object... arguments) throws Exception {
        List<String> ended = other.call(
                OtherWordsTest.class,
                "say",
                List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
        assertEquals("0", ended.getFirst(), ended.getLast());
        return ended.getLast();
    }

    static List<String> say(String... arguments) {
        Command.Ended ended = InProcess.say((Object[]) arguments);
        return List.of(String.valueOf(ended.exit()), ended.all());
    }

    private static Path only(Path runs) throws java.io.IOException {
        try (var folders = Files.list(runs)) {
            return folders.findFirst().orElseThrow();
        }
    }
}
