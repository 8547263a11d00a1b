package keyturn.ui.choose;

import java.util.Optional;
import java.util.function.Consumer;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;

/** What was typed, as the value it stands for or what is wrong with it; a blank field is not wrong. */
final class Typed {

    private Typed() {}

    static Optional<DllPath> path(String text) {
        return text.isBlank() || pathProblem(text).isPresent()
                ? Optional.empty()
                : Optional.of(new DllPath(text.strip()));
    }

    static Optional<String> pathProblem(String text) {
        return problem(text, typed -> {
            var ignored = new DllPath(typed);
        });
    }

    static Optional<String> buildProblem(String text) {
        return problem(text, typed -> {
            var ignored = FileVersion.parse(typed);
        });
    }

    private static Optional<String> problem(String text, Consumer<String> reader) {
        try {
            if (!text.isBlank()) {
                reader.accept(text.strip());
            }
            return Optional.empty();
        } catch (InvalidValue wrong) {
            Problem problem = wrong.problem();
            return Optional.of(problem.summary().text() + " " + problem.next().text());
        }
    }
}
