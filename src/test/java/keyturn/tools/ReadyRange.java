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
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Assertions;

/** A practice range, wherever it runs, known by its ready file and its log alone. */
public interface ReadyRange extends AutoCloseable {

    Path ready();

    Path log();

    @Override
    void close();

    /** What the ready file says. */
    default JsonNode offers() throws IOException {
        return new ObjectMapper().readTree(ready().toFile());
    }

    /** What a session that acts has sent, in order. */
    default List<String> acts() throws IOException {
        List<String> acts = new ArrayList<>();
        for (String line : Files.readAllLines(log())) {
            JsonNode request = new ObjectMapper().readTree(line);
            if (request.path("program").asText().matches("Keyturn/.+/act")
                    && request.path("kind").asText().equals("batch")) {
                acts.add(request.path("text").textValue());
            }
        }
        return acts;
    }

    /** POST to the control door, such as {@code /restart}. */
    default void control(String path) throws IOException, InterruptedException {
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
    default void send(String batch) throws IOException, SQLException {
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
    default Object[] asReader(Path folder, Object... verb) throws IOException {
        return atServer(folder, "reader", verb);
    }

    /** The words of a verb, and TARGET for the administrator, to whom no door is open but that of the server. */
    default Object[] atServerAlone(Path folder, Object... verb) throws IOException {
        return atServer(folder, "user", verb);
    }

    private Object[] atServer(Path folder, String login, Object... verb) throws IOException {
        JsonNode offers = offers();
        String secret = login.equals("user") ? "password" : login + "Password";
        Path password = folder.resolve(login + "-password.txt");
        if (!Files.exists(password)) {
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, offers.path(secret).textValue() + "\n");
        }
        List<Object> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of("--server", offers.path("sql").textValue().replace(':', ',')));
        words.addAll(List.of("--auth", "sql", "--user", offers.path(login).textValue()));
        words.addAll(List.of("--password-file", password));
        words.addAll(List.of("--trust-certificate", offers.path("certificate").textValue()));
        return words.toArray();
    }
}
