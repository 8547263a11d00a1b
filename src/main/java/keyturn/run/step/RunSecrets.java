package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Secret;

/** The secrets of a plan, by their numbers, handed in by anyone who runs it; asked right before the step that needs one. */
@FunctionalInterface
public interface RunSecrets {

    /** Nobody hands one in: a step that needs one stops the run. */
    RunSecrets NONE = number -> Optional.empty();

    Optional<Secret> of(int number);
}
