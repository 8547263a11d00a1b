package keyturn.run.resume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.run.door.InstanceLock;
import keyturn.run.door.WriteDoors;
import keyturn.run.files.DurableFile;
import keyturn.run.files.OrdinaryFile;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalLock;
import keyturn.run.journal.JournalOpening;
import keyturn.run.journal.Line;
import keyturn.run.journal.Note;
import keyturn.run.journal.RunFolder;
import keyturn.run.journal.RunRecord;
import keyturn.run.step.Halt;

/**
 * Takes a run over from the folder of another machine: while the server's one lock is held, so that nobody performs the run, the
 * folder is copied here and the first journal is ended. From then on the run goes on from the copy and never from there. The
 * server is not changed.
 */
public final class TakeOver {

    private final WriteDoors doors;
    private final Clock clock;

    public TakeOver(WriteDoors doors, Clock clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * @param from the run's folder, as on a share of the other machine
     * @param parent of the folders of runs here
     * @param machine this one, as the first journal names it
     * @return the run's folder here
     * @throws Problem.Raised as {@link RunRecord#open}; {@code run.locked} while it runs, {@code run.takenOver} where somebody has
     *     taken it over before, {@code run.here} where it is here already; if the first journal cannot be ended or the folder
     *     not be copied: then nothing has changed
     */
    public Path of(Path from, Path parent, Target target, String who, String machine) throws Problem.Raised {
        RunRecord first = RunRecord.open(from);
        try (InstanceLock lock = doors.lock().open(target, first.current().approved(), first.runId())) {
            RunRecord run = RunRecord.open(from);
            Optional<Problem> elsewhere = refusal(run);
            if (elsewhere.isPresent()) {
                throw new Problem.Raised(elsewhere.get());
            }
            return moved(run, parent.resolve(run.runId()), new Note.HandedOver(who, machine), lock);
        }
    }

    /** The journal tells whether anybody went on with the run while the lock was lost. */
    private Path moved(RunRecord run, Path here, Note.HandedOver end, InstanceLock lock) throws Problem.Raised {
        copy(run.folder(), here);
        try {
            boolean unbroken = lock.stillHeld();
            System.getLogger(TakeOver.class.getName()).log(System.Logger.Level.DEBUG, "lock kept: {0}", unbroken);
            tell(run, end);
        } catch (Problem.Raised notEnded) {
            takeBack(here);
            throw notEnded;
        }
        tell(RunRecord.open(here), new Note.TakenFrom(run.folder().toString()));
        return here;
    }

    /** Why a run does not go on from its folder: somebody has taken it over. */
    public static Optional<Problem> refusal(RunRecord run) {
        return run.handedOver()
                .map(handed -> Halt.problem("takenOver", Optional.empty(), handed.who(), handed.machine()));
    }

    private void tell(RunRecord run, Note note) throws Problem.Raised {
        Line line = Line.of(Event.TAKEN_OVER, run.current().approved().scripts().digest())
                .note(note);
        JournalOpening.goOn(run.journalFile(), run.journal(), clock, List.of(line))
                .close();
    }

    /** All but the lock, which is of this machine's own programs. */
    private static void copy(Path from, Path here) throws Problem.Raised {
        if (Files.exists(here)) {
            throw new Problem.Raised(Halt.problem("here", Optional.empty(), here));
        }
        try {
            DurableFile.createFolder(here);
        } catch (IOException failure) {
            throw RunFolder.unwritable(here, failure);
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(JournalLock.FILE)) {
                    DurableFile.writeNew(here.resolve(file.getFileName()), OrdinaryFile.bytes(file));
                }
            }
        } catch (IOException failure) {
            takeBack(here);
            throw RunFolder.unwritable(here, failure);
        }
    }

    /** What was copied just now. */
    private static void takeBack(Path here) {
        try (Stream<Path> files = Files.walk(here)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException stays) {
            System.getLogger(TakeOver.class.getName())
                    .log(System.Logger.Level.DEBUG, "a copy stays that nothing goes on from", stays);
        }
    }
}
