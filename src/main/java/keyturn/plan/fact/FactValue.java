package keyturn.plan.fact;

import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.inspection.Fact;

/** What a plan found a fact to be. */
public sealed interface FactValue {

    /** It reads like this. */
    record Text(String text) implements FactValue {}

    /** It is so, or it is not. */
    record Flag(boolean set) implements FactValue {}

    /** There is nothing to read. */
    enum Missing implements FactValue {
        /** What the fact is about is there and has none of it: no listener, no group, no credential. */
        NONE,
        /** A name that nothing has. */
        FREE,
        /** What the fact is about is not there. */
        ABSENT,
        /** It could not be read. */
        UNKNOWN,
        /** The login may not read it. */
        NOT_PERMITTED
    }

    static <T> FactValue of(Fact<T> fact, Function<T, FactValue> known) {
        return switch (fact) {
            case Fact.Known<T> seen -> known.apply(seen.content());
            case Fact.Unknown<T> unknown -> Missing.UNKNOWN;
            case Fact.NotPermitted<T> denied -> Missing.NOT_PERMITTED;
        };
    }

    static <T> FactValue ofFlag(Fact<T> fact, Function<T, Boolean> known) {
        return of(fact, content -> new Flag(known.apply(content)));
    }

    /** The text, where it is one. */
    default Optional<String> asText() {
        return switch (this) {
            case Text text -> Optional.of(text.text());
            case Flag flag -> Optional.empty();
            case Missing missing -> Optional.empty();
        };
    }

    /** Somebody could look: not unknown and not forbidden. */
    default boolean wasRead() {
        return switch (this) {
            case Text text -> true;
            case Flag flag -> true;
            case Missing missing ->
                switch (missing) {
                    case NONE, FREE, ABSENT -> true;
                    case UNKNOWN, NOT_PERMITTED -> false;
                };
        };
    }
}
