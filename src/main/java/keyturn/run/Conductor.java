package keyturn.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.Grants;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.StepId;
import keyturn.run.Stretch.Opened;
import keyturn.run.door.InstanceLock;
import keyturn.run.door.WriteDoors;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.Line;
import keyturn.run.journal.Notes;
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
import keyturn.script.json.PlanFile;

/** Takes one stretch of a run from its lock to its last look. */
final class Conductor {

    private final Connector connector;
    private final Inspector inspector;
    private final WriteDoors doors;
    private final Clock clock;
    private final Pauses pauses;

    Conductor(Connector connector, Inspector inspector, WriteDoors doors, Clock clock, Pauses pauses) {
        this.connector = connector;
        this.inspector = inspector;
        this.doors = doors;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** @throws Problem.Raised if it could not begin; nothing was changed then */
    RunResult go(Stretch stretch, Target target, RunSetting setting) throws Problem.Raised {
        ApprovedPlan approved = stretch.approved();
        RunResult result;
        try (InstanceLock lock = doors.lock().open(target, approved, stretch.runId());
                OpenDoors open = new OpenDoors(doors, target, approved, stretch.runId())) {
            stretch.intent().declare();
            result = locked(stretch, target, setting, new Keeper(lock), open);
        }
        if (result instanceof RunResult.Stopped stopped) {
            setting.listener().on(new RunEvent.Stopped(clock.instant(), stopped.at(), stopped.why()));
        }
        return result;
    }

    private RunResult locked(Stretch stretch, Target target, RunSetting setting, Keeper keeper, OpenDoors open)
            throws Problem.Raised {
        RunResult result;
        try {
            result = looked(stretch, target, setting, keeper, open);
        } catch (Problem.Raised notBegun) {
            withdraw(stretch, notBegun.problem().code(), notBegun.problem().summary());
            throw notBegun;
        }
        if (result instanceof RunResult.Refused refused) {
            Message told = refused.why().told();
            withdraw(stretch, told.key(), told);
        }
        return result;
    }

    /** That a back-out stays approved which did not begin is said, with the reason why it did not. */
    private static void withdraw(Stretch stretch, String code, Message why) throws Problem.Raised {
        Optional<Problem> stays = stretch.intent().withdraw(code);
        if (stays.isPresent()) {
            throw new Problem.Raised(Halt.problem(
                    "stillIntended", Optional.of(stays.get().summary().text()), why.text()));
        }
    }

    private RunResult looked(Stretch stretch, Target target, RunSetting setting, Keeper keeper, OpenDoors open)
            throws Problem.Raised {
        List<DllPath> files = files(stretch);
        StretchEnd ending;
        try (RunLook looking = new RunLook(connector, inspector, target, stretch.runId(), files, keeper)) {
            Inspection before = looking.look(Scope.WHOLE);
            Optional<RunResult> refused = refusal(stretch, before);
            if (refused.isPresent()) {
                return refused.get();
            }
            Optional<Problem> misfit = stretch.fit().misfit(before);
            if (misfit.isPresent()) {
                throw new Problem.Raised(misfit.get());
            }
            open.ready();
            ending = perform(stretch, before, keeper, looking, open, setting);
        }
        return tell(ending, target, stretch.runId(), files);
    }

    private static List<DllPath> files(Stretch stretch) {
        List<DllPath> files = new ArrayList<>(stretch.approved().plan().basis().files());
        files.addAll(stretch.files());
        return files;
    }

    private StretchEnd perform(
            Stretch stretch, Inspection before, Keeper keeper, RunLook looking, OpenDoors open, RunSetting setting)
            throws Problem.Raised {
        Opened opened = stretch.opening().open(before);
        try (Journal journal = opened.journal();
                HeldSecrets secrets = held(opened, setting)) {
            var notes = new Notes(journal, opened.folder().journalFile(), setting.listener(), clock, opened.part());
            var repeats = new Repeats(stretch.approved().scripts().bounds(), pauses.longest());
            var sender = new StepSender(opened.part(), open, notes, setting, secrets, looking, repeats);
            var watch = new Watch(keeper, looking, notes, setting, pauses.betweenLooks());
            var changes = new ChangeSteps(opened.part(), looking, opened.backOut(), notes, sender, watch);
            var awaited = new AwaitedSteps(looking, notes, sender, watch);
            Optional<Halt> halt = new StepLoop(opened.part(), keeper, open, notes, setting, sender, changes, awaited)
                    .perform()
                    .or(() -> closed(stretch.approved(), notes));
            return new StretchEnd(
                    stretch.approved(),
                    stretch.runId(),
                    opened.folder(),
                    before,
                    sender.seen(),
                    sender.begun().all(),
                    halt);
        }
    }

    private static HeldSecrets held(Opened opened, RunSetting setting) {
        return new HeldSecrets(
                setting.secrets(), opened.part().approved().scripts().steps());
    }

    /** After the last step, the journal says so before anybody is told. */
    private static Optional<Halt> closed(ApprovedPlan done, Notes notes) {
        return done.plan().direction() == Direction.BACK ? undone(done, notes) : notes.force(last(done));
    }

    private static Optional<Halt> undone(ApprovedPlan back, Notes notes) {
        return notes.note(Line.of(Event.UNDONE, back.scripts().digest()))
                .map(problem -> new Halt(last(back), Halt.Kind.JOURNAL, problem));
    }

    private static StepId last(ApprovedPlan approved) {
        return approved.plan().steps().getLast().id();
    }

    private static Optional<RunResult> refusal(Stretch stretch, Inspection before) {
        ApprovedPlan approved = stretch.approved();
        Plan plan = approved.plan();
        String whole = PlanFile.digest(
                plan, approved.scripts().steps(), approved.scripts().bounds());
        if (!whole.equals(approved.approval().digest())) {
            return Optional.of(new RunResult.Refused(
                    new Refusal.OtherActs(approved.approval().digest(), whole)));
        }
        if (plan.identity().practice() != before.identity().practice()) {
            return Optional.of(
                    new RunResult.Refused(new Refusal.OtherWorld(plan.identity().practice())));
        }
        List<Permission> missing = stretch.begun().isEmpty() ? Grants.toRun(plan.steps(), before) : List.of();
        if (!missing.isEmpty()) {
            String login = before.identity().loginName();
            return Optional.of(new RunResult.Refused(new Refusal.RightsMissing(login, missing)));
        }
        return plan.basis()
                .firstMoved(Basis.of(before, plan.choices()), stretch.begun())
                .<Refusal>map(Refusal.FactMoved::new)
                .or(() -> restart(stretch, before))
                .map(RunResult.Refused::new);
    }

    /** What has begun is finished, and what leads back is always allowed: either may be what mends the server. */
    private static Optional<Refusal> restart(Stretch stretch, Inspection before) {
        Plan plan = stretch.approved().plan();
        return stretch.begun().isEmpty() && plan.direction() == Direction.FORWARD
                ? ForecastChecks.against(plan.steps(), before).stream()
                        .findFirst()
                        .map(Refusal.RestartFails::new)
                : Optional.empty();
    }

    /** The verdict rests on a connection that had no part in the run; it sees the same files, so that both looks compare. */
    private RunResult tell(StretchEnd ending, Target target, String runId, List<DllPath> files) {
        try (Session fresh = connector.openFor(target, runId)) {
            return ending.seen(inspector.inspect(fresh, files));
        } catch (Problem.Raised unseen) {
            return ending.unseen(unseen.problem());
        }
    }
}
