package keyturn.plan;

import java.util.List;
import java.util.Map;
import keyturn.domain.Inspection;

/** Compares a plan with a fresh inspection; pure. */
public final class Verifier {

    private Verifier() {}

    /**
     * @param proofs when each proof of this run succeeded, by step; a proof leaves no trace that an inspection could find
     *     before msdb is read, so the run's own observation of the engine's answer is handed in
     */
    public static Verification verify(Plan plan, Inspection fresh, Map<StepId, ProofSeen> proofs) {
        return new Verification(fresh.takenAt(), List.of(), Verification.Overall.CANNOT_TELL, List.of());
    }

    /** The engine's own message that a backup was processed: 3014. */
    public record ProofSeen(java.time.Instant at, String message) {}
}
