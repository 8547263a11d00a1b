package keyturn.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/** Finds a script's answer among the lines that it wrote. */
final class HostAnswers {

    /** By which the launcher says that the script did not begin. */
    static final String NOT_BEGUN = "notBegun";

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

    static List<String> before(List<String> lines) {
        List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
        return said.isEmpty() ? said : said.subList(0, said.size() - 1);
    }
}
