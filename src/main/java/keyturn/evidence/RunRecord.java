package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.Verification;
import keyturn.plan.Verification.RunSeen;
import keyturn.plan.Verifier;
import keyturn.run.Journal;
import keyturn.run.JournalReading;
import keyturn.run.LaterLook;
import keyturn.script.PlanFile;

/**
 * A run read back from its folder, by whoever has the folder.
 *
 * @param folder the run's own
 * @param seen what the run noted; empty where it left no evidence
 */
public record RunRecord(Path folder, Plan plan, JournalReading journal, RunSeen seen) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * @param place the run's folder, or a file in it such as its journal
     * @throws Problem.Raised if it is no run's folder, or its plan or journal is not as it was written
     */
    public static RunRecord read(Path place) throws Problem.Raised {
        Path folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
        if (folder == null || !Files.isRegularFile(folder.resolve(Journal.FILE))) {
            throw raised("evidence.noRun", place, Optional.empty());
        }
        Plan plan = PlanFile.read(
                text(folder.resolve("plan.json")), folder.resolve("plan.json").toString());
        return new RunRecord(folder, plan, Journal.read(folder.resolve(Journal.FILE)), seen(folder));
    }

    /** Compares the run's plan with a later look; pure. */
    public Verification verify(LaterLook.Seen look) {
        return Verifier.verify(plan, look.inspection(), seen, look.errors());
    }

    public String runId() {
        return journal.entries().isEmpty()
                ? String.valueOf(folder.getFileName())
                : journal.entries().getFirst().run();
    }

    private static RunSeen seen(Path folder) throws Problem.Raised {
        Path file = folder.resolve(EvidenceWriter.FILE);
        if (!Files.isRegularFile(file)) {
            return new RunSeen(Map.of(), Optional.empty(), Optional.empty());
        }
        try {
            JsonNode evidence = MAPPER.readTree(text(file));
            return SeenJson.read(evidence.required("seen"));
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException malformed) {
            throw raised("evidence.malformed", file, Optional.of(String.valueOf(malformed.getMessage())));
        }
    }

    private static String text(Path file) throws Problem.Raised {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw raised("evidence.unreadable", file, Optional.of(String.valueOf(unreadable)));
        }
    }

    private static Problem.Raised raised(String key, Path file, Optional<String> detail) {
        return new Problem.Raised(new Problem(key, Message.of(key, file), detail, Message.of(key + ".next", file)));
    }
}
