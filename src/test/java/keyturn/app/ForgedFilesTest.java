package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Sha256;
import keyturn.practice.Range;
import keyturn.script.json.OtherVersion;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody forged, their digests and hashes made anew, lead to no act and to no file elsewhere. */
@BesideOthers
final class ForgedFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void aPlanWhoseMarkOfPracticeWasFlippedIsNotRun() throws Exception {
        var program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            program.plan(program.target(range));
            Path plan = folder.resolve("plan.json");
            String forged = OtherVersion.of(Files.readString(plan), "\"practice\":true", "\"practice\":false");
            Files.writeString(plan, forged);
            Command.Ended ended = program.run(
                    program.target(range), JSON.readTree(forged).path("digest").textValue());
            assertEquals(3, ended.exit(), ended.all());
            assertTrue(range.log().entries().stream()
                    .noneMatch(entry -> entry.program().endsWith("/act")));
        }
    }

    @Test
    void aPlanForAVersionThatIsNoneIsRefused() throws Exception {
        var program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            program.plan(program.target(range));
            Path plan = folder.resolve("plan.json");
            String version = JSON.readTree(Files.readString(plan))
                    .path("plan")
                    .path("server")
                    .path("version")
                    .textValue();
            Files.writeString(plan, OtherVersion.of(Files.readString(plan), '"' + version + '"', "\"sixteen\""));
            Command.Ended ended = InProcess.say("bundle", plan, "--out", folder.resolve("bundle"));
            assertEquals(2, ended.exit(), ended.all());
            assertTrue(Files.notExists(folder.resolve("bundle")));
        }
    }

    @Test
    void aRunThatIsNamedAfterAFolderElsewhereIsRefused() throws Exception {
        var program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            Path run = finished(program, range);
            Path journal = run.resolve("journal.jsonl");
            Files.writeString(journal, renamed(Files.readAllLines(journal), "../../elsewhere"));
            Command.Ended ended = InProcess.say(
                    "resume",
                    run,
                    "--range",
                    folder.resolve("healthy.json"),
                    "--backout-copy",
                    folder.resolve("copies/below"));
            assertFalse(ended.exit() == 0, ended.all());
            assertFalse(Files.exists(folder.resolve("elsewhere")));
        }
    }

    @Test
    void aSecondPlaceThatLeadsElsewhereIsRefused() throws Exception {
        var program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            Path run = finished(program, range);
            Path approval = run.resolve("approval.json");
            ObjectNode said = (ObjectNode) JSON.readTree(Files.readString(approval));
            said.put("backoutCopy", folder + "/copies/../../elsewhere");
            Files.writeString(approval, said.toString());
            Command.Ended ended = InProcess.say("verify", run, "--range", folder.resolve("healthy.json"));
            assertEquals(3, ended.exit(), ended.all());
        }
    }

    private Path finished(InProcess program, Range range) throws IOException {
        String digest = program.plan(program.target(range));
        Command.Ended ended = program.run(program.target(range), digest);
        assertEquals(0, ended.exit(), ended.all());
        try (Stream<Path> runs = Files.list(program.runs())) {
            return runs.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static String renamed(List<String> lines, String run) throws IOException {
        StringBuilder renamed = new StringBuilder();
        String before = "";
        for (String line : lines) {
            ObjectNode entry = (ObjectNode) JSON.readTree(line);
            entry.put("run", run);
            entry.put("prev", before.isEmpty() ? entry.path("prev").textValue() : before);
            ObjectNode whole = entry.deepCopy();
            entry.remove("hash");
            before = Sha256.of(entry.toString());
            renamed.append(whole.put("hash", before)).append('\n');
        }
        return renamed.toString();
    }
}
