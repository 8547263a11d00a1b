package keyturn.run.step;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.verify.Verifier.ProofSeen;
import keyturn.run.RunSetting;
import keyturn.run.door.Access;
import keyturn.run.files.Digests;
import keyturn.run.journal.Noted;
import keyturn.run.journal.Notes;
import keyturn.run.journal.RunRecord.Part;
import keyturn.script.act.Act;

/** Journals, acts, journals; and remembers what no later look can see. */
public final class StepSender {

    /** The engine's answer to a backup that went through. */
    private static final String BACKED_UP = "3014 ";

    private final Part part;
    private final OpenDoors doors;
    private final Notes notes;
    private final RunSetting setting;
    private final HeldSecrets secrets;
    private final Duration pause;
    private final Map<StepId, ProofSeen> proofs;
    private final Begun begun;
    private final Map<StepId, Act> acts = new HashMap<>();
    private Optional<Instant> changedAt;

    /**
     * @param secrets of this stretch
     * @param pause before a refused act is sent again
     */
    public StepSender(
            Part part, OpenDoors doors, Notes notes, RunSetting setting, HeldSecrets secrets, Duration pause) {
        this.part = part;
        this.doors = doors;
        this.notes = notes;
        this.setting = setting;
        this.secrets = secrets;
        this.pause = pause;
        this.proofs = new LinkedHashMap<>(part.seen().proofs());
        this.changedAt = part.seen().changedAt();
        this.begun = new Begun(part.begun());
        part.done().forEach(begun::done);
        part.approved().scripts().steps().forEach(script -> acts.put(script.step(), script.act()));
    }

    public RunSeen seen() {
        return new RunSeen(proofs, changedAt, part.startedBefore(), part.seen().leftOver());
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
        changed(step);
        return seenDone(step, yes.found());
    }

    private Optional<Halt> seenDone(Step step, Message found) {
        Optional<String> remark = Optional.empty();
        if (StepConditions.isNoted(step)) {
            proofs.put(step.id(), new ProofSeen(notes.clock().instant(), found.text()));
            remark = Optional.of(Noted.written(found.text()));
        }
        return notes.seenDone(step.id(), found, Digests.of(act(step)), remark);
    }

    /** Whoever started or resumed the run has handed in every secret that its plan needs. */
    boolean handedIn() {
        return part.approved().scripts().steps().stream()
                .flatMap(script -> script.act().slots().stream())
                .allMatch(secrets::isHandedIn);
    }

    /** Handed to a colleague: begun, and not by us. */
    Optional<Halt> hand(Step step) {
        if (begun.contains(step)) {
            return Optional.empty();
        }
        Optional<Halt> unwritten = notes.started(step, Digests.of(act(step)));
        if (unwritten.isEmpty()) {
            begun.add(step);
        }
        return unwritten;
    }

    /** Whoever resumed says that the colleague has done it; the next step finds out. */
    Optional<Halt> byWord(Step step) {
        return seenDone(step, Message.of("run.byWord"));
    }

    /** If the journal does not take the line, the act is not performed. */
    Optional<Halt> send(Step step) {
        Act act = act(step);
        String digest = Digests.of(act);
        Optional<Act> whole = Filled.of(act, secrets);
        if (whole.isEmpty()) {
            return Optional.of(notes.stopped(step.id(), Halt.Kind.SECRET, noSecret(step)));
        }
        for (int sent = 1; ; sent++) {
            Optional<Halt> unwritten = notes.started(step, digest);
            if (unwritten.isPresent()) {
                return unwritten;
            }
            begun.add(step);
            switch (doors.perform(whole.get())) {
                case Access.Done done -> {
                    return done(step, digest, done);
                }
                case Access.Made made -> {
                    secrets.hold(made.slot(), made.secret());
                    return done(step, digest, made.done());
                }
                case Access.Lost lost -> {
                    return Optional.of(notes.stopped(step.id(), Halt.Kind.LOST, lost.problem()));
                }
                case Access.Refused refused -> {
                    Halt halt = notes.failed(step.id(), Halt.Kind.REFUSED, digest, refused.problem());
                    boolean fresh = act.slots().stream().anyMatch(secrets::isFresh);
                    Duration rest = Repeats.pause(refused.problem(), pause);
                    if (!Repeats.again(refused.problem(), sent, fresh) || !Repeats.waited(rest, setting.stop())) {
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
        return Objects.requireNonNull(acts.get(step.id()));
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
        Optional<String> noted =
                proof.filter(seen -> StepConditions.isNoted(step)).map(seen -> Noted.written(seen.message()));
        return notes.done(step.id(), digest, done, unproved.map(Notes::written).or(() -> noted));
    }

    private void changed(Step step) {
        if (StepConditions.mayBeUndone(step)) {
            changedAt = changedAt.or(() -> Optional.of(notes.clock().instant()));
            begun.done(step);
        }
    }

    /** One that the run itself had made is gone with the program that held it. */
    private Problem noSecret(Step step) {
        return part.plan().steps().stream()
                .filter(StepConditions::givesSecret)
                .filter(begun::contains)
                .findFirst()
                .map(gives -> secretGone(step, gives))
                .orElseGet(() -> Halt.problem("noSecret", Optional.empty(), step.id()));
    }

    /** @param gives what brought it, or may have */
    Problem secretGone(Step step, Step gives) {
        Optional<String> told = Optional.ofNullable(proofs.get(gives.id())).map(ProofSeen::message);
        return step.equals(gives)
                ? Halt.problem("secretMade", told, step.id())
                : Halt.problem("secretGone", told, step.id(), gives.id());
    }

    private static Problem unproved(Step step) {
        return Halt.problem("unproved", Optional.empty(), step.about().title().text());
    }
}
