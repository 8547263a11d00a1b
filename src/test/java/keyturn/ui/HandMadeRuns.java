package keyturn.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Retention;
import keyturn.domain.Target;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyTraces;
import keyturn.domain.inspection.ServerStart;
import keyturn.evidence.LaterVerdict;
import keyturn.inspect.startup.StartupSeen;
import keyturn.plan.BackOut;
import keyturn.plan.Plan;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.verify.Verifier;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.RunSetting;
import keyturn.run.RunTrail;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome.Answer;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.journal.JournalReading;
import keyturn.run.journal.Line;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.FiledLook;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.run.resume.Standing;
import keyturn.run.step.Halt;
import keyturn.script.ApprovedPlan;
import keyturn.script.Otherwise;
import keyturn.script.Scripts;
import keyturn.ui.run.RunPort;

/** Runs in the hand-made world: every step is done at once, but the one that is to fail. */
final class HandMadeRuns implements RunPort {

    private static final ServerStart START = ServerStart.parse(HandMade.NOW.toString());

    private static final String RUN = "20261124-200000-PRACTICE01";

    private final HandMade world;
    private Optional<StepId> failsAt = Optional.empty();
    private Optional<ApprovedPlan> ran = Optional.empty();
    private List<Otherwise> otherwise = List.of();
    private Optional<Boolean> approvedAnew = Optional.empty();
    private Consumer<Step> whileSent = step -> {};
    private final List<Path> filedIn = new ArrayList<>();

    HandMadeRuns(HandMade world) {
        this.world = world;
    }

    /** What was approved was made by another version of Keyturn, which wrote this step otherwise. */
    void madeByAnotherVersion(int step) {
        otherwise = List.of(new Otherwise(Optional.of(new StepId(step)), "SELECT 1", "SELECT 2"));
    }

    /** Where each run made its folder. */
    List<Path> filedIn() {
        return List.copyOf(filedIn);
    }

    /** Whether the last resume approved what is filed anew; empty: none was asked for. */
    Optional<Boolean> approvedAnew() {
        return approvedAnew;
    }

    /** @param look is taken between each step's start and its answer */
    void whileSent(Consumer<Step> look) {
        whileSent = look;
    }

    void failsAt(int step) {
        failsAt = Optional.of(new StepId(step));
    }

    /** The run's own tests count, and that the server has restarted since. */
    LaterVerdict.Filed later(Path run, Target target, Optional<Retention> retention) {
        Plan plan = ran.orElseThrow().plan();
        Map<StepId, Verifier.TestSeen> tests = new java.util.HashMap<>();
        plan.steps().forEach(step -> tests.put(step.id(), new Verifier.TestSeen(HandMade.NOW, "3014")));
        return new LaterVerdict.Filed(
                plan,
                Verifier.verify(plan, world.look(), seen(tests)),
                Retirement.of(plan, world.look(), KeyTraces.unseen(), retention),
                new FiledLook.In(run.resolve("verification-1.json"), "sha256:0"));
    }

    @Override
    public RunResult run(ApprovedPlan plan, Target target, Path folder, RunSetting setting) {
        filedIn.add(folder);
        return go(plan, folder.resolve(RUN), setting, 0);
    }

    @Override
    public RunResult resume(Path journal, Target target, RunSetting setting, boolean anew) {
        approvedAnew = Optional.of(anew);
        int done = failsAt.orElseThrow().number() - 1;
        failsAt = Optional.empty();
        return go(ran.orElseThrow(), journal, setting, done);
    }

    @Override
    public RunResult backout(Path journal, ApprovedPlan back, Target target, RunSetting setting) {
        return go(back, journal, setting, 0);
    }

    @Override
    public Path takeOver(Path from, Path parent, Target target) {
        return from;
    }

    @Override
    public Scripts write(RunRecord run, Plan back) {
        return Scripts.of(back);
    }

    @Override
    public Optional<RunRecord> whileStopped(Path journal) {
        return Optional.empty();
    }

    @Override
    public void finishStop(Path journal, Target target, RunSetting setting) {
        throw new AssertionError(journal);
    }

    @Override
    public void takeBackStop(Path journal, Target target, RunSetting setting) {
        throw new AssertionError(journal);
    }

    @Override
    public StartupSeen look(Target target, Instant since) {
        throw new AssertionError("no step here starts a server");
    }

    @Override
    public Optional<Fact<List<HostSight.Event>>> events(Target target, Instant since) {
        return Optional.empty();
    }

    /** No back-out is ever cut off here. */
    @Override
    public void withdrawBackOut(Path journal) {
        throw new AssertionError(journal);
    }

    /** The steps before the failed one are done, by the journal. */
    @Override
    public Found look(Path journal, Target target) {
        ApprovedPlan approved = ran.orElseThrow();
        List<JournalEntry> lines = new ArrayList<>();
        for (Step step : approved.plan().steps()) {
            int failed = failsAt.map(StepId::number).orElse(Integer.MAX_VALUE);
            if (step.id().number() <= failed) {
                lines.add(line(lines.size(), step, Event.STARTED));
                lines.add(line(lines.size(), step, step.id().number() < failed ? Event.DONE : Event.FAILED));
            }
        }
        var reading = new JournalReading(lines, new JournalReading.Whole());
        var part = new RunRecord.Part(approved, Optional.of(START), Optional.empty(), lines);
        var run = new RunRecord(journal.resolveSibling(RUN), reading, List.of(part));
        Inspection now = world.look();
        Offer on = part.left().isEmpty() ? new Offer.NothingLeft() : new Offer.Continue(part.left());
        List<Offer> offers = new ArrayList<>(List.of(on));
        if (BackOut.undo(approved.plan(), now, HandMade.NOW) instanceof BackOut.Offered offered) {
            offers.add(new Offer.BackOut(offered.plan()));
        }
        return new Found(
                run,
                now,
                approved.plan().steps().stream()
                        .map(step -> new Standing(
                                step,
                                part.reach().of(step),
                                part.reach().unanswered(step),
                                StepConditions.holds(step, now)))
                        .toList(),
                offers,
                otherwise);
    }

    private static JournalEntry line(int before, Step step, Event event) {
        return new JournalEntry(
                before + 1,
                "sha256:" + "0".repeat(64),
                HandMade.NOW,
                RUN,
                Line.of(event).at(step.id(), step.node()));
    }

    private RunResult go(ApprovedPlan plan, Path folder, RunSetting setting, int done) {
        Map<StepId, Verifier.TestSeen> tests = new TreeMap<>(java.util.Comparator.comparingInt(StepId::number));
        Path journal = folder.resolve("journal.jsonl");
        Inspection before = world.look();
        ran = Optional.of(plan);
        RunTrail trail = new RunTrail(RUN, journal.resolveSibling(""), plan, before, seen(Map.of()), Optional.empty());
        for (Step step : plan.plan().steps().subList(done, plan.plan().steps().size())) {
            if (setting.stop().getAsBoolean()) {
                Problem asked = problem("run.stopped");
                failsAt = Optional.of(step.id());
                return new RunResult.Stopped(
                        step.id(), Halt.Kind.ASKED, Message.of("ui.run.stop"), asked, journal, trail);
            }
            setting.listener().on(new RunEvent.Started(HandMade.NOW, step.id()));
            whileSent.accept(step);
            if (failsAt.equals(Optional.of(step.id()))) {
                setting.listener().on(new RunEvent.Failed(HandMade.NOW, step.id(), problem("sql.33111")));
                return new RunResult.Stopped(
                        step.id(), Halt.Kind.REFUSED, Message.of("ui.run.stop"), problem("sql.33111"), journal, trail);
            }
            act(step);
            String said = "BACKUP LOG successfully processed 214 pages in 0.021 seconds (79.520 MB/sec).";
            if (step instanceof TestStep.TestDatabase) {
                tests.put(step.id(), new Verifier.TestSeen(HandMade.NOW, "3014 " + said));
            }
            var answer = new Answer(Duration.ofMillis(180), List.of(DoorMessage.numbered(3014, said)), List.of());
            setting.listener().on(new RunEvent.Done(HandMade.NOW, step.id(), answer));
        }
        Inspection after = world.look();
        return new RunResult.Completed(
                Verifier.verify(plan.plan(), after, seen(tests)),
                journal,
                new RunTrail(RUN, journal.resolveSibling(""), plan, before, seen(tests), Optional.of(after)));
    }

    private void act(Step step) {
        switch (step) {
            case ProviderStep.PointProvider point -> world.register(point.to());
            case ProviderStep.ReloadProvider reload -> {}
            case ProviderStep.EnableProvider enable -> {}
            case ProviderStep.ReadProvider read -> {}
            case TestStep.TestDatabase test -> {}
            case TestStep.DropSnapshot drop -> {}
            case CredentialStep other -> throw new IllegalArgumentException("no rotation by hand");
            case KeyStep other -> throw new IllegalArgumentException("no rotation by hand");
            case BackupStep other -> throw new IllegalArgumentException("no rotation by hand");
            case VaultStep other -> throw new IllegalArgumentException("no rotation by hand");
            case DirectoryStep other -> throw new IllegalArgumentException("no rotation by hand");
            case RecoveryStep other -> throw new IllegalArgumentException("no rotation by hand");
            case SecretStep other -> throw new IllegalArgumentException("no rotation by hand");
            case HostStep other -> throw new IllegalArgumentException("no host by hand");
            case ReopenStep other -> throw new IllegalArgumentException("no rotation by hand");
            case SetupStep other -> throw new IllegalArgumentException("no rotation by hand");
        }
    }

    private static Problem problem(String code) {
        return new Problem(
                code,
                Message.of("ui.run.title.stopped"),
                Optional.of("33111, level 16, state 1: Cannot find server asymmetric key with thumbprint '0x37'."),
                Message.of("ui.run.lead.stopped"));
    }

    private static RunSeen seen(Map<StepId, Verifier.TestSeen> tests) {
        return new RunSeen(tests, Optional.of(HandMade.NOW.atOffset(ZoneOffset.UTC)), Optional.of(START));
    }
}
