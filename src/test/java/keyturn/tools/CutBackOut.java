package keyturn.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.run.journal.ApprovalFile;
import keyturn.run.journal.BoundFiles;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalOpening;
import keyturn.run.journal.Line;
import keyturn.run.journal.RunFiles;
import keyturn.script.Approval;

/** A back-out that was approved, and whose program was killed right after it took the lock. */
public final class CutBackOut {

    private CutBackOut() {}

    /**
     * @param run its folder, with the back-out's plan under its first number
     * @param digest of the back-out
     */
    public static void in(Path run, String digest) throws IOException, Problem.Raised {
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
}
