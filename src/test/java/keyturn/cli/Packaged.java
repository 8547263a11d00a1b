package keyturn.cli;

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

    /**
     * Plans the upgrade of a running range into a file.
     *
     * @return the digest that the last line names
     */
    static String plan(Path folder, RunningRange range, Path plan) {
        Command.Ended planned = run(folder, "plan", "upgrade", "--range", range.ready(), "--out", plan);
        Assertions.assertEquals(0, planned.exit(), planned.err());
        String last = lastLine(planned);
        Assertions.assertTrue(last.matches("digest sha256:[0-9a-f]{64}"), planned.text());
        return last.substring("digest ".length());
    }

    /** The journal of the only run in a folder. */
    static Path journal(Path runs) throws IOException {
        try (var files = Files.walk(runs)) {
            return files.filter(file -> file.endsWith("journal.jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A range in a process of its own, by its ready file and log. */
    record RunningRange(Process process, Path ready, Path log) implements AutoCloseable {

        /** @param options of the verb practice, such as a scenario or faults */
        static RunningRange start(Path folder, String... options) {
            Path ready = folder.resolve("ready.json");
            Path log = folder.resolve("range.log");
            List<Object> words = new ArrayList<>(List.of("practice", "--ready", ready, "--log", log));
            words.addAll(List.of(options));
            Process process = keyturn(folder, words.toArray()).start();
            Deadline.await("the range is ready", LIMIT, () -> Files.exists(ready) || !process.isAlive());
            Assertions.assertTrue(process.isAlive(), "the range has ended");
            return new RunningRange(process, ready, log);
        }

        JsonNode offers() throws IOException {
            return new ObjectMapper().readTree(ready.toFile());
        }

        /** What a session that acts has sent, in order. */
        List<String> acts() throws IOException {
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
        void control(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(
                            URI.create(offers().path("control").textValue() + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                Assertions.assertEquals(
                        2,
                        client.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                / 100);
            }
        }

        /** Sends a batch as the administrator, by any client's settings. */
        void send(String batch) throws IOException, SQLException {
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
        Object[] asReader(Path folder, Object... verb) throws IOException {
            JsonNode offers = offers();
            Path password = folder.resolve("password.txt");
            if (!Files.exists(password)) {
                Files.createFile(
                        password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(password, offers.path("readerPassword").textValue() + "\n");
            }
            List<Object> words = new ArrayList<>(List.of(verb));
            words.addAll(List.of("--server", offers.path("sql").textValue().replace(':', ',')));
            words.addAll(
                    List.of("--auth", "sql", "--user", offers.path("reader").textValue()));
            words.addAll(List.of("--password-file", password));
            words.addAll(
                    List.of("--trust-certificate", offers.path("certificate").textValue()));
            return words.toArray();
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
