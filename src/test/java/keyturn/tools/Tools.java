package keyturn.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Outside tools by name, from PATH. */
public final class Tools {

    private Tools() {}

    /** The tool's file, where PATH has it. */
    public static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> file(folder, name).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The tool's file; without it the test is skipped and says why, or fails where {@code keyturn.tools.required} is true. */
    public static Path require(String name) {
        Optional<Path> tool = find(name);
        if (tool.isEmpty()) {
            missing(name + " is not on PATH");
        }
        return tool.orElseThrow();
    }

    /** Says why the test is skipped, and skips it; fails it where {@code keyturn.tools.required} is true. */
    public static void missing(String why) {
        if (Boolean.getBoolean("keyturn.tools.required")) {
            Assertions.fail(why + ", and keyturn.tools.required is true");
        }
        optional(why);
    }

    /** Says why the test is skipped, and skips it: for what only a person can ask for. */
    public static void optional(String why) {
        System.err.println("skipped: " + why);
        Assumptions.abort("skipped: " + why);
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException broken) {
            return Optional.empty();
        }
    }
}
