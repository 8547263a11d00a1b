package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.plan.Verification.Overall;

/** The runs filed in a folder, as far as somebody still has something to do about them. Changes nothing. */
public final class Runs {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Files of later looks, counted from 1. */
    private static final String LATER = "verification-";

    private Runs() {}

    /**
     * A run whose last verdict waits for a restart.
     *
     * @param server the name it answered by, and its node
     * @param since when the run's own look said so
     */
    public record Pending(Path folder, String runId, String server, String node, Instant since, boolean practice) {}

    /** The newest first; a folder that cannot be read, or is none of a run, is left out. */
    public static List<Pending> pending(Path runs) {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(Files::isDirectory)
                    .flatMap(folder -> pendingIn(folder).stream())
                    .sorted(Comparator.comparing(Pending::since).reversed())
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Optional<Pending> pendingIn(Path folder) {
        try {
            JsonNode evidence = MAPPER.readTree(Files.readString(folder.resolve(EvidenceWriter.FILE)));
            JsonNode first = evidence.path("verification");
            if (!pending(last(folder).orElse(first))) {
                return Optional.empty();
            }
            JsonNode server = evidence.required("before").required("server");
            return Optional.of(new Pending(
                    folder,
                    evidence.required("run").textValue(),
                    server.required("name").textValue(),
                    server.required("node").textValue(),
                    Instant.parse(first.required("lookedAt").textValue()),
                    evidence.required("practice").booleanValue()));
        } catch (IOException | IllegalArgumentException | DateTimeException noRun) {
            return Optional.empty();
        }
    }

    private static boolean pending(JsonNode verification) {
        return verification.path("overall").asText().equals(Overall.PENDING_RESTART.name());
    }

    /** The verdict of the latest later look. */
    private static Optional<JsonNode> last(Path folder) throws IOException {
        Optional<Path> newest = Optional.empty();
        for (int number = 1; Files.isRegularFile(folder.resolve(LATER + number + ".json")); number++) {
            newest = Optional.of(folder.resolve(LATER + number + ".json"));
        }
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(MAPPER.readTree(Files.readString(newest.get())).path("verification"));
    }
}
