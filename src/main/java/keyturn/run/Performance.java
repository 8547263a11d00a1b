package keyturn.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.plan.Basis;
import keyturn.plan.Holds;
import keyturn.plan.Plan;
import keyturn.plan.Step;
import keyturn.plan.StepConditions;
import keyturn.plan.StepId;
import keyturn.plan.Verification.RunSeen;
import keyturn.plan.Verifier.ProofSeen;
import keyturn.run.RunRecord.Part;
import keyturn.script.Act;

/**
 * Goes through the steps of one part of a run that are not settled: sees to the lock, looks before whatever changes
 * something, writes the way back, journals, acts, journals. Knows no kind of step, and does nothing twice.
 */
final class Performance {

    /** The engine's answer to a backup that went through. */
    private static final String BACKED_UP = "3014 ";

    private final Part part;
    private final Keeper keeper;
    private final Looking looking;
    private final Acting acting;
    private final BackOutFiles backOut;
    private final Notes notes;
    private final RunSetting setting;
    private final Duration pause;
    private final Map<StepId, ProofSeen> proofs;
    private final Set<Step> begun;
    private Optional<Instant> changedAt;

    /** @param pause before a refused act is sent again */
    Performance(
            Part part,
            Keeper keeper,
            Looking looking,
            Acting acting,
            BackOutFiles backOut,
            Notes notes,
            RunSetting setting,
            Duration pause) {
        this.part = part;
        this.keeper = keeper;
        this.looking = looking;
        this.acting = acting;
        this.backOut = backOut;
        this.notes = notes;
        this.setting = setting;
        this.pause = pause;
        this.proofs = new LinkedHashMap<>(part.seen().proofs());
        this.changedAt = part.seen().changedAt();
        this.begun = new LinkedHashSet<>(part.begun());
    }

    /** What no later look can see. */
    RunSeen seen() {
        return new RunSeen(proofs, changedAt, part.startedBefore());
    }

    /** Steps whose acts may have been performed, in this stretch or before. */
    List<Step> begun() {
        return List.copyOf(begun);
    }

    /** @return empty: all steps are done or skipped */
    Optional<Halt> perform() {
        List<Step> steps = part.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (!part.reached(steps.get(i)).settled()) {
                Optional<Halt> halt = untilDecided(i, steps);
                if (halt.isPresent()) {
                    return halt;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Halt> untilDecided(int index, List<Step> steps) {
        Step step = steps.get(index);
        while (true) {
            boolean safe = SafePoints.before(index, steps);
            Optional<Halt> halt = safe && setting.stop().getAsBoolean()
                    ? Optional.of(notes.stopped(step.id(), Halt.Kind.ASKED, Halt.problem("stopped", Optional.empty())))
                    : step(step);
            if (halt.isEmpty() || !halt.get().kind().ofAct()) {
                return halt;
            }
            var failure = Choosing.failure(step, halt.get(), safe, begun);
            switch (Choosing.allowed(failure, setting.decider().decide(failure))) {
                case Decider.Retry retry -> {}
                case Decider.Skip skip -> {
                    return notes.leftOut(step.id(), skip.reason().strip());
                }
                case Decider.Undo undo -> {
                    return halt;
                }
                case Decider.Stop stop -> {
                    return halt;
                }
            }
        }
    }

    private Optional<Halt> step(Step step) {
        try {
            keeper.ensure();
        } catch (Problem.Raised taken) {
            return Optional.of(notes.stopped(step.id(), Halt.Kind.LOCK, taken.problem()));
        }
        try {
            acting.ready();
        } catch (Problem.Raised unreachable) {
            return Optional.of(notes.stopped(step.id(), Halt.Kind.UNSEEN, unreachable.problem()));
        }
        if (keeper.wasLost()) {
            Optional<Halt> unwritten = notes.lockAgain(step.id(), digest());
            if (unwritten.isPresent()) {
                return unwritten;
            }
        }
        return StepConditions.mayBeSkipped(step) ? change(step) : send(step);
    }

    private String digest() {
        return part.approved().scripts().digest();
    }

    /** True-before: what the plan relies on must still be so, but for what its own steps changed. */
    private Optional<Halt> change(Step step) {
        Plan plan = part.plan();
        Inspection now;
        try {
            now = looking.look();
        } catch (Problem.Raised unseen) {
            return Optional.of(notes.stopped(step.id(), Halt.Kind.UNSEEN, unseen.problem()));
        }
        Holds holds = StepConditions.holds(step, now);
        if (holds instanceof Holds.Unknown unknown && begun.contains(step)) {
            var problem = Halt.problem("untold", Optional.of(unknown.why().text()), step.id());
            return Optional.of(notes.stopped(step.id(), Halt.Kind.UNTOLD, problem));
        }
        var moved = plan.basis().firstMoved(Basis.of(now, plan.choices()), List.copyOf(begun));
        if (moved.isPresent()) {
            var problem = Halt.problem(
                    "moved",
                    Optional.empty(),
                    moved.get().fact(),
                    moved.get().was(),
                    moved.get().is());
            return Optional.of(notes.stopped(step.id(), Halt.Kind.MOVED, problem));
        }
        if (holds instanceof Holds.Yes yes) {
            return settle(step, yes);
        }
        try {
            backOut.ofStep(plan, step, now);
        } catch (Problem.Raised unwritten) {
            return Optional.of(notes.stopped(step.id(), Halt.Kind.BACKOUT, unwritten.problem()));
        }
        return send(step);
    }

    private Optional<Halt> settle(Step step, Holds.Yes yes) {
        if (!begun.contains(step)) {
            return notes.skipped(step.id(), yes.found());
        }
        changedAt = changedAt.or(() -> Optional.of(notes.clock().instant()));
        return notes.seenDone(step.id(), yes.found(), Digests.of(act(step)));
    }

    private Act act(Step step) {
        return part.approved().scripts().steps().stream()
                .filter(script -> script.step().equals(step.id()))
                .findFirst()
                .orElseThrow()
                .act();
    }

    /** If the journal does not take the line, the act is not performed. */
    private Optional<Halt> send(Step step) {
        Act act = act(step);
        String digest = Digests.of(act);
        for (int sent = 1; ; sent++) {
            Optional<Halt> unwritten = notes.started(step.id(), digest);
            if (unwritten.isPresent()) {
                return unwritten;
            }
            begun.add(step);
            switch (acting.perform(act)) {
                case Access.Done done -> {
                    return done(step, digest, done);
                }
                case Access.Lost lost -> {
                    return Optional.of(notes.stopped(step.id(), Halt.Kind.LOST, lost.problem()));
                }
                case Access.Refused refused -> {
                    Halt halt = notes.failed(step.id(), Halt.Kind.REFUSED, digest, refused.problem());
                    if (!Repeats.again(refused.problem(), sent) || !Repeats.waited(pause, setting.stop())) {
                        return Optional.of(halt);
                    }
                }
            }
        }
    }

    /** A first proof that brings no word of a backup has proved nothing, and nothing is changed then. */
    private Optional<Halt> done(Step step, String digest, Access.Done done) {
        Optional<String> backedUp = done.messages().stream()
                .filter(message -> message.startsWith(BACKED_UP))
                .findFirst();
        backedUp.ifPresent(
                message -> proofs.put(step.id(), new ProofSeen(notes.clock().instant(), message)));
        Optional<Problem> unproved = StepConditions.needsBackup(step) && backedUp.isEmpty()
                ? Optional.of(Halt.problem(
                        "unproved", Optional.empty(), step.about().title().text()))
                : Optional.empty();
        if (StepConditions.provesFirst(step) && unproved.isPresent()) {
            return Optional.of(notes.failed(step.id(), Halt.Kind.UNPROVED, digest, unproved.get()));
        }
        if (StepConditions.mayBeSkipped(step)) {
            changedAt = changedAt.or(() -> Optional.of(notes.clock().instant()));
        }
        return notes.done(step.id(), digest, done, unproved);
    }
}
