package keyturn.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program to run to its end, in a process of its own, its two streams apart and read as UTF-8. */
public record Command(List<String> words, Path folder, Map<String, String> environment, String input) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static Command of(Object... words) {
        return new Command(
                List.of(words).stream().map(String::valueOf).toList(),
                Path.of("").toAbsolutePath(),
                Map.of(),
                "");
    }

    public Command and(Object... moreWords) {
        List<String> all = new ArrayList<>(words);
        List.of(moreWords).forEach(word -> all.add(String.valueOf(word)));
        return new Command(all, folder, environment, input);
    }

    public Command in(Path otherFolder) {
        return new Command(words, otherFolder, environment, input);
    }

    public Command with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Command(words, folder, more, input);
    }

    public Command typing(String text) {
        return new Command(words, folder, environment, text);
    }

    /**
     * Starts it and leaves it running. Its output goes nowhere: a stream inherited by a process that lives on would keep the
     * test runner waiting for its end.
     */
    public Process start() {
        try {
            return builder()
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(String.join(" ", words), notStarted);
        }
    }

    /** Runs it to its end; past the limit it is killed and the test fails with what it had said. */
    public Ended run(Duration limit) {
        try {
            Process process = builder().start();
            var out = reading(process.getInputStream());
            var err = reading(process.getErrorStream());
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(words + " had not ended after " + limit + ": " + out.join() + err.join());
            }
            return new Ended(process.exitValue(), out.join(), err.join());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(String.join(" ", words), notStarted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(words + " was interrupted", interrupted);
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(words)).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException broken) {
                text.completeExceptionally(broken);
            }
        });
        return text;
    }

    /** How it ended and what it said. */
    public record Ended(int exit, String out, String err) {

        /** Both streams, output first. */
        public String all() {
            return out + err;
        }

        /** Standard output with LF line ends, whatever the system writes. */
        public String text() {
            return out.replace("\r\n", "\n");
        }
    }
}
