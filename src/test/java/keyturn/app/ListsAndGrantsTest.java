package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person takes elsewhere: lists for a spreadsheet, the script for who may grant. */
@BesideOthers
final class ListsAndGrantsTest {

    @TempDir
    Path folder;

    @Test
    void whatGoesOnIsInTheJsonOfAnInspection() throws Exception {
        Command.Ended inspected = InProcess.say("inspect", "--practice", "limits", "--json");
        JsonNode underway = new ObjectMapper().readTree(inspected.text()).path("underway");
        assertFalse(underway.path("backups").isEmpty(), underway.toString());
        assertTrue(underway.path("limits").findValuesAsText("standby").contains("true"), underway.toString());
        assertFalse(underway.path("files").isEmpty(), underway.toString());
        assertTrue(underway.path("clock").isTextual(), underway.toString());
    }

    @Test
    void theListsOfAnInspectionAreNewFilesForTheirOwnerAlone() throws IOException {
        Command.Ended inspected = InProcess.say("inspect", "--practice", "busy", "--csv", folder);
        assertEquals(0, inspected.exit(), inspected.err());
        for (String name : List.of("databases.csv", "backups.csv", "sessions.csv", "jobs.csv")) {
            Path list = folder.resolve(name);
            assertTrue(Files.readAllLines(list).size() > 2, name);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(list)), name);
            assertTrue(inspected.err().contains(name), inspected.err());
        }
        assertTrue(Files.readString(folder.resolve("sessions.csv")).contains("AzureKeyVault_EKM,72,billing"));
    }

    @Test
    void aListThatIsThereIsNotOverwrittenAndNobodyConnectsForIt() throws IOException {
        Path mine = Files.writeString(folder.resolve("jobs.csv"), "mine");
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            Command.Ended inspected = InProcess.say("inspect", "--range", range.ready(), "--csv", folder);
            assertEquals(2, inspected.exit(), inspected.err());
            assertEquals(List.of(), range.range().log().entries(), "the range was asked nothing");
        }
        assertEquals("mine", Files.readString(mine));
        assertFalse(Files.exists(folder.resolve("databases.csv")));
    }

    @Test
    void whatBlocksAPlanIsListedToo() throws IOException {
        Command.Ended planned = InProcess.say(
                "plan", "upgrade", "--practice", "ag3", "--csv", folder, "--out", folder.resolve("plan.json"));
        assertEquals(4, planned.exit(), planned.err());
        try (Stream<String> lines = Files.lines(folder.resolve("findings.csv"))) {
            assertTrue(lines.anyMatch(line -> line.startsWith("BLOCKS,plan.database.availabilityGroup,")));
        }
    }

    @Test
    void aLoginThatMayOnlyReadPlansAndAnotherRuns() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            Path grants = folder.resolve("grants.sql");
            Path plan = folder.resolve("plan.json");
            Command.Ended denied =
                    InProcess.say(range.asReader(folder, "plan", "upgrade", "--grants", grants, "--out", plan));
            assertEquals(4, denied.exit(), denied.text() + denied.err());
            String script = Files.readString(grants);
            assertFalse(script.contains("CONTROL SERVER"), script);
            assertTrue(script.contains("GRANT VIEW SERVER STATE TO [reader];"), script);
            assertTrue(denied.err().contains("REVOKE VIEW SERVER STATE FROM [reader];"), denied.err());

            range.send(script);
            range.send("USE master; IF USER_ID(N'reader') IS NULL CREATE USER [reader] FOR LOGIN [reader];");
            Path toRun = folder.resolve("to-run.sql");
            Command.Ended planned =
                    InProcess.say(range.asReader(folder, "plan", "upgrade", "--grants", toRun, "--out", plan));
            assertEquals(0, planned.exit(), planned.text() + planned.err());
            String needed = Files.readString(toRun);
            assertTrue(needed.contains("GRANT CONTROL SERVER TO [reader];\n"), needed);
            assertTrue(needed.endsWith("ALTER ROLE [db_owner] ADD MEMBER [reader];\n"), needed);

            String digest = InProcess.digest(planned);
            Path runs = folder.resolve("runs");
            Command.Ended refused =
                    InProcess.say(range.asReader(folder, "run", plan, "--approve", digest, "--journal", runs));
            assertEquals(3, refused.exit(), refused.text() + refused.err());
            assertTrue(refused.err().contains("[run.lockDenied]"), refused.err());
            range.send("USE master; ALTER ROLE db_owner ADD MEMBER [reader];");
            Command.Ended lacking =
                    InProcess.say(range.asReader(folder, "run", plan, "--approve", digest, "--journal", runs));
            assertEquals(3, lacking.exit(), lacking.text() + lacking.err());
            assertTrue(lacking.err().contains("CONTROL SERVER"), lacking.err());
            assertFalse(Files.exists(runs), "nothing was begun");

            Command.Ended ran =
                    InProcess.say("run", plan, "--range", range.ready(), "--approve", digest, "--journal", runs);
            assertEquals(0, ran.exit(), ran.text() + ran.err());
        }
    }

    @Test
    void aRotationAsksForNoControlOfTheServer() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            Path reading = folder.resolve("reading.sql");
            Path plan = folder.resolve("plan.json");
            Object[] choices = {
                "plan",
                "rotate-key",
                "--to-key",
                "tde-key-2024",
                "--all-databases",
                "--credential-client",
                "00000000-7072-6163-7469-636500000001",
                "--asymmetric-key",
                "other",
                "--out",
                plan
            };
            InProcess.say(range.asReader(folder, with(choices, "--grants", reading)));
            range.send(Files.readString(reading));
            Path snapshots = folder.resolve("snapshots.sql");
            Object[] tested = with(choices, "--test", "Sales=snapshot");
            InProcess.say(range.asReader(folder, with(tested, "--grants", snapshots)));
            String creating = "GRANT CREATE ANY DATABASE TO [reader];";
            assertTrue(Files.readString(snapshots).contains(creating), Files.readString(snapshots));
            range.send(creating);
            Files.deleteIfExists(plan);
            Path held = folder.resolve("held.sql");
            InProcess.say(range.asReader(folder, with(tested, "--grants", held)));
            assertFalse(Files.readString(held).contains(creating), "it is held now");
            Files.deleteIfExists(plan);

            Path toRun = folder.resolve("to-run.sql");
            Command.Ended planned = InProcess.say(range.asReader(folder, with(choices, "--grants", toRun)));
            String script = Files.readString(toRun);
            assertFalse(script.contains("CONTROL SERVER"), script);
            for (String right : List.of(
                    "GRANT ALTER ANY CREDENTIAL TO [reader];",
                    "GRANT ALTER ANY LOGIN TO [reader];",
                    "GRANT CREATE ASYMMETRIC KEY ON DATABASE::[master] TO [reader];",
                    "GRANT CONTROL ON DATABASE::[Sales] TO [reader];")) {
                assertTrue(script.contains(right), script + planned.all());
            }
        }
    }

    private static Object[] with(Object[] words, Object... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
    }
}
