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
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.plan.verify.Verification.Overall;
import keyturn.run.journal.RunRecord;

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
        return each(runs, Runs::pendingIn, Pending::since);
    }

    private static Optional<Pending> pendingIn(Path folder) {
        try {
            FiledRun run = FiledRun.begun(folder);
            Optional<Path> newest = EvidenceFiles.newest(folder, run.journal());
            if (newest.isEmpty() || run.interrupted()) {
                return Optional.empty();
            }
            JsonNode evidence = MAPPER.readTree(Files.readString(newest.get()));
            JsonNode first = evidence.path("verification");
            if (!pending(later(folder).filter(later -> after(later, first)).orElse(first))) {
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
        } catch (IOException | IllegalArgumentException | DateTimeException | Problem.Raised noRun) {
            return Optional.empty();
        }
    }

    private static boolean pending(JsonNode verification) {
        return verification.path("overall").asText().equals(Overall.PENDING_RESTART.name());
    }

    private static boolean after(JsonNode later, JsonNode first) {
        return Instant.parse(later.required("lookedAt").textValue())
                .isAfter(Instant.parse(first.required("lookedAt").textValue()));
    }

    /** The verdict of the latest later look. */
    private static Optional<JsonNode> later(Path folder) throws IOException {
        Optional<Path> newest = Optional.empty();
        for (int number = 1; Files.isRegularFile(folder.resolve(LATER + number + ".json")); number++) {
            newest = Optional.of(folder.resolve(LATER + number + ".json"));
        }
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(MAPPER.readTree(Files.readString(newest.get())).path("verification"));
    }

    /**
     * A run that began and left no evidence of its end: the program, or the machine, stopped in the middle; or it is under way
     * elsewhere, which the lock of the instance tells.
     *
     * @param since when its last line was written
     * @param settled steps that are done or skipped
     * @param goingBack what was under way is the way back
     */
    public record Interrupted(
            Path folder,
            String runId,
            String server,
            String node,
            Instant since,
            int settled,
            int steps,
            boolean goingBack,
            boolean practice) {}

    /** The newest first; a folder that cannot be read, or is none of a run, is left out. */
    public static List<Interrupted> interrupted(Path runs) {
        return each(runs, Runs::interruptedIn, Interrupted::since);
    }

    private static Optional<Interrupted> interruptedIn(Path folder) {
        try {
            FiledRun filed = FiledRun.begun(folder);
            if (!filed.interrupted()) {
                return Optional.empty();
            }
            RunRecord run = filed.run();
            var server = run.first().plan().identity();
            int steps = filed.plan().steps().size();
            return Optional.of(new Interrupted(
                    folder,
                    run.runId(),
                    server.name(),
                    server.node().value(),
                    run.journal().entries().getLast().at(),
                    steps - run.current().left().size(),
                    steps,
                    run.goingBack(),
                    server.practice()));
        } catch (Problem.Raised noRun) {
            return Optional.empty();
        }
    }

    private static <R> List<R> each(Path runs, Function<Path, Optional<R>> in, Function<R, Instant> since) {
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(Files::isDirectory)
                    .flatMap(folder -> in.apply(folder).stream())
                    .sorted(Comparator.comparing(since).reversed())
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
