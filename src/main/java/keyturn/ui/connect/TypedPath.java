package keyturn.ui.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import keyturn.ui.parts.Words;

/** The path of a file on this machine, or what is wrong with it; a blank field is not wrong. */
final class TypedPath {

    private TypedPath() {}

    static Optional<String> problem(String text) {
        try {
            var ignored = Path.of(text.strip());
            return Optional.empty();
        } catch (InvalidPathException wrong) {
            return Optional.of(Words.of("connect.path.wrong", wrong.getReason()));
        }
    }

    static Optional<Path> path(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    }
}
