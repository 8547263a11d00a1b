package keyturn.practice.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import keyturn.tools.Command;
import keyturn.tools.Tools;

/** A library of another language, driven by a script that takes the cases and leaves the answers as JSON. */
final class ScriptedClient implements Client {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The way to a script and its libraries; a missing one skips the test. */
    @FunctionalInterface
    interface Start {
        Command command(Path folder) throws IOException;
    }

    private final Start start;

    private ScriptedClient(Start start) {
        this.start = start;
    }

    /** {@code System.Data.SqlClient} in PowerShell. */
    static ScriptedClient sqlClient() {
        return new ScriptedClient(folder -> {
            Path script = folder.resolve("client.ps1");
            try (var in = Objects.requireNonNull(ScriptedClient.class.getResourceAsStream("client.ps1"))) {
                Files.copy(in, script);
            }
            return Command.of(Tools.require("pwsh"), "-NoProfile", "-File", script)
                    .with("POWERSHELL_TELEMETRY_OPTOUT", "1");
        });
    }

    /** tedious on node. */
    static ScriptedClient tedious() {
        return new ScriptedClient(folder -> Command.of(Tools.require("node"), NodeModules.script("contract.mjs")));
    }

    @Override
    public List<List<Answer>> run(Place place, List<Case> cases) {
        try {
            Command command = start.command(place.folder());
            Path asked =
                    Files.writeString(place.folder().resolve("asked.json"), JSON.writeValueAsString(job(place, cases)));
            Path answered = place.folder().resolve("answered.json");
            var ended = command.and(asked, answered)
                    .with("CONTRACT_PASSWORD", place.password())
                    .run(LIMIT);
            if (ended.exit() != 0) {
                throw new AssertionError(ended.all());
            }
            return answers(JSON.readTree(Files.readString(answered)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode job(Place place, List<Case> cases) {
        ObjectNode job = JSON.createObjectNode()
                .put("server", place.toString())
                .put("host", place.host())
                .put("port", place.port())
                .put("user", place.user());
        place.certificate().ifPresent(file -> job.put("certificate", file.toString()));
        var all = job.putArray("cases");
        for (Case each : cases) {
            var texts = all.addArray();
            each.texts().forEach(texts::add);
        }
        return job;
    }

    private static List<List<Answer>> answers(JsonNode all) {
        return stream(all)
                .map(one -> stream(one).map(ScriptedClient::answer).toList())
                .toList();
    }

    private static Answer answer(JsonNode json) {
        List<String> errors = new ArrayList<>();
        List<String> prints = new ArrayList<>();
        for (JsonNode message : json.path("messages")) {
            int number = message.path("number").asInt();
            String text = message.path("text").asText();
            if (message.path("severity").asInt() > 10) {
                errors.add(Words.error(
                        number,
                        message.path("severity").asInt(),
                        message.path("state").asInt(),
                        message.path("line").asLong(),
                        text));
            } else if (Words.isSaid(number)) {
                prints.add(text);
            }
        }
        List<String> rows = stream(json.path("rows"))
                .map(row -> Words.row(
                        stream(row).map(value -> Words.written(value.asText())).toList()))
                .toList();
        String columns =
                Words.columns(stream(json.path("columns")).map(JsonNode::asText).toList());
        return new Answer(columns, rows, errors, prints);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
