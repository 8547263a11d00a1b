package keyturn.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.domain.inspection.Inspection;
import keyturn.run.Stretch.Opened;
import keyturn.run.files.DurableFile;
import keyturn.run.journal.ApprovalFile;
import keyturn.run.journal.BackOutFiles;
import keyturn.run.journal.BoundFiles;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalOpening;
import keyturn.run.journal.Line;
import keyturn.run.journal.Note;
import keyturn.run.journal.RunFiles;
import keyturn.run.journal.RunFolder;
import keyturn.run.journal.RunRecord;
import keyturn.run.journal.RunRecord.Part;
import keyturn.run.journal.ServerSeen;
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
        var approval = ApprovalFile.of(approved.approval(), setting.backoutCopy());
        RunFolder folder = RunFolder.create(parent, runId, approved, approval);
        backOut.ofPlan(approved.scripts());
        Line first = Line.of(Event.APPROVED, approved.scripts().digest())
                .server(ServerSeen.before(before))
                .files(bound(RunFiles.approvalOf(Path.of(RunFiles.PLAN)), approval));
        Journal journal = folder.journal(clock, runId, first);
        return new Opened(folder, approval.part(approved, List.of()).begun(before), backOut, journal);
    }

    /** What was under way goes on; a back-out that was only intended begins. */
    Opened goOn(RunRecord run, Part filed, Inspection before, Optional<Note.ApprovedAnew> anew) throws Problem.Raised {
        Optional<Path> copy = setting.backoutCopy().or(filed::backoutCopy);
        var backOut =
                BackOutFiles.in(run.folder(), copy, run.runId(), run.parts().indexOf(filed));
        String digest = filed.approved().scripts().digest();
        List<Line> lines =
                new ArrayList<>(List.of(Line.of(Event.RESUMED, digest).server(ServerSeen.before(before))));
        if (anew.isPresent()) {
            lines.add(Line.of(Event.APPROVED, digest).note(anew));
        }
        Journal journal = journal(run, lines);
        return new Opened(new RunFolder(run.folder()), filed.begun(before), backOut, journal);
    }

    /** A back-out begins in the run's own journal. */
    Opened back(RunRecord run, ApprovedPlan back, Inspection before) throws Problem.Raised {
        Optional<Path> copy = setting.backoutCopy().or(run.first()::backoutCopy);
        var backOut =
                BackOutFiles.in(run.folder(), copy, run.runId(), run.parts().size());
        String digest = back.scripts().digest();
        Journal journal = journal(run, List.of(Line.of(Event.APPROVED, digest).server(ServerSeen.before(before))));
        Part part = ApprovalFile.of(back.approval(), copy).part(back, List.of());
        return new Opened(new RunFolder(run.folder()), part.begun(before), backOut, journal);
    }

    /** A back-out is on the disk as approved before anything else of it: anyone who resumes after a crash goes back. */
    Stretch.Intent intentOf(RunRecord run, ApprovedPlan back) {
        Optional<Path> copy = setting.backoutCopy().or(run.first()::backoutCopy);
        return new Stretch.Intent() {
            @Override
            public void declare() throws Problem.Raised {
                String digest = back.scripts().digest();
                BoundFiles approval = write(run, digest, ApprovalFile.of(back.approval(), copy));
                journal(run, List.of(Line.of(Event.BACKOUT, digest).files(approval)))
                        .close();
            }

            @Override
            public Optional<Problem> withdraw(String why) {
                try {
                    Line stopped = Line.of(Event.STOPPED, back.scripts().digest());
                    journal(run, List.of(stopped.error(why))).close();
                    return Optional.empty();
                } catch (Problem.Raised stays) {
                    return Optional.of(stays.problem());
                }
            }
        };
    }

    /** The back-out that was approved is over before it has begun. */
    static void withdraw(RunRecord run, Clock clock) throws Problem.Raised {
        Line over = Line.of(Event.STOPPED, run.current().approved().scripts().digest())
                .error("run.forward");
        JournalOpening.goOn(run.journalFile(), run.journal(), clock, List.of(over))
                .close();
    }

    /** One that was approved before and did not begin is approved anew, in a file of its own. */
    private static BoundFiles write(RunRecord run, String plan, ApprovalFile approval) throws Problem.Raised {
        Path file = RunFiles.nextApproval(RunFiles.backOut(run.folder(), plan)
                .orElseThrow(() -> RunFiles.raised("plan", run.folder()))
                .file());
        try {
            DurableFile.sweep(file);
            DurableFile.writeNew(file, approval.json());
            return bound(file, approval);
        } catch (IOException failure) {
            throw RunFolder.unwritable(file, failure);
        }
    }

    private static BoundFiles bound(Path file, ApprovalFile approval) {
        return BoundFiles.of(Map.of(String.valueOf(file.getFileName()), Sha256.of(approval.json())));
    }

    private Journal journal(RunRecord run, List<Line> lines) throws Problem.Raised {
        return JournalOpening.goOn(run.journalFile(), run.journal(), clock, lines);
    }
}
