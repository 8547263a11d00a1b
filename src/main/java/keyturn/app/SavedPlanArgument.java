package keyturn.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The only argument where it is a saved plan that a double-click opens: a file with the ending that packages register. */
final class SavedPlanArgument {

    private static final String ENDING = ".keyturn";

    private SavedPlanArgument() {}

    static Optional<Path> of(String... arguments) {
        if (arguments.length != 1 || !arguments[0].toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(arguments[0])).filter(Files::isRegularFile);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
