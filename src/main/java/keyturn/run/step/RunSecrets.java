package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Secret;

/** The secrets of a plan, by their numbers, handed in by anyone who runs it; asked right before the step that needs one. */
@FunctionalInterface
public interface RunSecrets {

    /** Nobody hands one in: a step that needs one stops the run. */
    RunSecrets NONE = number -> Optional.empty();

    Optional<Secret> of(int number);

    /** No step of the run needs it any more: who handed it in and owns it wipes it, and has none from then on. */
    default void over(int number) {}

    /** One secret for every number, which is this run's own: it ends with the last step that needs it. */
    static RunSecrets own(Secret secret) {
        return new RunSecrets() {
            private volatile Optional<Secret> held = Optional.of(secret);

            @Override
            public Optional<Secret> of(int number) {
                return held;
            }

            @Override
            public void over(int number) {
                held.ifPresent(Secret::close);
                held = Optional.empty();
            }
        };
    }
}
