package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Sha256;
import keyturn.practice.Range;
import keyturn.run.journal.ApprovalFile;
import keyturn.run.journal.BoundFiles;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalOpening;
import keyturn.run.journal.Line;
import keyturn.run.journal.RunFiles;
import keyturn.script.Approval;
import keyturn.tools.Command;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A back-out that was approved and cut before its first step: resume asks which way. */
final class BackOutCutTest {

    private final Rotating rotating;
    private final InProcess keyturn;

    BackOutCutTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
        this.rotating = new Rotating(folder);
    }

    @ParameterizedTest
    @CsvSource({"back, undone", "forward, done"})
    void whoResumesSaysWhichWay(String way, String last) throws Exception {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("drop-after@alter-provider:1");
            assertEquals(
                    1,
                    keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)))
                            .exit());
            cut(Rotating.digest(say("backout", range)));
            List<String> before = rotating.journal();

            Command.Ended asked = say("resume", range);
            assertEquals(3, asked.exit(), asked.all());
            assertTrue(asked.err().contains("[cli.resume.whichWay]"), asked.err());
            assertEquals(before, rotating.journal());

            Command.Ended ended = say("resume", range, "--go", way);
            assertEquals(0, ended.exit(), ended.all());
            List<String> lines = rotating.journal();
            assertTrue(lines.get(lines.size() - 2).contains(" " + last + " "), ended.all());
            assertTrue(lines.getLast().contains(" filed "), ended.all());
        }
    }

    /** What a program leaves that is killed right after it took the lock. */
    private void cut(String digest) throws Exception {
        Path run = rotating.run();
        var approval = new Approval(digest, "tester", Clock.systemUTC().instant(), Optional.empty());
        Path file = RunFiles.approvalOf(RunFiles.backOut(run, 1));
        Files.writeString(file, ApprovalFile.of(approval, Optional.empty()).json());
        var bound = BoundFiles.of(Map.of(String.valueOf(file.getFileName()), Sha256.of(Files.readAllBytes(file))));
        Path journal = run.resolve(Journal.FILE);
        JournalOpening.goOn(
                        journal,
                        Journal.read(journal),
                        Clock.systemUTC(),
                        List.of(Line.of(Event.BACKOUT, digest).files(bound)))
                .close();
    }

    private Command.Ended say(String verb, Range range, Object... more) {
        List<Object> words = new ArrayList<>(List.of(verb, rotating.run()));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }
}
