package keyturn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import keyturn.tools.Command;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Assertions;

/** The packaged program, and a range that it runs in a process of its own. */
final class Packaged {

    static final Duration LIMIT = Duration.ofMinutes(1);

    private Packaged() {}

    private static Path program() {
        Path program = Path.of("target", "keyturn", "bin", "keyturn").toAbsolutePath();
        Assertions.assertTrue(Files.isExecutable(program), program + " is built by: mvn package");
        return program;
    }

    /** Keeps runs and fault reports in {@code folder}; knows no display. */
    static Command keyturn(Path folder, Object... arguments) {
        List<Object> words = new ArrayList<>(List.of("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", program()));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray())
                .in(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    static Command.Ended run(Path folder, Object... arguments) {
        return keyturn(folder, arguments).run(LIMIT);
    }

    static String lastLine(Command.Ended ended) {
        return ended.text().lines().reduce("", (before, line) -> line);
    }

    /** A range in a process of its own, by its ready file and log. */
    record RunningRange(Process process, Path ready, Path log) implements AutoCloseable {

        static RunningRange start(Path folder) {
            Path ready = folder.resolve("ready.json");
            Path log = folder.resolve("range.log");
            Process process =
                    keyturn(folder, "practice", "--ready", ready, "--log", log).start();
            Deadline.await("the range is ready", LIMIT, () -> Files.exists(ready) || !process.isAlive());
            Assertions.assertTrue(process.isAlive(), "the range has ended");
            return new RunningRange(process, ready, log);
        }

        JsonNode offers() throws IOException {
            return new ObjectMapper().readTree(ready.toFile());
        }

        /** TARGET for the login that may only connect. */
        Object[] reader(Path folder) throws IOException {
            JsonNode offers = offers();
            Path password = folder.resolve("password.txt");
            Files.writeString(password, offers.path("readerPassword").textValue() + "\n");
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            String address = offers.path("sql").textValue().replace(':', ',');
            return new Object[] {
                "--server",
                address,
                "--auth",
                "sql",
                "--user",
                offers.path("reader").textValue(),
                "--password-file",
                password,
                "--trust-certificate",
                offers.path("certificate").textValue()
            };
        }

        /** SIGTERM, and the end of the process. */
        @Override
        public void close() {
            process.destroy();
            try {
                Assertions.assertTrue(
                        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the range ends when told to");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }
}
