package keyturn.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds a script's answer among the lines that it wrote. */
final class HostAnswers {

    /** By which the launcher says that the script did not begin. */
    static final String NOT_BEGUN = "notBegun";

    private static final String DONE = "done";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HostAnswers() {}

    /** The last line, where it is an answer. */
    static Optional<JsonNode> in(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .flatMap(HostAnswers::answer);
    }

    private static Optional<JsonNode> answer(String line) {
        try {
            return Optional.ofNullable(JSON.readTree(line))
                    .filter(node -> node.path("done").asBoolean() || node.has("error") || node.has(NOT_BEGUN));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    /** What a script answers, for a person: the names that it gives, each with its value. */
    static String told(JsonNode answer) {
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            if (!field.getKey().equals(DONE) && !field.getValue().isNull()) {
                told.add(words(field.getKey()) + ": " + value(field.getValue()));
            }
        }
        return told.isEmpty() ? DONE : String.join(", ", told);
    }

    /** {@code notStarted} is "not started". */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String value(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        if (!value.isContainerNode()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        boolean named = parts.stream().noneMatch(String::isEmpty);
        if (parts.isEmpty()) {
            return "none";
        }
        return named ? String.join(" ", parts) : String.valueOf(parts.size());
    }

    static List<String> before(List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
        return said.isEmpty() ? said : said.subList(0, said.size() - 1);
    }
}
