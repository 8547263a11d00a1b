package keyturn.run;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.run.door.InstanceLock;
import keyturn.run.door.WriteDoors;
import keyturn.run.journal.BackOutFiles;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalOpening;
import keyturn.run.journal.Line;
import keyturn.run.journal.Note;
import keyturn.run.journal.Notes;
import keyturn.run.journal.RunRecord;
import keyturn.run.step.AwaitedSteps;
import keyturn.run.step.ChangeSteps;
import keyturn.run.step.Halt;
import keyturn.run.step.HeldSecrets;
import keyturn.run.step.Keeper;
import keyturn.run.step.OpenDoors;
import keyturn.run.step.Repeats;
import keyturn.run.step.RunLook;
import keyturn.run.step.StepLoop;
import keyturn.run.step.StepSender;
import keyturn.run.step.Watch;
import keyturn.script.ApprovedPlan;

/**
 * A run that ended while SQL Server is stopped: nobody can look at the server or take its lock, so the steps up to its start are done
 * first, under the approval that the run has. Each of their acts looks before it does anything.
 */
final class StoppedRun {

    private final Connector connector;
    private final Inspector inspector;
    private final WriteDoors doors;
    private final Clock clock;
    private final Pauses pauses;

    StoppedRun(Connector connector, Inspector inspector, WriteDoors doors, Clock clock, Pauses pauses) {
        this.connector = connector;
        this.inspector = inspector;
        this.doors = doors;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * @return why SQL Server could not be started as planned
     * @throws Problem.Raised if the journal cannot be written; nothing was done then
     */
    Optional<Halt> finish(RunRecord run, Target target, RunSetting setting) throws Problem.Raised {
        return go(run, target, setting, StepLoop::performStopped);
    }

    /**
     * The other way: what was done since the stop is taken back, and SQL Server is started with what it had.
     *
     * @return why that could not be done to its end
     * @throws Problem.Raised likewise
     */
    Optional<Halt> takeBack(RunRecord run, Target target, RunSetting setting) throws Problem.Raised {
        return go(run, target, setting, StepLoop::takeBackStopped);
    }

    private Optional<Halt> go(RunRecord run, Target target, RunSetting setting, Function<StepLoop, Optional<Halt>> way)
            throws Problem.Raised {
        RunRecord.Part part = run.current();
        ApprovedPlan approved = part.approved();
        Line again = Line.of(Event.RESUMED, approved.scripts().digest()).note(new Note.LockAgain());
        try (LateLock lock = new LateLock(() -> doors.lock().open(target, approved, run.runId()));
                Journal journal = JournalOpening.goOn(run.journalFile(), run.journal(), clock, List.of(again));
                OpenDoors open = new OpenDoors(doors, target, approved, run.runId());
                HeldSecrets secrets =
                        new HeldSecrets(setting.secrets(), approved.scripts().steps())) {
            var notes = new Notes(journal, run.journalFile(), setting.listener(), clock, part);
            return go(run, target, setting, notes, open, secrets, new Keeper(lock), way);
        }
    }

    private Optional<Halt> go(
            RunRecord run,
            Target target,
            RunSetting setting,
            Notes notes,
            OpenDoors open,
            HeldSecrets secrets,
            Keeper keeper,
            Function<StepLoop, Optional<Halt>> way)
            throws Problem.Raised {
        RunRecord.Part part = run.current();
        try (RunLook looking = new RunLook(connector, inspector, target, run.runId(), List.of(), keeper)) {
            var repeats = new Repeats(part.approved().scripts().bounds(), pauses.longest());
            var sender = new StepSender(part, open, notes, setting, secrets, looking, repeats);
            var watch = new Watch(keeper, looking, notes, setting, pauses.betweenLooks());
            var backOut = BackOutFiles.in(
                    run.folder(), part.backoutCopy(), run.runId(), run.parts().indexOf(part));
            var changes = new ChangeSteps(part, looking, backOut, notes, sender, watch);
            var awaited = new AwaitedSteps(looking, notes, sender, watch);
            return way.apply(new StepLoop(part, keeper, open, notes, setting, sender, changes, awaited));
        }
    }

    /** Taken once SQL Server answers. */
    private static final class LateLock implements InstanceLock {

        private final Opening opening;
        private Optional<InstanceLock> taken = Optional.empty();

        @FunctionalInterface
        interface Opening {
            InstanceLock open() throws Problem.Raised;
        }

        LateLock(Opening opening) {
            this.opening = opening;
        }

        @Override
        public boolean stillHeld() throws Problem.Raised {
            if (taken.isEmpty()) {
                taken = Optional.of(opening.open());
                return true;
            }
            return taken.get().stillHeld();
        }

        @Override
        public void close() {
            taken.ifPresent(InstanceLock::close);
        }
    }
}
