package keyturn.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import keyturn.domain.Inspection;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Holds;
import keyturn.plan.Step;
import keyturn.plan.StepConditions;
import keyturn.plan.StepId;
import keyturn.plan.Verification.RunSeen;
import keyturn.plan.Verifier.ProofSeen;
import keyturn.run.JournalEntry.Event;
import keyturn.script.Act;
import keyturn.script.Scripts.StepScript;

/** Goes through the steps: journal, act, journal. Knows no kind of step, and does nothing twice. */
final class Performance {

    /** The engine's answer to a backup that went through. */
    private static final String BACKED_UP = "3014 ";

    private final RunFolder folder;
    private final Journal journal;
    private final Access.Acts acts;
    private final RunListener listener;
    private final Clock clock;
    private final Map<StepId, ProofSeen> proofs = new LinkedHashMap<>();
    private Optional<Instant> changedAt = Optional.empty();

    Performance(RunFolder folder, Journal journal, Access.Acts acts, RunListener listener, Clock clock) {
        this.folder = folder;
        this.journal = journal;
        this.acts = acts;
        this.listener = listener;
        this.clock = clock;
    }

    /** Where and why it ended early. */
    record Halt(StepId at, Kind kind, Problem problem) {}

    /** Why it ended early. */
    enum Kind {
        ASKED,
        REFUSED,
        UNPROVED,
        LOST,
        JOURNAL
    }

    /** What no later look can see. */
    RunSeen seen(Inspection before) {
        return new RunSeen(proofs, changedAt, before.facts().startedAt().value());
    }

    /**
     * @param look a fresh inspection, or none where it cannot be had; then no step is taken for done already
     * @return empty: all steps were done or skipped
     */
    Optional<Halt> perform(
            List<Step> steps,
            List<StepScript> scripts,
            Inspection before,
            Supplier<Optional<Inspection>> look,
            BooleanSupplier stop) {
        Optional<Inspection> fresh = Optional.of(before);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean changes = StepConditions.mayBeSkipped(step);
            Optional<Message> held = changes ? fresh.flatMap(seen -> held(step, seen)) : Optional.empty();
            Optional<Halt> halt;
            if (stop.getAsBoolean() && SafePoints.before(i, steps)) {
                halt = Optional.of(stopped(step.id(), Kind.ASKED, asked()));
            } else if (held.isPresent()) {
                halt = skip(step.id(), held.get());
            } else {
                halt = act(step, scripts.get(i).act());
                fresh = changes && halt.isEmpty() ? look.get() : fresh;
            }
            if (halt.isPresent()) {
                return halt;
            }
        }
        return Optional.empty();
    }

    private static Optional<Message> held(Step step, Inspection fresh) {
        return StepConditions.holds(step, fresh) instanceof Holds.Yes yes ? Optional.of(yes.found()) : Optional.empty();
    }

    private Optional<Halt> skip(StepId step, Message why) {
        Optional<Problem> unwritten = note(step, Event.SKIPPED, Optional.empty(), Optional.empty());
        if (unwritten.isEmpty()) {
            listener.on(new RunEvent.Skipped(clock.instant(), step, why));
        }
        return unwritten.map(problem -> new Halt(step, Kind.JOURNAL, problem));
    }

    /** If the journal does not take the line, the act is not performed. */
    private Optional<Halt> act(Step one, Act act) {
        StepId step = one.id();
        Optional<String> digest = Optional.of(Digests.of(act));
        Optional<Problem> unwritten = note(step, Event.STARTED, digest, Optional.empty());
        if (unwritten.isPresent()) {
            return Optional.of(new Halt(step, Kind.JOURNAL, unwritten.get()));
        }
        listener.on(new RunEvent.Started(clock.instant(), step));
        return switch (acts.perform(act)) {
            case Access.Done done -> done(one, digest, done);
            case Access.Refused refused -> failed(step, Kind.REFUSED, digest, refused.problem());
            case Access.Lost lost -> Optional.of(stopped(step, Kind.LOST, lost.problem()));
        };
    }

    private Optional<Halt> failed(StepId step, Kind kind, Optional<String> digest, Problem problem) {
        note(step, Event.FAILED, digest, Optional.of(written(problem)));
        listener.on(new RunEvent.Failed(clock.instant(), step, problem));
        return Optional.of(new Halt(step, kind, problem));
    }

    /** A first proof that brings no word of a backup has proved nothing, and nothing is changed then. */
    private Optional<Halt> done(Step one, Optional<String> digest, Access.Done done) {
        StepId step = one.id();
        done.messages().stream()
                .filter(message -> message.startsWith(BACKED_UP))
                .findFirst()
                .ifPresent(message -> proofs.put(step, new ProofSeen(clock.instant(), message)));
        if (StepConditions.provesFirst(one) && !proofs.containsKey(step)) {
            return failed(step, Kind.UNPROVED, digest, unproved(one));
        }
        if (StepConditions.mayBeSkipped(one)) {
            changedAt = changedAt.or(() -> Optional.of(clock.instant()));
        }
        Optional<Problem> unwritten = note(step, Event.DONE, digest, Optional.empty());
        listener.on(new RunEvent.Done(clock.instant(), step, done));
        return unwritten.map(problem -> new Halt(step, Kind.JOURNAL, problem));
    }

    /** Here a journal that takes no line changes nothing any more: the result says it, and nothing follows. */
    private Halt stopped(StepId step, Kind kind, Problem problem) {
        note(step, Event.STOPPED, Optional.empty(), Optional.of(written(problem)));
        return new Halt(step, kind, problem);
    }

    private Optional<Problem> note(StepId step, Event event, Optional<String> digest, Optional<String> error) {
        try {
            journal.append(Optional.of(step), event, digest, error);
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(
                    RunFolder.unwritable(folder.journalFile(), failure).problem());
        }
    }

    private static String written(Problem problem) {
        return problem.code() + problem.detail().map(detail -> ": " + detail).orElse("");
    }

    private static Problem unproved(Step step) {
        String title = step.about().title().text();
        return new Problem(
                "run.unproved", Message.of("run.unproved", title), Optional.empty(), Message.of("run.unproved.next"));
    }

    private static Problem asked() {
        return new Problem(
                "run.stopped", Message.of("run.stopped.asked"), Optional.empty(), Message.of("run.stopped.asked.next"));
    }
}
