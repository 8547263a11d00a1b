package keyturn.cli.flow;

import java.util.Optional;
import java.util.function.Function;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.domain.InvalidValue;

/** Text of an option as a value; what it cannot be is wrong usage. */
public final class GivenText {

    private GivenText() {}

    public static <T> T value(String given, Function<String, T> reader) throws Ended {
        try {
            return reader.apply(given);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    public static <T> Optional<T> optional(Optional<String> given, Function<String, T> reader) throws Ended {
        return given.isPresent() ? Optional.of(value(given.get(), reader)) : Optional.empty();
    }
}
