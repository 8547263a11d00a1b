package keyturn.plan.verify;

import java.util.Set;
import keyturn.plan.step.StepId;

/**
 * Secrets that a run had made and whose text was lost with the program that knew it.
 *
 * @param unused no credential holds it: it was never sent, or sent and refused, or every credential has been given another
 * @param unknown it was sent, and no answer told whether a credential holds it
 */
public record LeftSecrets(Set<Lost> unused, Set<Lost> unknown) {

    public static final LeftSecrets NONE = new LeftSecrets(Set.of(), Set.of());

    public LeftSecrets {
        unused = Set.copyOf(unused);
        unknown = Set.copyOf(unknown);
    }

    /**
     * One of them.
     *
     * @param step that had it made
     * @param told what the directory said of it, with its key id; empty where nothing was journalled
     */
    public record Lost(StepId step, String told) {}
}
