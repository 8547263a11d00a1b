package keyturn.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.run.Stretch.Opened;
import keyturn.run.files.DurableFile;
import keyturn.run.journal.ApprovalFile;
import keyturn.run.journal.BackOutFiles;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.RunFiles;
import keyturn.run.journal.RunFolder;
import keyturn.run.journal.RunRecord;
import keyturn.run.journal.RunRecord.Part;
import keyturn.script.ApprovedPlan;

/** Puts on the disk what must be there before the first act; where that fails, nothing was changed. */
final class Openings {

    private final Clock clock;
    private final RunSetting setting;

    Openings(Clock clock, RunSetting setting) {
        this.clock = clock;
        this.setting = setting;
    }

    /** A new run in a folder of its own. */
    Opened begin(Path parent, String runId, ApprovedPlan approved, Inspection before) throws Problem.Raised {
        var backOut = BackOutFiles.in(parent.resolve(runId), setting.backoutCopy(), runId, 0);
        var approval = ApprovalFile.of(approved.approval(), before, setting.backoutCopy());
        RunFolder folder = RunFolder.create(parent, runId, approved, approval);
        backOut.ofPlan(approved.plan());
        Journal journal = folder.journal(clock, runId, approved.scripts().digest());
        return new Opened(folder, approval.part(approved, List.of()), backOut, journal);
    }

    /** What was under way goes on. */
    Opened goOn(RunRecord run, Part part) throws Problem.Raised {
        Optional<Path> copy = setting.backoutCopy().or(part::backoutCopy);
        var backOut =
                BackOutFiles.in(run.folder(), copy, run.runId(), run.parts().indexOf(part));
        String digest = part.approved().scripts().digest();
        return new Opened(new RunFolder(run.folder()), part, backOut, journal(run, Event.RESUMED, digest));
    }

    /** A way back begins in the run's own journal. */
    Opened back(RunRecord run, ApprovedPlan back, Inspection before) throws Problem.Raised {
        Optional<Path> copy = setting.backoutCopy().or(run.first()::backoutCopy);
        var backOut =
                BackOutFiles.in(run.folder(), copy, run.runId(), run.parts().size());
        String digest = back.scripts().digest();
        var approval = ApprovalFile.of(back.approval(), before, copy);
        Path plan = RunFiles.backOut(run.folder(), digest)
                .orElseThrow(() -> RunFiles.raised("plan", run.folder()))
                .file();
        write(RunFiles.approvalOf(plan), approval);
        Journal journal = journal(run, Event.APPROVED, digest);
        return new Opened(new RunFolder(run.folder()), approval.part(back, List.of()), backOut, journal);
    }

    /** One that was approved before and did not begin is approved anew. */
    private static void write(Path file, ApprovalFile approval) throws Problem.Raised {
        try {
            Files.deleteIfExists(file);
            DurableFile.writeNew(file, approval.json());
        } catch (IOException failure) {
            throw RunFolder.unwritable(file, failure);
        }
    }

    private Journal journal(RunRecord run, Event first, String digest) throws Problem.Raised {
        try {
            return Journal.goOn(run.journalFile(), run.journal(), clock, first, digest);
        } catch (IOException failure) {
            throw RunFolder.unwritable(run.journalFile(), failure);
        }
    }
}
