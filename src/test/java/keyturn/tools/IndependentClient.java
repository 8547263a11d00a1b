package keyturn.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The driver under Microsoft's sqlcmd, which shares no code with Java's.
 *
 * @param folder for its script
 * @param address with its port, by a comma
 */
public record IndependentClient(Path folder, String address, String user, String password, Path certificate) {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What it prints for a script, line by line; skips the test, or fails it, where the client is missing. */
    public List<String> lines(String script) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "asked", ".sql"), script);
        var ended = Command.of(Tools.require("sqlrun"), "-b", "-i", file, "-S", address, "-U", user, "-J", certificate)
                .with("SQLCMDPASSWORD", password)
                .run(LIMIT);
        assertEquals(0, ended.exit(), ended.all());
        return ended.out().lines().map(String::strip).toList();
    }
}
