package keyturn.conform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the evidence of a run says of the whole, and of each step by its number. */
record RunVerdicts(String overall, Map<Integer, String> steps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the newest evidence in the folder of a run. */
    static RunVerdicts of(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            Path newest = files.filter(file -> file.getFileName().toString().matches("evidence(-\\d+)?\\.json"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow();
            JsonNode verification = JSON.readTree(newest.toFile()).path("verification");
            Map<Integer, String> steps = new TreeMap<>();
            verification
                    .path("steps")
                    .forEach(step -> steps.put(
                            step.path("step").asInt(), step.path("verdict").asText()));
            return new RunVerdicts(verification.path("overall").asText(), steps);
        }
    }
}
