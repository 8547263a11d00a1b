package keyturn.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import keyturn.tools.Command;
import keyturn.tools.Tools;

/** Makes packages out of the layouts that Maven left. */
final class Build {

    static final Duration LIMIT = Duration.ofMinutes(8);

    private static final Path MADE = Path.of("target", "packages").toAbsolutePath();

    private Build() {}

    /**
     * @param kind deb, zip or msi
     * @param version that it gets
     * @param settings variables of the script, NAME=VALUE
     */
    static Path of(String kind, String version, String... settings) throws IOException {
        Command.Ended built = Command.of("env", "KEYTURN_VERSION=" + version)
                .and((Object[]) settings)
                .and(Path.of("installer", "build").toAbsolutePath(), kind)
                .run(LIMIT);
        assertEquals(0, built.exit(), built.all());
        try (DirectoryStream<Path> found = Files.newDirectoryStream(MADE, "keyturn*" + version + "*." + kind)) {
            return found.iterator().next();
        }
    }

    /** A window needs one, and a package is tried with its window. */
    static void requireDisplay() {
        if (System.getenv("DISPLAY") == null) {
            Tools.missing("there is no DISPLAY for the window of a package");
        }
    }
}
