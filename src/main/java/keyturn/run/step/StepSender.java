package keyturn.run.step;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.domain.inspection.ServerStart;
import keyturn.plan.fact.Holds;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.verify.Verifier.TestSeen;
import keyturn.plan.words.StepWords;
import keyturn.run.RunSetting;
import keyturn.run.door.Outcome;
import keyturn.run.door.Outcome.Answer;
import keyturn.run.journal.Note;
import keyturn.run.journal.Notes;
import keyturn.run.journal.RunRecord.Part;
import keyturn.run.journal.ServerSeen;
import keyturn.script.act.Act;
import keyturn.script.act.DoorAct;
import keyturn.script.act.OperatorTask;

/** Journals, acts, journals; and remembers what no later look can see. */
public final class StepSender {

    private final Part part;
    private final OpenDoors doors;
    private final Notes notes;
    private final RunSetting setting;
    private final HeldSecrets secrets;
    private final Repeats repeats;
    private final Map<StepId, TestSeen> tests;
    private final Begun begun;
    private final Map<StepId, Act> acts = new HashMap<>();
    private final RunLook looking;
    private final Map<StepId, Optional<OffsetDateTime>> changes;
    private final Renewed renewed = new Renewed();
    private final WhichSecret which;
    private Optional<ServerStart> startedBefore;
    private Optional<OffsetDateTime> testBegan = Optional.empty();

    /**
     * @param secrets of this stretch
     * @param looking for the server's clock
     */
    public StepSender(
            Part part,
            OpenDoors doors,
            Notes notes,
            RunSetting setting,
            HeldSecrets secrets,
            RunLook looking,
            Repeats repeats) {
        this.part = part;
        this.doors = doors;
        this.notes = notes;
        this.setting = setting;
        this.secrets = secrets;
        this.repeats = repeats;
        this.tests = new LinkedHashMap<>(part.seen().tests());
        this.looking = looking;
        this.which = new WhichSecret(secrets, looking);
        this.startedBefore = part.startedBefore();
        this.changes = new LinkedHashMap<>(part.changes());
        this.begun = new Begun(part.begun());
        part.done().forEach(begun::done);
        part.approved().scripts().steps().forEach(script -> acts.put(script.id(), script.act()));
    }

    public RunSeen seen() {
        return new RunSeen(tests, RunSeen.lastOf(changes.values()), startedBefore, notes.lostSecrets());
    }

    /** Steps whose acts may have been performed, in this stretch or before. */
    public Begun begun() {
        return begun;
    }

    /** The look shows that nothing need be sent: it was so already, or an act whose answer nobody had has done it. */
    Optional<Halt> settle(Step step, Holds.Yes yes) {
        if (!begun.contains(step)) {
            return notes.skipped(step.id(), yes.found());
        }
        if (Conduct.of(step).mayBeUndone()) {
            begun.done(step);
        }
        return seenDone(step, yes.found());
    }

    private Optional<Halt> seenDone(Step step, Message found) {
        Optional<Note> note = Optional.empty();
        if (Conduct.of(step).isNoted()) {
            tests.put(step.id(), new TestSeen(notes.clock().instant(), found.text()));
            note = Optional.of(new Note.Made(found.text()));
        }
        return notes.seenDone(step.id(), found, digest(act(step)), note, timeOf(step));
    }

    /** The step has ended well. */
    void over(Step step) {
        if (secrets.over(step.id())) {
            doors.forgetSecrets();
        }
    }

    /** Anyone who started or resumed the run has handed in every secret that its plan needs. */
    boolean handedIn() {
        return part.approved().scripts().steps().stream()
                .flatMap(script -> script.act().slots().stream())
                .allMatch(secrets::isHandedIn);
    }

    /** Handed to an operator: begun, and not by us. */
    Optional<Halt> hand(Step step) {
        if (begun.contains(step)) {
            return Optional.empty();
        }
        Optional<Halt> unwritten = notes.started(step, digest(act(step)));
        if (unwritten.isEmpty()) {
            begun.add(step);
        }
        return unwritten;
    }

    /** Anyone who resumed says that the operator has done it; the next step finds out. */
    Optional<Halt> asStated(Step step) {
        return seenDone(step, Message.of("run.asStated"));
    }

    /** Handed to an operator; nothing from here shows when it is done, so the run stops. */
    Optional<Halt> handOver(Step step) {
        var task = Halt.problem("task", Optional.empty(), step.id(), StepWords.title(step));
        return hand(step).or(() -> Optional.of(notes.stopped(step.id(), Halt.Kind.TASK, task)));
    }

    Optional<Halt> send(Step step) {
        return switch (act(step)) {
            case DoorAct act -> send(step, act);
            case OperatorTask task -> handOver(step);
        };
    }

    /** What is sent next is sent in a session that begins now: the server was away. */
    Optional<Halt> fresh() {
        doors.newSqlSession();
        return Optional.empty();
    }

    /** Another secret instead of one whose text is lost, which stays in the directory without a use. */
    Optional<Halt> sendAnew(Step step) {
        renewed.add(step);
        return send(step);
    }

    /** If the journal does not take the line, the act is not performed. */
    private Optional<Halt> send(Step step, DoorAct act) {
        Optional<DoorAct> whole = Filled.of(renewed.act(step, act, notes.clock().instant()), secrets);
        if (whole.isEmpty()) {
            return Optional.of(notes.stopped(step.id(), Halt.Kind.SECRET, noSecret(step)));
        }
        String digest = digest(act);
        for (int sent = 1; ; sent++) {
            boolean before = begun.contains(step);
            Optional<Halt> unwritten = notes.started(step, digest);
            if (unwritten.isPresent()) {
                return unwritten;
            }
            begun.add(step);
            testBegan = Conduct.of(step).isUntraced() ? looking.serverTime() : Optional.empty();
            Outcome outcome = doors.perform(whole.get());
            Optional<Halt> halt = heard(step, digest, outcome, before);
            if (!isSentAgain(act, outcome, sent)) {
                return halt;
            }
        }
    }

    /** @param before it may have been performed before this time */
    private Optional<Halt> heard(Step step, String digest, Outcome outcome, boolean before) {
        return switch (outcome) {
            case Outcome.Done done -> {
                done.secret().ifPresent(made -> secrets.hold(made.slot(), made.secret(), made.keyId()));
                which.tried(step, act(step));
                yield done(step, digest, done.answer());
            }
            case Outcome.NotSent not -> {
                if (!before) {
                    begun.forget(step);
                }
                yield Optional.of(notes.notSent(step.id(), digest, not.problem()));
            }
            case Outcome.Refused refused ->
                Optional.of(notes.failed(step.id(), Halt.Kind.of(refused.kind()), digest, refused.problem()));
            case Outcome.Unanswered lost -> Optional.of(notes.unanswered(step.id(), digest, lost.problem()));
        };
    }

    private boolean isSentAgain(DoorAct act, Outcome outcome, int sent) {
        return switch (outcome) {
            case Outcome.Refused refused -> {
                boolean fresh = act.slots().stream().anyMatch(secrets::isFresh);
                yield repeats.again(refused.kind(), sent, fresh, begun.isSpreading())
                        && Repeats.waited(repeats.pause(refused.kind()), setting.stop());
            }
            case Outcome.Done done -> false;
            case Outcome.NotSent not -> false;
            case Outcome.Unanswered unanswered -> false;
        };
    }

    /** What it is about, or has made, is not what was meant: the step has failed. */
    Halt misfit(Step step, Problem problem) {
        return notes.failed(step.id(), Halt.Kind.MISFIT, digest(act(step)), problem);
    }

    /** Of what is shown of an act: secrets stand outside. */
    private static String digest(Act act) {
        return Sha256.of(act.shownAsTSql());
    }

    private Act act(Step step) {
        return Objects.requireNonNull(acts.get(step.id()));
    }

    /** A first test that brings no word of what it made has tested nothing, and nothing is changed then. */
    private Optional<Halt> done(Step step, String digest, Answer answer) {
        Optional<TestSeen> test = test(step, answer);
        test.ifPresent(seen -> tests.put(step.id(), seen));
        Optional<Problem> untested =
                Conduct.of(step).needsAnswer() && test.isEmpty() ? Optional.of(untested(step)) : Optional.empty();
        if (Conduct.of(step).testsFirst() && untested.isPresent()) {
            return Optional.of(notes.failed(step.id(), Halt.Kind.UNTESTED, digest, untested.get()));
        }
        ServerSeen time = timeOf(step);
        if (Conduct.of(step).mayBeUndone()) {
            begun.done(step);
        }
        Optional<Note> noted =
                test.filter(seen -> Conduct.of(step).isNoted()).map(seen -> new Note.Made(seen.message()));
        Optional<Note> without = untested.map(problem -> new Note.Untested(problem.code()));
        return notes.done(
                step.id(), digest, answer, without.or(() -> noted).or(() -> which.given(step, act(step))), time);
    }

    /** What the door said that no later look can see. */
    private Optional<TestSeen> test(Step step, Answer answer) {
        return ToldOnce.of(step, answer)
                .map(message -> renewed.told(step, tests.containsKey(step.id()), message.shown()))
                .map(told -> new TestSeen(notes.clock().instant(), told, testBegan.map(OffsetDateTime::toInstant)));
    }

    /**
     * Of a change when it was done, by the server's clock: its backups and its start are compared with that; of a test that leaves
     * nothing there, when it began.
     */
    private ServerSeen timeOf(Step step) {
        if (!Conduct.of(step).mayBeUndone() || Conduct.of(step).is(Conduct.Trait.ENGINE_STOPPED)) {
            return Conduct.of(step).isUntraced() ? ServerSeen.at(testBegan) : ServerSeen.NOTHING;
        }
        Optional<OffsetDateTime> time = looking.serverTime();
        changes.put(step.id(), time);
        startedBefore = looking.startedBefore();
        return ServerSeen.at(time);
    }

    /** One that the run itself had made is gone with the program that held it. */
    private Problem noSecret(Step step) {
        return part.plan().steps().stream()
                .filter(other -> Conduct.of(other).givesSecret())
                .filter(begun::contains)
                .findFirst()
                .map(gives -> secretGone(step, gives))
                .orElseGet(() -> Halt.problem("noSecret", Optional.empty(), step.id()));
    }

    /** @param gives what brought it, or may have */
    Problem secretGone(Step step, Step gives) {
        Optional<String> told = Optional.ofNullable(tests.get(gives.id())).map(TestSeen::message);
        return step.equals(gives)
                ? Halt.problem("secretMade", told, step.id())
                : Halt.problem("secretGone", told, step.id(), gives.id());
    }

    private static Problem untested(Step step) {
        return Halt.problem("untested", Optional.empty(), StepWords.title(step));
    }
}
