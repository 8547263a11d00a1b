package keyturn.run.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.DurableFile;
import keyturn.run.files.FileReason;
import keyturn.script.ApprovedPlan;
import keyturn.script.json.PlanFile;

/** A run's own folder: plan and back-out are in it before the first act, and the journal's first line names the approval. */
public record RunFolder(Path path) {

    public static RunFolder create(Path parent, String runId, ApprovedPlan approved, ApprovalFile approval)
            throws Problem.Raised {
        Path path = parent.resolve(runId);
        try {
            DurableFile.createFolder(path);
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
        try {
            Path plan = path.resolve(RunFiles.PLAN);
            DurableFile.writeNew(plan, PlanFile.write(approved.plan(), approved.scripts()));
            DurableFile.writeNew(RunFiles.approvalOf(plan), approval.json());
            return new RunFolder(path);
        } catch (IOException failure) {
            takeBack(path, failure);
            throw unwritable(path, failure);
        }
    }

    /** A run that was never begun leaves no folder behind, unless there is something in it. */
    private static void takeBack(Path path, IOException failure) {
        try {
            Files.delete(path);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }

    public Path journalFile() {
        return path.resolve(Journal.FILE);
    }

    /** Open, with its first line written, which names the approval. */
    public Journal journal(Clock clock, String runId, Line first) throws Problem.Raised {
        try {
            Journal journal = JournalOpening.create(journalFile(), clock, runId);
            try {
                journal.append(first);
                return journal;
            } catch (IOException failure) {
                journal.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw unwritable(journalFile(), failure);
        }
    }

    static Problem lost(Path journal, JournalLost lost) {
        return new Problem(
                "journal.lost",
                Message.of("run.journal.lost", journal),
                Optional.ofNullable(lost.getMessage()),
                Message.of("run.journal.lost.next"));
    }

    public static Problem.Raised unwritable(Path path, IOException failure) {
        return new Problem.Raised(new Problem(
                "journal.write",
                Message.of("run.journal.write", path),
                Optional.of(FileReason.of(failure)),
                Message.of("run.journal.write.next")));
    }
}
