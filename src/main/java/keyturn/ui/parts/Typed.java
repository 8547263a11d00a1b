package keyturn.ui.parts;

import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;

/** What was typed, as the value it stands for or what is wrong with it; a blank field is not wrong. */
public final class Typed {

    private Typed() {}

    /** @param reader throws an {@link InvalidValue} for what is wrong */
    public static <T> Optional<T> value(String text, Function<String, T> reader) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(reader.apply(text.strip()));
        } catch (InvalidValue wrong) {
            return Optional.empty();
        }
    }

    /** @param reader throws an {@link InvalidValue} for what is wrong */
    public static Optional<String> problem(String text, Function<String, ?> reader) {
        try {
            if (!text.isBlank()) {
                Object ignored = reader.apply(text.strip());
            }
            return Optional.empty();
        } catch (InvalidValue wrong) {
            Problem problem = wrong.problem();
            return Optional.of(problem.summary().text() + " " + problem.next().text());
        }
    }
}
