package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.evidence.runs.DatesOfRuns;
import keyturn.evidence.runs.Runs;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Until when the replaced key is needed, through the whole program: as the log moves on and backups are taken. */
@BesideOthers
final class RetirementOnRangeTest {

    @TempDir
    Path folder;

    @Test
    void theAnswerGoesFromNoToNotBefore() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            Command.Ended ran = program.run(program.target(range), digest(plan(range)));
            assertEquals(0, ran.exit(), ran.all());
            Path run = onlyRun(program.runs());
            assertTrue(Files.readString(run.resolve("evidence.html"))
                    .contains(Message.of("evidence.page.oldKey").text()));
            assertTrue(Files.readString(run.resolve("evidence.json")).contains("\"verdict\" : \"No\""));

            Command.Ended first = verify(range, run, "--retention", "P35D");
            assertTrue(
                    said(first).contains("3 parts of the log that are still needed are encrypted under it"),
                    first.all());
            assertTrue(said(first).contains("is in no log backup yet for 3 databases"), first.all());
            assertTrue(said(first).contains("TDE_Key_2024"), first.all());
            assertTrue(said(first).contains("key tde-key-2024/"), first.all());

            backUp(range);
            Command.Ended between = verify(range, run, "--retention", "P35D");
            assertTrue(said(between).contains(Message.of("plan.retire.no").text()), between.all());
            backUp(range);
            Command.Ended unstated = verify(range, run);
            assertTrue(
                    said(unstated)
                            .contains(Message.of("plan.retire.noRetention").text()),
                    unstated.all());
            Command.Ended stated = verify(range, run, "--retention", "P35D");
            assertTrue(
                    said(stated)
                            .contains(Message.of("plan.retire.notBefore", "")
                                    .text()
                                    .substring(0, 20)),
                    stated.all());
            assertTrue(
                    said(stated).contains(Message.of("plan.retire.staysUntil").text()), stated.all());
            assertFalse(said(stated).contains(Message.of("plan.retire.no").text()), stated.all());
            String filed = Files.readString(run.resolve("verification-4.json"));
            assertTrue(filed.contains("\"verdict\" : \"NotBefore\"") && filed.contains("\"retention\" : \"P35D\""));
            assertEquals(0, stated.exit(), stated.all());
            assertEquals(
                    List.of("TDE_Key_2024"),
                    DatesOfRuns.of(Runs.in(program.runs()), "PRACTICE01\\KEYTURN").needs().stream()
                            .map(need -> need.key().value())
                            .toList());
        }
    }

    @Test
    void aFolderOrARetentionThatIsNoneIsRefusedBeforeAnybodyConnects() {
        Command.Ended planned = InProcess.say(
                "plan",
                "rotate-key",
                "--practice",
                "--to-key",
                "k",
                "--all-databases",
                "--log-backup",
                "Backup",
                "--out",
                folder.resolve("plan.json"));
        assertEquals(2, planned.exit(), planned.all());
        assertTrue(planned.err().contains("[backup-folder.absolute]"), planned.all());
        Command.Ended verified = InProcess.say("verify", folder, "--practice", "--retention", "35");
        assertEquals(2, verified.exit(), verified.all());
        assertTrue(verified.err().contains("[retention.form]"), verified.all());
    }

    private Command.Ended plan(Range range) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(List.of("--range", folder.resolve(range.scenario() + ".json")));
        words.addAll(List.of("--to-key", "tde-key-2026", "--all-databases"));
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    private static String digest(Command.Ended planned) {
        assertEquals(0, planned.exit(), planned.all());
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }

    private Command.Ended verify(Range range, Path run, String... more) {
        List<Object> words = new ArrayList<>(List.of("verify", run));
        words.addAll(List.of("--range", folder.resolve(range.scenario() + ".json")));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    /** On one line, however wide the terminal is. */
    private static String said(Command.Ended ended) {
        return ended.text().replaceAll("\\s+", " ");
    }

    private static Path onlyRun(Path runs) throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.findFirst().orElseThrow();
        }
    }

    private static void backUp(Range range) throws SQLException {
        Properties settings = new Properties();
        settings.put("user", range.user());
        settings.put("password", range.password());
        settings.put("encrypt", "strict");
        settings.put("serverCertificate", range.certificate().toString());
        try (var connection = DriverManager.getConnection("jdbc:sqlserver://127.0.0.1:" + range.port(), settings);
                var statement = connection.createStatement()) {
            for (String name : List.of("Sales", "Ledger", "Payroll", "Archive")) {
                String log = name.equals("Archive") ? "" : "BACKUP LOG " + name + " TO DISK = N'E:\\Backup\\job.trn'; ";
                statement.execute(log + "BACKUP DATABASE " + name + " TO DISK = N'E:\\Backup\\job.bak'");
            }
        }
    }
}
