package keyturn.run.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.run.RunEvent;
import keyturn.run.RunListener;
import keyturn.run.door.Outcome.Answer;
import keyturn.run.journal.JournalEntry.Event;
import keyturn.run.step.Halt;

/**
 * What a run tells: first to the journal, then to whoever listens. All lines are on the disk before a step begins that leaves
 * something behind, and before the run waits, stops or ends.
 */
public final class Notes {

    private final Journal journal;
    private final Path file;
    private final RunListener listener;
    private final Clock clock;
    private Instant sent = Instant.EPOCH;

    public Notes(Journal journal, Path file, RunListener listener, Clock clock) {
        this.journal = journal;
        this.file = file;
        this.listener = listener;
        this.clock = clock;
    }

    public Clock clock() {
        return clock;
    }

    /**
     * On the disk when this returns.
     *
     * @return why the journal did not take it
     */
    public Optional<Problem> note(Optional<StepId> step, Event event, Optional<String> digest, Optional<String> error) {
        return written(() -> journal.append(step, event, digest, error));
    }

    /** All lines are on the disk when this returns. */
    public Optional<Halt> force(StepId step) {
        return unwritten(step, written(journal::force));
    }

    private Optional<Problem> add(StepId step, Event event, Optional<String> digest, Optional<String> error) {
        return written(() -> journal.add(Optional.of(step), event, digest, error));
    }

    private Optional<Problem> written(Writing writing) {
        try {
            writing.write();
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(RunFolder.unwritable(file, failure).problem());
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** True-after holds already: no act is sent. */
    public Optional<Halt> skipped(StepId step, Message why) {
        return settled(step, why, Event.SKIPPED, Optional.empty(), Optional.empty());
    }

    /**
     * Begun before, and seen to be done now.
     *
     * @param remark goes into the line
     */
    public Optional<Halt> seenDone(StepId step, Message why, String act, Optional<String> remark) {
        return settled(step, why, Event.DONE, Optional.of(act), remark);
    }

    /** A person chose to do without it. */
    public Optional<Halt> leftOut(StepId step, String reason) {
        return settled(
                step,
                Message.of("run.leftOut", reason),
                Event.SKIPPED,
                Optional.empty(),
                Optional.of("run.left-out: " + reason));
    }

    private Optional<Halt> settled(
            StepId step, Message why, Event event, Optional<String> digest, Optional<String> error) {
        Optional<Halt> unwritten = unwritten(step, add(step, event, digest, error));
        if (unwritten.isEmpty()) {
            listener.on(new RunEvent.Skipped(clock.instant(), step, why));
        }
        return unwritten;
    }

    public Optional<Halt> started(Step step, String act) {
        Optional<Halt> unwritten =
                unwritten(step.id(), add(step.id(), Event.STARTED, Optional.of(act), Optional.empty()));
        if (unwritten.isEmpty() && StepConditions.leavesSomething(step)) {
            unwritten = force(step.id());
        }
        if (unwritten.isEmpty()) {
            sent = clock.instant();
            listener.on(new RunEvent.Started(sent, step.id()));
        }
        return unwritten;
    }

    /** @param remark goes into the line */
    public Optional<Halt> done(StepId step, String act, Answer answer, Optional<String> remark) {
        Optional<Problem> unwritten = add(step, Event.DONE, Optional.of(act), remark);
        listener.on(new RunEvent.Done(clock.instant(), step, answer));
        return unwritten(step, unwritten);
    }

    /** Here a journal that takes no line changes nothing any more: the result says it, and nothing follows. */
    public Halt failed(StepId step, Halt.Kind kind, String act, Problem problem) {
        note(Optional.of(step), Event.FAILED, Optional.of(act), Optional.of(written(problem)));
        listener.on(new RunEvent.Failed(clock.instant(), step, problem));
        return new Halt(step, kind, problem);
    }

    /** As {@link #failed}; the act that was started did not leave this machine. */
    public Halt notSent(StepId step, String act, Problem problem) {
        note(Optional.of(step), Event.NOT_SENT, Optional.of(act), Optional.of(written(problem)));
        listener.on(new RunEvent.NotSent(clock.instant(), step, problem));
        return new Halt(step, Halt.Kind.NOT_SENT, problem);
    }

    /** As {@link #failed}; whether the act that was started took effect, nobody knows yet. */
    public Halt unanswered(StepId step, String act, Problem problem) {
        note(Optional.of(step), Event.UNANSWERED, Optional.of(act), Optional.of(written(problem)));
        listener.on(new RunEvent.Unanswered(clock.instant(), step, sent, problem));
        return Halt.unanswered(step, sent, problem);
    }

    /** As {@link #failed}. */
    public Halt stopped(StepId step, Halt.Kind kind, Problem problem) {
        note(Optional.of(step), Event.STOPPED, Optional.empty(), Optional.of(written(problem)));
        return new Halt(step, kind, problem);
    }

    /** The lock was lost and taken again. */
    public Optional<Halt> lockAgain(StepId step, String plan) {
        return unwritten(step, note(Optional.empty(), Event.RESUMED, Optional.of(plan), Optional.of("run.lock-again")));
    }

    /** Told, not journalled: a line of its own comes when it is over. */
    public Optional<Halt> waiting(StepId step, Message what) {
        Optional<Halt> unwritten = force(step);
        if (unwritten.isEmpty()) {
            listener.on(new RunEvent.Waiting(clock.instant(), step, what));
        }
        return unwritten;
    }

    private static Optional<Halt> unwritten(StepId step, Optional<Problem> problem) {
        return problem.map(why -> new Halt(step, Halt.Kind.JOURNAL, why));
    }

    public static String written(Problem problem) {
        return problem.code() + problem.detail().map(detail -> ": " + detail).orElse("");
    }
}
