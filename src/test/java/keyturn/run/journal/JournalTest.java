package keyturn.run.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.step.StepId;
import keyturn.run.files.DurableFile;
import keyturn.run.journal.JournalEntry.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T20:00:00Z"), ZoneOffset.UTC);

    private static final NodeName NODE = new NodeName("SQL01");

    private final Path folder;
    private final Path file;

    JournalTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve(Journal.FILE);
    }

    @BeforeEach
    void write() throws IOException {
        try (Journal journal = JournalOpening.create(file, CLOCK, "run-1")) {
            journal.append(Line.of(Event.APPROVED, "sha256:plan")
                    .server(new ServerSeen(
                            Optional.empty(),
                            Optional.of(ServerStart.parse("2026-11-12T03:05:07.123+01:00")),
                            Optional.of("DOMAIN\\dba")))
                    .files(BoundFiles.of(Map.of("approval.json", "sha256:approval"))));
            journal.append(Line.of(Event.STARTED, "sha256:act").at(new StepId(1), NODE));
            journal.append(Line.of(Event.FAILED).at(new StepId(1), NODE).error("sql.33027: \"x\"\n"));
        }
    }

    @Test
    void whatWasWrittenIsReadBackAndFitsTogether() throws Exception {
        JournalReading reading = Journal.read(file);
        assertEquals(new JournalReading.Whole(), reading.state());
        assertEquals(
                List.of(Event.APPROVED, Event.STARTED, Event.FAILED),
                reading.entries().stream().map(JournalEntry::event).toList());
        assertEquals(
                Optional.of("sql.33027: \"x\"\n"), reading.entries().getLast().error());
        assertEquals(
                reading.entries().getFirst().hash(), reading.entries().get(1).prev());
    }

    @Test
    void aLineWithoutItsEndIsTornAndWasNotActedOn() throws Exception {
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 7));
        JournalReading reading = Journal.read(file);
        assertEquals(new JournalReading.Torn(3), reading.state());
        assertEquals(2, reading.entries().size());
    }

    @Test
    void anEditedLineIsFoundWhicheverItIs() throws Exception {
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"failed\"", "\"done\""));
        assertEquals(new JournalReading.Edited(3), Journal.read(file).state());
        Files.writeString(file, text.replace("sha256:plan", "sha256:Plan"));
        assertEquals(new JournalReading.Edited(1), Journal.read(file).state());
        Files.writeString(file, text.replace("\"step\":1,\"event\":\"started\"", "\"step\": 1,\"event\":\"started\""));
        assertEquals(new JournalReading.Edited(2), Journal.read(file).state());
    }

    @Test
    void aLineTakenOutIsFound() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertEquals(new JournalReading.Removed(2), Journal.read(file).state());
        assertEquals(
                "journal.removed",
                Journal.read(file).problem(file).orElseThrow().code());
    }

    @Test
    void aLinePutInIsFound() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(1) + "\n" + lines.get(2) + "\n");
        assertEquals(new JournalReading.Inserted(3), Journal.read(file).state());
    }

    @Test
    void goingOnCutsATornLineOffAndSaysWhatWent() throws Exception {
        String text = Files.readString(file);
        Files.writeString(file, text + "{\"seq\":4,\"prev\":\"ü");
        JournalReading torn = Journal.read(file);
        assertEquals(new JournalReading.Torn(4), torn.state());
        assertEquals(Optional.empty(), torn.problem(file));
        JournalOpening.goOn(file, torn, CLOCK, List.of(Line.of(Event.RESUMED, "sha256:plan")))
                .close();

        JournalReading whole = Journal.read(file);
        assertEquals(new JournalReading.Whole(), whole.state());
        JournalEntry resumed = whole.entries().getLast();
        assertEquals(Event.RESUMED, resumed.event());
        assertEquals(4, resumed.seq());
        assertEquals(Optional.of(new Note.Torn(4, "{\"seq\":4,\"prev\":\"ü")), resumed.note());
        assertTrue(Files.readString(file).startsWith(text));
    }

    @Test
    void theFormatIsThisAndEveryLineOfItIsReadBack() throws Exception {
        Path golden = folder.resolve("golden.jsonl");
        try (Journal journal = JournalOpening.create(golden, CLOCK, "run-1")) {
            var first = new StepId(1);
            journal.append(Line.of(Event.APPROVED, "sha256:plan"));
            journal.append(Line.of(Event.STARTED, "sha256:act").at(first, NODE));
            journal.append(Line.of(Event.NOT_SENT, "sha256:act").at(first, NODE).error("sql.unreachable"));
            journal.append(
                    Line.of(Event.UNANSWERED, "sha256:act").at(first, NODE).error("sql.lost"));
            journal.append(Line.of(Event.STOPPED).at(first, NODE).error("run.asked"));
            journal.append(Line.of(Event.RESUMED, "sha256:plan").note(new Note.Torn(6, "{\"seq\":6,\"ü")));
            journal.append(Line.of(Event.APPROVED, "sha256:plan").note(new Note.ApprovedAnew("dba")));
            journal.append(Line.of(Event.DONE, "sha256:act")
                    .at(first, NODE)
                    .note(new Note.Made("/keys/a.keybackup"))
                    .server(ServerSeen.at(Optional.of(OffsetDateTime.parse("2026-11-24T21:00:00.1234567+01:00")))));
            journal.append(Line.of(Event.RESUMED, "sha256:plan").note(new Note.LockAgain()));
            journal.append(
                    Line.of(Event.DONE, "sha256:test").at(new StepId(2), NODE).note(new Note.Untested("run.untested")));
            journal.append(Line.of(Event.SKIPPED).at(new StepId(3), NODE).note(new Note.LeftOut("vault is patched")));
            journal.append(
                    Line.of(Event.FAILED, "sha256:last").at(new StepId(4), NODE).error("sql.33111: \"x\"\n"));
            journal.append(Line.of(Event.BACKOUT, "sha256:back"));
            journal.append(Line.of(Event.APPROVED, "sha256:back"));
            journal.append(Line.of(Event.UNDONE, "sha256:back"));
            journal.append(Line.of(Event.VERIFIED, "sha256:verdicts"));
            journal.append(Line.of(Event.FILED)
                    .files(BoundFiles.of(Map.of("plan.json", "sha256:a", "evidence.html", "sha256:b"))));
            journal.append(Line.of(Event.TAKEN_OVER, "sha256:plan").note(new Note.TakenFrom("/share/run-1")));
            journal.append(Line.of(Event.TAKEN_OVER, "sha256:plan").note(new Note.HandedOver("anna", "SECOND")));
        }

        assertEquals(golden("journal.jsonl"), Files.readString(golden));
        JournalReading reading = Journal.read(golden);
        assertEquals(new JournalReading.Whole(), reading.state());
        assertEquals(
                Set.of(Event.values()),
                reading.entries().stream().map(JournalEntry::event).collect(Collectors.toSet()));
        assertEquals(
                golden("journal.jsonl"),
                reading.entries().stream().map(line -> line.line() + "\n").collect(Collectors.joining()));
    }

    private static String golden(String name) throws IOException {
        try (var file = JournalTest.class.getResourceAsStream(name)) {
            return file == null ? "(no file " + name + ")" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aJournalOfAnotherFormatIsToldAsThat() throws Exception {
        Files.writeString(
                file,
                "{\"seq\":1,\"prev\":\"sha256:0\",\"hash\":\"sha256:1\",\"at\":\"2026-11-24T20:00:00Z\",\"run\":\"run-1\","
                        + "\"step\":null,\"event\":\"approved\",\"digest\":\"sha256:plan\",\"error\":null}\n");

        JournalReading other = Journal.read(file);

        assertEquals(new JournalReading.OtherFormat(), other.state());
        assertEquals("journal.format", other.problem(file).orElseThrow().code());
    }

    @Test
    void aJournalIsNeverWrittenOver() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> JournalOpening.create(file, CLOCK, "run-2").close());
        assertThrows(FileAlreadyExistsException.class, () -> DurableFile.writeNew(file, "other"));
        assertEquals(new String(before, java.nio.charset.StandardCharsets.UTF_8), Files.readString(file));
    }

    @Test
    void filesAreForTheirOwnerAndNothingIsLeftBeside() throws Exception {
        Path own = folder.resolve("own");
        DurableFile.createFolder(own);
        DurableFile.writeNew(own.resolve("plan.json"), "{}");
        try (var found = Files.list(own)) {
            assertEquals(List.of(own.resolve("plan.json")), found.toList());
        }
        Files.createDirectory(folder.resolve("others"));
        DurableFile.writeNew(folder.resolve("others").resolve("plan.json"), "{}");
        if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("plan.json"))));
        } else {
            ownerAndSystem(own);
            ownerAndSystem(own.resolve("plan.json"));
            ownerAndSystem(file);
            ownerAndSystem(folder.resolve("others").resolve("plan.json"));
        }
    }

    private static void ownerAndSystem(Path path) throws IOException {
        var list = Files.getFileAttributeView(path, AclFileAttributeView.class);
        assertEquals(
                Set.of(list.getOwner().getName(), "NT AUTHORITY\\SYSTEM"),
                list.getAcl().stream().map(entry -> entry.principal().getName()).collect(Collectors.toSet()),
                () -> path.toString());
    }

    @Test
    void aFileThatIsNotThereIsAProblemAndNoEmptyJournal() {
        var raised = assertThrows(keyturn.domain.Problem.Raised.class, () -> Journal.read(folder.resolve("no")));
        assertEquals("journal.read", raised.problem().code());
    }
}
