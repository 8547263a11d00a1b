package keyturn.plan.verify;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.plan.step.StepId;

/**
 * The steps that made a secret whose text was lost with the program that knew it.
 *
 * @param unused no credential holds it: it was never sent, or sent and refused
 * @param unknown it was sent, and no answer told whether a credential holds it
 */
public record LeftSecrets(Set<StepId> unused, Set<StepId> unknown) {

    public static final LeftSecrets NONE = new LeftSecrets(Set.of(), Set.of());

    public LeftSecrets {
        unused = Set.copyOf(unused);
        unknown = Set.copyOf(unknown);
    }

    /** The step has made another one, which every credential is given. */
    public LeftSecrets replacedBy(StepId step) {
        return new LeftSecrets(Stream.concat(unused.stream(), Stream.of(step)).collect(Collectors.toSet()), unknown);
    }

    /** A look found the credential that was sent with it. */
    public LeftSecrets found() {
        return new LeftSecrets(unused, Set.of());
    }

    /** The credential was made in the end with another secret, which SQL Server refuses where there is one of its name. */
    public LeftSecrets replaced() {
        return new LeftSecrets(Stream.concat(unused.stream(), unknown.stream()).collect(Collectors.toSet()), Set.of());
    }
}
