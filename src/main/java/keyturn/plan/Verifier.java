package keyturn.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Inspection;
import keyturn.domain.Message;
import keyturn.plan.Verification.CannotTell;
import keyturn.plan.Verification.Met;
import keyturn.plan.Verification.NotMet;
import keyturn.plan.Verification.Overall;
import keyturn.plan.Verification.StepVerdict;
import keyturn.plan.Verification.Verdict;

/** Compares a plan with a fresh inspection; pure. */
public final class Verifier {

    private Verifier() {}

    /**
     * @param proofs when each proof of this run succeeded, by step; a proof leaves no trace that an inspection could find
     *     before msdb is read, so the run's own observation of the engine's answer is handed in
     */
    public static Verification verify(Plan plan, Inspection fresh, Map<StepId, ProofSeen> proofs) {
        List<StepVerdict> verdicts = plan.steps().stream()
                .map(step ->
                        new StepVerdict(step.id(), verdict(step, fresh, Optional.ofNullable(proofs.get(step.id())))))
                .toList();
        List<String> older = plan.steps().stream()
                .flatMap(step -> olderLoaded(step, fresh).stream())
                .toList();
        return new Verification(fresh.takenAt(), verdicts, overall(verdicts, !older.isEmpty()), notes(fresh, older));
    }

    private static Verdict verdict(Step step, Inspection fresh, Optional<ProofSeen> proof) {
        Message expected = step.about().trueAfter();
        return switch (StepConditions.holds(step, fresh)) {
            case Holds.Yes yes -> new Met(yes.found());
            case Holds.No no -> new NotMet(expected, no.found());
            case Holds.Unknown unknown -> open(step, fresh, unknown, proof);
        };
    }

    /**
     * A proof counts by the engine's own answer; one after the change only for a database that a look shows ONLINE. What was
     * proved before the change stays proved, whatever came later.
     */
    private static Verdict open(Step step, Inspection fresh, Holds.Unknown unknown, Optional<ProofSeen> proof) {
        if (step instanceof Step.ProveDatabase prove && proof.isPresent()) {
            String at = proof.get().at().truncatedTo(ChronoUnit.SECONDS).toString();
            String said = proof.get().message();
            if (prove.phase() == Step.Phase.BEFORE) {
                return new Met(Message.of("plan.found.provedBefore", prove.database(), at, said));
            }
            if (fresh.facts().databases().value().isPresent()) {
                return new Met(Message.of("plan.found.proved", prove.database(), at, said));
            }
        }
        return new CannotTell(unknown.why());
    }

    /** What is loaded of an older DLL where the catalog already names the new one: what a restart will change. */
    private static List<String> olderLoaded(Step step, Inspection fresh) {
        if (step instanceof Step.ReadProvider read
                && StepConditions.holds(step, fresh) instanceof Holds.Unknown
                && LoadedConnector.of(fresh, read.provider(), read.expected()) instanceof LoadedConnector.Older older
                && fresh.facts().providers().value().isPresent()) {
            return older.paths();
        }
        return List.of();
    }

    /** The worst first: not met, pending restart, cannot tell, done. */
    private static Overall overall(List<StepVerdict> verdicts, boolean pendingRestart) {
        if (verdicts.stream().anyMatch(one -> one.verdict() instanceof NotMet)) {
            return Overall.NOT_MET;
        }
        if (pendingRestart) {
            return Overall.PENDING_RESTART;
        }
        return verdicts.stream().anyMatch(one -> one.verdict() instanceof CannotTell)
                ? Overall.CANNOT_TELL
                : Overall.DONE;
    }

    private static List<Message> notes(Inspection fresh, List<String> older) {
        List<Message> notes = new ArrayList<>();
        if (!older.isEmpty()) {
            notes.add(Message.of("plan.note.pendingRestart", fresh.identity().name(), String.join(", ", older)));
            notes.add(Message.of("plan.note.proofsBeforeRestart"));
        }
        return notes;
    }

    /** The engine's own message that a backup was processed: 3014. */
    public record ProofSeen(Instant at, String message) {}
}
