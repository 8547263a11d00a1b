package keyturn.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A PowerShell of its own for each script. */
final class PowerShellShell implements Shell {

    private static final Duration ENDING = Duration.ofSeconds(5);

    private final Path program;
    private final Map<String, String> variables;

    /** @param variables by which the launcher knows where the script runs; nothing that is secret */
    PowerShellShell(Path program, Map<String, String> variables) {
        this.program = program;
        this.variables = Map.copyOf(variables);
    }

    @Override
    public Said run(String script, String line, Duration limit) {
        try (ScriptFile file = ScriptFile.of(script)) {
            Process process = start(file.path());
            try {
                return heard(process, line, limit);
            } finally {
                end(process);
            }
        } catch (IOException notStarted) {
            return new NotBegun(HostProblems.notStarted(String.valueOf(notStarted.getMessage())));
        }
    }

    private Process start(Path script) throws IOException {
        var builder = new ProcessBuilder(
                program.toString(),
                "-NoLogo",
                "-NoProfile",
                "-NonInteractive",
                "-OutputFormat",
                "Text",
                "-EncodedCommand",
                launcher());
        // a PowerShell of another version would look for its modules there
        builder.environment().remove("PSModulePath");
        builder.environment().putAll(variables);
        builder.environment().put("KEYTURN_HOST_SCRIPT", script.toString());
        return builder.start();
    }

    /** The script waits for its line: until that was sent whole, nothing began. */
    private Said heard(Process process, String line, Duration limit) {
        CompletableFuture<List<String>> out = lines(process.getInputStream());
        CompletableFuture<List<String>> err = lines(process.getErrorStream());
        try (var in = process.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(line);
            in.newLine();
        } catch (IOException closed) {
            String why = PowerShellOutput.errors(String.join("\n", err.join()));
            return new NotBegun(HostProblems.notStarted(why));
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Silent(HostProblems.late(limit));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Silent(HostProblems.noAnswer(""));
        }
        return told(out.join(), PowerShellOutput.errors(String.join("\n", err.join())));
    }

    private Said told(List<String> lines, String errors) {
        Optional<JsonNode> answer = HostAnswers.in(lines);
        if (answer.isEmpty()) {
            return new Silent(HostProblems.noAnswer(errors));
        }
        if (answer.get().has(HostAnswers.NOT_BEGUN)) {
            String computer = variables.getOrDefault("KEYTURN_HOST_COMPUTER", "");
            String why = answer.get().path(HostAnswers.NOT_BEGUN).asText();
            return new NotBegun(HostProblems.unreachable(computer, why));
        }
        return new Answered(answer.get(), HostAnswers.before(lines));
    }

    private static CompletableFuture<List<String>> lines(InputStream stream) {
        CompletableFuture<List<String>> lines = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                lines.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            } catch (IOException ended) {
                lines.complete(List.of());
            }
        });
        return lines;
    }

    /** With what it started, such as the Windows installer's own process. */
    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> below = process.descendants().collect(Collectors.toList());
        below.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String launcher() {
        try (@Nullable InputStream in = PowerShellShell.class.getResourceAsStream("/keyturn/host/launch.ps1")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file launch.ps1");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
