package keyturn.run.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.LeftSecrets;
import keyturn.run.RunEvent;
import keyturn.run.RunListener;
import keyturn.run.door.Outcome.Answer;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.step.Halt;

/**
 * What a run tells: first to the journal, then to anyone who listens. All lines are on the disk before a step begins that leaves
 * something behind, and before the run waits, stops or ends.
 */
public final class Notes {

    private final Journal journal;
    private final Path file;
    private final RunListener listener;
    private final Clock clock;
    private Instant sent = Instant.EPOCH;
    private final Map<StepId, NodeName> nodes;
    private final LostSecrets lost;

    /** @param part whose steps are told of, as far as it had come */
    public Notes(Journal journal, Path file, RunListener listener, Clock clock, RunRecord.Part part) {
        this.journal = journal;
        this.file = file;
        this.listener = listener;
        this.clock = clock;
        this.lost = LostSecrets.of(part);
        this.nodes = part.plan().steps().stream().collect(Collectors.toMap(Step::id, Step::node));
    }

    /** Secrets that are lost, as far as is written. */
    public LeftSecrets lostSecrets() {
        return lost.left();
    }

    public Clock clock() {
        return clock;
    }

    /**
     * On the disk when this returns.
     *
     * @return why the journal did not take it
     */
    public Optional<Problem> note(Line line) {
        return heard(line, written(() -> journal.append(line)));
    }

    /** All lines are on the disk when this returns. */
    public Optional<Halt> force(StepId step) {
        return unwritten(step, written(journal::force));
    }

    private Optional<Problem> add(Line line) {
        return heard(line, written(() -> journal.add(line)));
    }

    /** What is done is done, whether or not it could be written. */
    private Optional<Problem> heard(Line line, Optional<Problem> unwritten) {
        lost.hear(line);
        return unwritten;
    }

    private Optional<Problem> written(Writing writing) {
        try {
            writing.write();
            return Optional.empty();
        } catch (JournalLost lost) {
            return Optional.of(RunFolder.lost(file, lost));
        } catch (IOException failure) {
            return Optional.of(RunFolder.unwritable(file, failure).problem());
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** True-after holds already: no act is sent. */
    public Optional<Halt> skipped(StepId step, Message why) {
        return settled(step, why, line(Event.SKIPPED, step));
    }

    /**
     * Begun before, and seen to be done now.
     *
     * @param note goes into the line
     */
    public Optional<Halt> seenDone(
            StepId step, Message why, String act, Optional<? extends Note> note, ServerSeen server) {
        return settled(step, why, line(Event.DONE, step, act).note(note).server(server));
    }

    /** A person chose to do without it. */
    public Optional<Halt> leftOut(StepId step, String reason) {
        return settled(
                step,
                Message.of("run.leftOut", reason),
                line(Event.SKIPPED, step).note(new Note.LeftOut(reason)));
    }

    private Optional<Halt> settled(StepId step, Message why, Line line) {
        Optional<Halt> unwritten = unwritten(step, add(line));
        if (unwritten.isEmpty()) {
            listener.on(new RunEvent.Skipped(clock.instant(), step, why));
        }
        return unwritten;
    }

    public Optional<Halt> started(Step step, String act) {
        Optional<Halt> unwritten = unwritten(step.id(), add(line(Event.STARTED, step.id(), act)));
        if (unwritten.isEmpty() && Conduct.of(step).leavesSomething()) {
            unwritten = force(step.id());
        }
        if (unwritten.isEmpty()) {
            sent = clock.instant();
            listener.on(new RunEvent.Started(sent, step.id()));
        }
        return unwritten;
    }

    /** @param note goes into the line */
    public Optional<Halt> done(
            StepId step, String act, Answer answer, Optional<? extends Note> note, ServerSeen server) {
        Optional<Problem> unwritten = add(line(Event.DONE, step, act).note(note).server(server));
        listener.on(new RunEvent.Done(clock.instant(), step, answer));
        return unwritten(step, unwritten);
    }

    /** Here a journal that takes no line changes nothing any more: the result says it, and nothing follows. */
    public Halt failed(StepId step, Halt.Kind kind, String act, Problem problem) {
        note(line(Event.FAILED, step, act).error(written(problem)));
        listener.on(new RunEvent.Failed(clock.instant(), step, problem));
        return new Halt(step, kind, problem);
    }

    /** As {@link #failed}; the act that was started did not leave this machine. */
    public Halt notSent(StepId step, String act, Problem problem) {
        note(line(Event.NOT_SENT, step, act).error(written(problem)));
        listener.on(new RunEvent.NotSent(clock.instant(), step, problem));
        return new Halt(step, Halt.Kind.NOT_SENT, problem);
    }

    /** As {@link #failed}; whether the act that was started took effect, nobody knows yet. */
    public Halt unanswered(StepId step, String act, Problem problem) {
        note(line(Event.UNANSWERED, step, act).error(written(problem)));
        listener.on(new RunEvent.Unanswered(clock.instant(), step, sent, problem));
        return Halt.unanswered(step, sent, problem);
    }

    /** As {@link #failed}. */
    public Halt stopped(StepId step, Halt.Kind kind, Problem problem) {
        note(line(Event.STOPPED, step).error(written(problem)));
        return new Halt(step, kind, problem);
    }

    /** The lock was lost and taken again. */
    public Optional<Halt> lockAgain(StepId step, String plan) {
        return unwritten(step, note(Line.of(Event.RESUMED, plan).note(new Note.LockAgain())));
    }

    /** What a step did was taken back in the same run. */
    public Optional<Halt> takenBack(StepId step, String act) {
        Optional<Halt> unwritten = unwritten(step, note(line(Event.UNDONE, step, act)));
        listener.on(new RunEvent.Waiting(clock.instant(), step, Message.of("run.takenBack", step)));
        return unwritten;
    }

    /** It could not be. */
    public Optional<Halt> notTakenBack(StepId step, String act, Problem problem) {
        return Optional.of(failed(step, Halt.Kind.NOT_TAKEN_BACK, act, problem));
    }

    /** Told, not journalled: a line of its own comes when it is over. */
    public Optional<Halt> waiting(StepId step, Message what) {
        Optional<Halt> unwritten = force(step);
        if (unwritten.isEmpty()) {
            listener.on(new RunEvent.Waiting(clock.instant(), step, what));
        }
        return unwritten;
    }

    private Line line(Event event, StepId step) {
        return Line.of(event).at(step, Objects.requireNonNull(nodes.get(step)));
    }

    private Line line(Event event, StepId step, String act) {
        return line(event, step).digest(Optional.of(act));
    }

    private static Optional<Halt> unwritten(StepId step, Optional<Problem> problem) {
        return problem.map(why -> new Halt(step, Halt.Kind.JOURNAL, why));
    }

    public static String written(Problem problem) {
        return problem.code() + problem.detail().map(detail -> ": " + detail).orElse("");
    }
}
