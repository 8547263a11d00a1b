package keyturn.run;

import java.util.Optional;
import keyturn.domain.Secret;

/** The secrets of a plan, by their numbers, handed in by whoever runs it; asked right before the step that needs one. */
@FunctionalInterface
public interface Secrets {

    /** Nobody hands one in: a step that needs one stops the run. */
    Secrets NONE = number -> Optional.empty();

    Optional<Secret> of(int number);
}
