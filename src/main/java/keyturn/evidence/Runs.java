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
import keyturn.run.journal.Journal;
import keyturn.run.journal.RunFiles;
import keyturn.run.journal.RunRecord;

/**
 * Every run filed in a folder. Looking changes nothing.
 *
 * @param all the newest first
 */
public record Runs(List<Run> all) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Files of later looks, counted from 1. */
    private static final String LATER = "verification-";

    public Runs {
        all = List.copyOf(all);
    }

    /** A run as its folder has it. */
    public sealed interface Run {

        Path folder();

        /** When it came to stand as it does, by its files. */
        Instant since();
    }

    /**
     * A run whose last verdict waits for a restart.
     *
     * @param server the name it answered by, and its node
     * @param since when the run's own look said so
     */
    public record Pending(Path folder, String runId, String server, String node, Instant since, boolean practice)
            implements Run {}

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
            boolean practice)
            implements Run {}

    /**
     * A run that ended, and filed how.
     *
     * @param since when its last line was written
     * @param verdict the newest; empty where it stopped before its end
     */
    public record Ended(
            Path folder, String runId, String server, Instant since, Optional<Overall> verdict, boolean practice)
            implements Run {}

    /**
     * A folder of a run that cannot be read: a file is missing, was edited, or is of another format.
     *
     * @param since when something in it was made or taken away last
     */
    public record Damaged(Path folder, Instant since, Problem why) implements Run {}

    /** Those in this folder; what is no run's folder is left out. */
    public static Runs in(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return new Runs(folders.filter(Files::isDirectory)
                    .filter(Runs::isRuns)
                    .map(Runs::run)
                    .sorted(Comparator.comparing(Run::since).reversed())
                    .toList());
        } catch (IOException none) {
            return new Runs(List.of());
        }
    }

    public List<Pending> pending() {
        return some(run -> switch (run) {
            case Pending pending -> Optional.of(pending);
            case Interrupted interrupted -> Optional.empty();
            case Ended ended -> Optional.empty();
            case Damaged damaged -> Optional.empty();
        });
    }

    public List<Interrupted> interrupted() {
        return some(run -> switch (run) {
            case Interrupted interrupted -> Optional.of(interrupted);
            case Pending pending -> Optional.empty();
            case Ended ended -> Optional.empty();
            case Damaged damaged -> Optional.empty();
        });
    }

    public List<Damaged> damaged() {
        return some(run -> switch (run) {
            case Damaged damaged -> Optional.of(damaged);
            case Pending pending -> Optional.empty();
            case Interrupted interrupted -> Optional.empty();
            case Ended ended -> Optional.empty();
        });
    }

    private <R> List<R> some(Function<Run, Optional<R>> which) {
        return all.stream().flatMap(run -> which.apply(run).stream()).toList();
    }

    private static boolean isRuns(Path folder) {
        return Files.exists(folder.resolve(Journal.FILE)) || Files.exists(folder.resolve(RunFiles.PLAN));
    }

    private static Run run(Path folder) {
        try {
            FiledRun run = FiledRun.begun(folder);
            return run.interrupted() ? interrupted(run) : ended(run);
        } catch (Problem.Raised damaged) {
            return new Damaged(folder, changed(folder), damaged.problem());
        }
    }

    private static Instant changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    private static Run interrupted(FiledRun filed) {
        RunRecord run = filed.run();
        var server = run.first().plan().identity();
        int steps = filed.plan().steps().size();
        return new Interrupted(
                run.folder(),
                run.runId(),
                server.name(),
                server.node().value(),
                run.journal().entries().getLast().at(),
                steps - run.current().left().size(),
                steps,
                run.goingBack(),
                server.practice());
    }

    private static Run ended(FiledRun filed) throws Problem.Raised {
        Path file = EvidenceFiles.newest(filed.folder(), filed.journal())
                .orElseThrow(() -> FiledRun.raised("evidence", filed.folder()));
        try {
            JsonNode evidence = MAPPER.readTree(Files.readString(file));
            JsonNode first = evidence.path("verification");
            JsonNode newest = later(filed.folder())
                    .filter(later -> first.isObject() && after(later, first))
                    .orElse(first);
            Optional<Overall> verdict = newest.isObject()
                    ? Optional.of(Overall.valueOf(newest.required("overall").asText()))
                    : Optional.empty();
            return verdict.filter(Overall.PENDING_RESTART::equals).isPresent()
                    ? pending(filed, lookedAt(first))
                    : ended(filed, verdict);
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            throw FiledRun.raised("evidence", file);
        }
    }

    private static Pending pending(FiledRun filed, Instant since) {
        var server = filed.run().first().plan().identity();
        return new Pending(
                filed.folder(),
                filed.run().runId(),
                server.name(),
                server.node().value(),
                since,
                server.practice());
    }

    private static Ended ended(FiledRun filed, Optional<Overall> verdict) {
        var server = filed.run().first().plan().identity();
        return new Ended(
                filed.folder(),
                filed.run().runId(),
                server.name(),
                filed.journal().entries().getLast().at(),
                verdict,
                server.practice());
    }

    private static boolean after(JsonNode later, JsonNode first) {
        return lookedAt(later).isAfter(lookedAt(first));
    }

    private static Instant lookedAt(JsonNode verification) {
        return Instant.parse(verification.required("lookedAt").asText());
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
}
