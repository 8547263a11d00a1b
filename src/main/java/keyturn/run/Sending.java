package keyturn.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Holds;
import keyturn.plan.Step;
import keyturn.plan.StepConditions;
import keyturn.plan.StepId;
import keyturn.plan.Verification.RunSeen;
import keyturn.plan.Verifier.ProofSeen;
import keyturn.run.RunRecord.Part;
import keyturn.script.Act;

/** Journals, acts, journals; and remembers what no later look can see. */
final class Sending {

    /** The engine's answer to a backup that went through. */
    private static final String BACKED_UP = "3014 ";

    private final Part part;
    private final Acting acting;
    private final Notes notes;
    private final RunSetting setting;
    private final Duration pause;
    private final Map<StepId, ProofSeen> proofs;
    private final Set<Step> begun;
    private Optional<Instant> changedAt;

    /** @param pause before a refused act is sent again */
    Sending(Part part, Acting acting, Notes notes, RunSetting setting, Duration pause) {
        this.part = part;
        this.acting = acting;
        this.notes = notes;
        this.setting = setting;
        this.pause = pause;
        this.proofs = new LinkedHashMap<>(part.seen().proofs());
        this.changedAt = part.seen().changedAt();
        this.begun = new LinkedHashSet<>(part.begun());
    }

    RunSeen seen() {
        return new RunSeen(proofs, changedAt, part.startedBefore());
    }

    /** Steps whose acts may have been performed, in this stretch or before. */
    List<Step> begun() {
        return List.copyOf(begun);
    }

    /** The look shows that nothing need be sent: it was so already, or an act whose answer nobody had has done it. */
    Optional<Halt> settle(Step step, Holds.Yes yes) {
        if (!begun.contains(step)) {
            return notes.skipped(step.id(), yes.found());
        }
        changed(step);
        return notes.seenDone(step.id(), yes.found(), Digests.of(act(step)));
    }

    /** Handed to a colleague: begun, and not by us. */
    Optional<Halt> hand(Step step) {
        if (begun.contains(step)) {
            return Optional.empty();
        }
        Optional<Halt> unwritten = notes.started(step.id(), Digests.of(act(step)));
        if (unwritten.isEmpty()) {
            begun.add(step);
        }
        return unwritten;
    }

    /** Whoever resumed says that the colleague has done it; the next step finds out. */
    Optional<Halt> byWord(Step step) {
        return notes.seenDone(step.id(), Message.of("run.byWord"), Digests.of(act(step)));
    }

    /** If the journal does not take the line, the act is not performed. */
    Optional<Halt> send(Step step) {
        Act act = act(step);
        String digest = Digests.of(act);
        Optional<Act> whole = Filled.of(act, setting.secrets());
        if (whole.isEmpty()) {
            var problem = Halt.problem("noSecret", Optional.empty(), step.id());
            return Optional.of(notes.stopped(step.id(), Halt.Kind.SECRET, problem));
        }
        for (int sent = 1; ; sent++) {
            Optional<Halt> unwritten = notes.started(step.id(), digest);
            if (unwritten.isPresent()) {
                return unwritten;
            }
            begun.add(step);
            switch (acting.perform(whole.get())) {
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

    /** What it is about, or has made, is not what was meant: the step has failed. */
    Halt misfit(Step step, Problem problem) {
        return notes.failed(step.id(), Halt.Kind.MISFIT, Digests.of(act(step)), problem);
    }

    private Act act(Step step) {
        return part.approved().scripts().steps().stream()
                .filter(script -> script.step().equals(step.id()))
                .findFirst()
                .orElseThrow()
                .act();
    }

    /** A first proof that brings no word of a backup has proved nothing, and nothing is changed then. */
    private Optional<Halt> done(Step step, String digest, Access.Done done) {
        Optional<ProofSeen> proof = done.messages().stream()
                .filter(message -> message.startsWith(BACKED_UP))
                .findFirst()
                .or(() -> done.messages().stream()
                        .filter(message -> StepConditions.seenOnce(step))
                        .reduce((one, next) -> next))
                .map(message -> new ProofSeen(notes.clock().instant(), message));
        proof.ifPresent(seen -> proofs.put(step.id(), seen));
        Optional<Problem> unproved =
                StepConditions.needsBackup(step) && proof.isEmpty() ? Optional.of(unproved(step)) : Optional.empty();
        if (StepConditions.provesFirst(step) && unproved.isPresent()) {
            return Optional.of(notes.failed(step.id(), Halt.Kind.UNPROVED, digest, unproved.get()));
        }
        changed(step);
        return notes.done(step.id(), digest, done, unproved);
    }

    private void changed(Step step) {
        if (StepConditions.mayBeUndone(step)) {
            changedAt = changedAt.or(() -> Optional.of(notes.clock().instant()));
        }
    }

    private static Problem unproved(Step step) {
        return Halt.problem("unproved", Optional.empty(), step.about().title().text());
    }
}
