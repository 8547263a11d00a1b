package keyturn.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** A practice range in a process of its own, by its ready file and log. */
public record RunningRange(Process process, Path ready, Path log) implements AutoCloseable {

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

    /** What the ready file says. */
    public JsonNode offers() throws IOException {
        return new ObjectMapper().readTree(ready.toFile());
    }

    /** What a session that acts has sent, in order. */
    public List<String> acts() throws IOException {
        List<String> acts = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            JsonNode request = new ObjectMapper().readTree(line);
            if (request.path("program").asText().matches("Keyturn/.+/act")
                    && request.path("kind").asText().equals("batch")) {
                acts.add(request.path("text").textValue());
            }
        }
        return acts;
    }

    /** POST to the control door, such as {@code /restart}. */
    public void control(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(offers().path("control").textValue() + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Assertions.assertEquals(
                    2,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100);
        }
    }

    /** Sends a batch as the administrator, by any client's settings. */
    public void send(String batch) throws IOException, SQLException {
        JsonNode offers = offers();
        Properties settings = new Properties();
        settings.put("user", offers.path("user").textValue());
        settings.put("password", offers.path("password").textValue());
        settings.put("encrypt", "strict");
        settings.put("serverCertificate", offers.path("certificate").textValue());
        String url = "jdbc:sqlserver://" + offers.path("sql").textValue();
        try (var connection = DriverManager.getConnection(url, settings);
                var statement = connection.createStatement()) {
            statement.execute(batch);
        }
    }

    /** The words of a verb, and TARGET for the login that may only connect. */
    public Object[] asReader(Path folder, Object... verb) throws IOException {
        JsonNode offers = offers();
        Path password = folder.resolve("password.txt");
        if (!Files.exists(password)) {
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, offers.path("readerPassword").textValue() + "\n");
        }
        List<Object> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of("--server", offers.path("sql").textValue().replace(':', ',')));
        words.addAll(List.of("--auth", "sql", "--user", offers.path("reader").textValue()));
        words.addAll(List.of("--password-file", password));
        words.addAll(List.of("--trust-certificate", offers.path("certificate").textValue()));
        return words.toArray();
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
