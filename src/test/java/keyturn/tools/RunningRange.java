package keyturn.tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** A practice range in a process of its own. */
public record RunningRange(Process process, Path ready, Path log) implements ReadyRange {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /**
     * Takes connections when it returns.
     *
     * @param program Keyturn, to be given the verb's words
     * @param folder for ready file and log
     * @param options of the verb practice, such as a scenario or faults
     */
    public static RunningRange start(Command program, Path folder, String... options) {
        Path ready = folder.resolve("ready.json");
        Path log = folder.resolve("range.log");
        Process process = program.and("practice", "--ready", ready, "--log", log)
                .and((Object[]) options)
                .start();
        Deadline.await("the range is ready", LIMIT, () -> Files.exists(ready) || !process.isAlive());
        Assertions.assertTrue(process.isAlive(), "the range has ended");
        return new RunningRange(process, ready, log);
    }

    /** SIGTERM, and the end of the process. */
    @Override
    public void close() {
        process.destroy();
        try {
            Assertions.assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the range ends when told to");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
