package keyturn.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A pwsh that runs script files one after the other, and tells of each what a process of its own would have told: to start one
 * and to warm it costs many times what a script does. What belongs to a process (certificates, a proxy, loaded assemblies) is
 * the same for all scripts.
 */
public final class PowerShell implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PowerShell OF_ALL_TESTS = new PowerShell(Map.of());

    private final Map<String, String> environment;
    private Optional<Running> running = Optional.empty();

    private record Running(Process process, BufferedReader answers) {}

    /** @param environment of the process, from its start */
    public PowerShell(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Started by its first script, ends with the process of the tests. */
    public static PowerShell ofAllTests() {
        return OF_ALL_TESTS;
    }

    /**
     * Runs a script to its end; past the limit the test fails. Without the tool the test is skipped or fails, as
     * {@link Tools#require} has it.
     *
     * @param variables of the environment, which later scripts see too
     */
    public synchronized Command.Ended run(
            Path script, Path folder, Map<String, String> variables, Duration limit, Object... arguments) {
        ObjectNode task =
                JSON.createObjectNode().put("script", script.toString()).put("folder", folder.toString());
        task.set("environment", JSON.valueToTree(variables));
        task.set(
                "arguments",
                JSON.valueToTree(
                        List.of(arguments).stream().map(String::valueOf).toList()));
        try {
            JsonNode answer = JSON.readTree(answer(task + "\n", limit));
            return new Command.Ended(
                    answer.path("exit").asInt(),
                    answer.path("out").asText(),
                    answer.path("err").asText());
        } catch (IOException broken) {
            throw new UncheckedIOException(script.toString(), broken);
        }
    }

    private String answer(String task, Duration limit) throws IOException {
        Running shell = running.isPresent() ? running.get() : started();
        running = Optional.of(shell);
        OutputStream tasks = shell.process().getOutputStream();
        tasks.write(task.getBytes(StandardCharsets.UTF_8));
        tasks.flush();
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(Objects.requireNonNull(shell.answers().readLine(), "PowerShell has ended"));
            } catch (IOException | RuntimeException ended) {
                answer.completeExceptionally(ended);
            }
        });
        try {
            return answer.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (RuntimeException noAnswer) {
            close();
            throw new AssertionError("no end within " + limit + ": " + task, noAnswer);
        }
    }

    private Running started() throws IOException {
        Path server = Files.createTempFile("serve", ".ps1");
        server.toFile().deleteOnExit();
        try (InputStream in = Objects.requireNonNull(PowerShell.class.getResourceAsStream("serve.ps1"))) {
            Files.write(server, in.readAllBytes());
        }
        var builder = new ProcessBuilder(Tools.require("pwsh").toString(), "-NoProfile", "-File", server.toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new Running(process, process.inputReader(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void close() {
        running.ifPresent(shell -> shell.process().destroyForcibly());
        running = Optional.empty();
    }
}
