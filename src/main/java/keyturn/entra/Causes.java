package keyturn.entra;

import java.util.Objects;
import java.util.stream.Stream;

/** What lies beneath a failure. */
final class Causes {

    /** Deeper chains are circles. */
    private static final int DEPTH = 20;

    private Causes() {}

    /** The failure itself and its causes, outermost first. */
    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH);
    }

    static boolean contain(Throwable failure, Class<? extends Throwable> kind) {
        return of(failure).anyMatch(kind::isInstance);
    }
}
