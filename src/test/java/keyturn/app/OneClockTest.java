package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.step.TestStep;
import keyturn.practice.Range;
import keyturn.script.json.PlanFile;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of a change, of a backup and of a start are compared by the server's clock alone. */
@BesideOthers
final class OneClockTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock HOUR_BEHIND = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));

    private final Path folder;
    private final InProcess keyturn;

    OneClockTest(@TempDir Path folder) {
        this.folder = folder;
        this.keyturn = new InProcess(folder);
    }

    @Test
    void anOwnBackupBeforeTheChangeIsNotCountedWhereThisMachineIsAnHourBehind() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            backup(range);
            upgrade(range);
            assertEquals("CannotTell", ofPayroll(), "that backup was before the change");

            backup(range);
            assertEquals(4, say("verify", range).exit(), "not restarted yet");
            assertEquals("Met", ofPayroll());
        }
    }

    @Test
    void clocksThatChangeAreNoRestart() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("utc-offset=+02:00");
            upgrade(range);
            range.setFault("utc-offset=+01:00");

            assertEquals(4, say("verify", range).exit(), "nobody has restarted it");
            assertEquals("CannotTell", ofPayroll());

            assertTrue(range.restart());
            Command.Ended restarted = say("verify", range);
            assertEquals(0, restarted.exit(), restarted.all());
            assertEquals("Met", ofPayroll());
        }
    }

    @Test
    void anApprovalThatWasEditedIsNotBelieved() throws Exception {
        try (Range range = keyturn.started("healthy")) {
            upgrade(range);
            Path approval = keyturn.journal().resolveSibling("approval.json");
            String filed = Files.readString(approval);
            Files.delete(approval);
            Files.writeString(approval, filed.replaceFirst("\"who\" : \"[^\"]*\"", "\"who\" : \"somebody else\""));

            for (String verb : List.of("verify", "resume", "backout")) {
                assertEquals(3, say(verb, range).exit(), verb);
            }
            Files.writeString(approval, filed);
            assertEquals(4, say("verify", range).exit());
        }
    }

    @Test
    void verifySqlLooksForTestsFromTheInspectionOnByTheServersClock() throws Exception {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(5));
        try (Range range = keyturn.started("healthy")) {
            List<Object> plan = new ArrayList<>(List.of("plan", "upgrade"));
            plan.addAll(keyturn.target(range));
            plan.addAll(List.of("--out", folder.resolve("ahead.json")));
            Command.Ended planned = InProcess.say(InProcess.newUser(), ahead, plan.toArray());
            assertEquals(0, planned.exit(), planned.all());
            assertEquals(
                    0,
                    InProcess.say("bundle", folder.resolve("ahead.json"), "--out", folder.resolve("ticket"))
                            .exit());

            String script = Files.readString(folder.resolve("ticket/verify.sql"));
            Matcher since =
                    Pattern.compile("CONVERT\\(datetime, N'([^']+)', 126\\)\\)").matcher(script);
            assertTrue(since.find(), script);
            Instant from = Instant.parse(since.group(1) + "Z");
            assertTrue(!from.isAfter(Instant.now()), from.toString());
        }
    }

    /** The history has whole seconds. */
    private static void backup(Range range) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", range.user());
        properties.put("password", range.password());
        properties.put("trustServerCertificate", "true");
        try (Connection nightly =
                        DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), properties);
                Statement statement = nightly.createStatement()) {
            statement.execute("WAITFOR DELAY '00:00:01'; BACKUP DATABASE Payroll TO DISK = N'E:\\Backup\\nightly.bak'");
        }
    }

    /** Payroll is left to its own backup job. */
    private void upgrade(Range range) {
        List<Object> plan = new ArrayList<>(List.of("plan", "upgrade", "--test", "Payroll=own"));
        plan.addAll(keyturn.target(range));
        plan.addAll(List.of("--out", folder.resolve("plan.json")));
        String digest = InProcess.digest(InProcess.say(plan.toArray()));
        List<Object> run = new ArrayList<>(List.of("run", folder.resolve("plan.json")));
        run.addAll(keyturn.target(range));
        run.addAll(List.of("--approve", digest, "--journal", keyturn.runs()));
        Command.Ended ran = InProcess.say(InProcess.newUser(), HOUR_BEHIND, run.toArray());
        assertEquals(0, ran.exit(), ran.all());
    }

    private Command.Ended say(String verb, Range range) throws IOException {
        List<Object> words = new ArrayList<>(List.of(verb, keyturn.journal().resolveSibling("")));
        words.addAll(keyturn.target(range));
        return InProcess.say(words.toArray());
    }

    /** The newest verdict on the step that waits for Payroll's own backup. */
    private String ofPayroll() throws IOException, Problem.Raised {
        Path run = keyturn.journal().resolveSibling("");
        try (Stream<Path> files = Files.list(run)) {
            Path newest = files.filter(file -> file.getFileName().toString().matches("verification-\\d+\\.json"))
                    .max(Path::compareTo)
                    .orElse(run.resolve("evidence.json"));
            int step = own(run.resolve("plan.json"));
            for (JsonNode verdict : JSON.readTree(newest.toFile()).at("/verification/steps")) {
                if (verdict.path("step").intValue() == step) {
                    return verdict.path("verdict").textValue();
                }
            }
        }
        throw new IOException("no such step");
    }

    private static int own(Path plan) throws IOException, Problem.Raised {
        return TestStep.tests(PlanFile.read(plan).plan().steps())
                .filter(test -> test.kind() == TestStep.TestKind.OWN_BACKUP)
                .mapToInt(test -> test.id().number())
                .findFirst()
                .orElseThrow();
    }
}
