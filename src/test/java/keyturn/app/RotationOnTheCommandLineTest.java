package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotation that makes its key, verb by verb: plan, show, bundle, run, verify, verify-evidence. */
@BesideOthers
final class RotationOnTheCommandLineTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "hostile"})
    void everyVerbDoesItsPart(String scenario) throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started(scenario)) {
            List<Object> target = program.target(range);
            String digest = planned(target);
            String shown = done(InProcess.say("show", plan())).text();
            assertTrue(
                    shown.contains(Message.of("plan.step.createVaultKey.title", "made-by-run")
                            .text()),
                    shown);
            assertTrue(
                    done(InProcess.say("show", plan(), "--tsql")).text().contains("ALTER DATABASE ENCRYPTION KEY"),
                    shown);
            assertTrue(done(InProcess.say("show", plan(), "--powershell"))
                    .text()
                    .contains("function Test-KeyturnVaultKey"));
            Path bundle = folder.resolve("bundle");
            assertEquals(digest, last(done(InProcess.say("bundle", plan(), "--out", bundle))));
            done(InProcess.say("verify-evidence", bundle));

            Command.Ended ran = done(program.run(target, digest));
            assertTrue(ran.text().replaceAll("\\s+", " ").contains("RECOVERY STILL NEEDS"), ran.all());
            Path filed = filed(program);
            List<Object> words = new ArrayList<>(List.of("verify", filed.resolve("journal.jsonl")));
            words.addAll(target);
            Command.Ended verified = InProcess.say(words.toArray());
            assertEquals(4, verified.exit(), "no backup was taken yet: " + verified.all());
            assertTrue(verified.text().replaceAll("\\s+", " ").contains("RECOVERY STILL NEEDS"), verified.all());
            done(InProcess.say("verify-evidence", filed));
            for (Command.Ended ended : List.of(ran, verified)) {
                assertTrue(!ended.all().contains("NotASecret"), ended.all());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "secret-expired, Msg 33028, Provider code 3303: the connector could not sign in.",
        "old-version-disabled, Msg 33049, Provider code 3113: the vault refused the use of the key."
    })
    void theFirstTestStopsTheRunWithItsCauseAndNothingIsMade(String scenario, String number, String cause)
            throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started(scenario)) {
            List<Object> target = program.target(range);
            Command.Ended ran = program.run(target, planned(target));

            assertEquals(1, ran.exit(), ran.all());
            String said = ran.all().replaceAll("\\s+", " ");
            assertTrue(said.contains(number), said);
            assertTrue(said.contains(cause), said);
            assertTrue(said.contains("Nothing was changed"), said);
            assertTrue(range.log().entries().stream()
                    .noneMatch(entry -> entry.text().startsWith("CREATE ")));
            done(InProcess.say("verify-evidence", filed(program)));
        }
    }

    @Test
    void helpNamesWhatARotationTakes() {
        String help = done(InProcess.say("plan", "rotate-key", "--help")).text();
        for (String option : List.of("--to-key", "--create", "--database", "--all-databases", "--instead-of")) {
            assertTrue(help.contains(option), help);
        }
        assertTrue(done(InProcess.say("tour", "--help")).text().contains("rotate-key"));
    }

    private String planned(List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(target);
        words.addAll(List.of("--create", "rsa-2048", "--to-key", "made-by-run", "--all-databases", "--out", plan()));
        return last(done(InProcess.say(words.toArray())));
    }

    private static String last(Command.Ended ended) {
        return ended.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    private static Command.Ended done(Command.Ended ended) {
        assertEquals(0, ended.exit(), ended.all());
        return ended;
    }

    /** The folder of the only run. */
    private static Path filed(InProcess program) throws IOException {
        try (Stream<Path> runs = Files.list(program.runs())) {
            return runs.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Path plan() {
        return folder.resolve("plan.json");
    }
}
