package keyturn.practice.tds;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine that a test needs; where it is missing, the test is skipped and says so. */
record Tool(Path program) {

    static Tool needed(String name) {
        var found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        boolean required = Boolean.getBoolean("keyturn.tools.required");
        if (found.isEmpty() && !required) {
            System.out.println("SKIPPED: there is no " + name + " on PATH");
        }
        assumeTrue(found.isPresent() || required, "there is no " + name + " on PATH");
        return new Tool(found.orElseThrow(() -> new AssertionError("there is no " + name + " on PATH")));
    }

    /** What it printed, both streams, and its exit code. */
    record Outcome(int code, String text) {}

    Outcome run(Path folder, Map<String, String> environment, String input, String... arguments) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        var builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.outputWriter(StandardCharsets.UTF_8).append(input).close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError(program + " does not end: " + Files.readString(out));
            }
            return new Outcome(process.exitValue(), Files.readString(out));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
