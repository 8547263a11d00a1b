package keyturn.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.Step;
import keyturn.plan.StepConditions;
import keyturn.plan.StepId;
import keyturn.plan.Verification.RunSeen;
import keyturn.plan.Verifier.ProofSeen;
import keyturn.run.Journal;
import keyturn.run.JournalEntry;
import keyturn.run.JournalEntry.Event;
import keyturn.run.JournalReading;

/**
 * A run as its folder has it, for whoever looks again later.
 *
 * @param journal whole: every line fits the one before
 */
public record FiledRun(Path folder, JournalReading journal) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The engine's own number of a backup that went through. */
    private static final String BACKED_UP = "3014 ";

    /**
     * Opens a run.
     *
     * @param approved the digest of the plan in that folder
     * @throws Problem.Raised if the journal cannot be read, was edited, or is that of another plan
     */
    public static FiledRun of(Path folder, String approved) throws Problem.Raised {
        Path file = folder.resolve(Journal.FILE);
        JournalReading reading = Journal.read(file);
        if (!(reading.state() instanceof JournalReading.Whole)
                || reading.entries().isEmpty()) {
            throw raised("journal", file);
        }
        if (!reading.entries().getFirst().digest().equals(Optional.of(approved))) {
            throw raised("plan", file);
        }
        return new FiledRun(folder, reading);
    }

    /**
     * The proofs that the evidence calls met and the journal has as done.
     *
     * @return none where the run left no evidence: then nothing is proved
     * @throws Problem.Raised if the evidence cannot be read, or is not of this journal
     */
    public Map<StepId, ProofSeen> proofs(Plan plan) throws Problem.Raised {
        Path file = folder.resolve(EvidenceWriter.FILE);
        if (!Files.exists(file)) {
            return Map.of();
        }
        JsonNode evidence = read(file);
        if (!isOfThisJournal(evidence.path("journal"))) {
            throw raised("evidence", file);
        }
        Map<StepId, ProofSeen> proofs = new HashMap<>();
        for (JsonNode verdict : evidence.path("verification").path("steps")) {
            proof(plan, verdict)
                    .ifPresent(
                            seen -> proofs.put(new StepId(verdict.path("step").intValue()), seen));
        }
        return proofs;
    }

    /**
     * What the run itself saw: its proofs, when it changed the provider, and since when the server had run then.
     *
     * @throws Problem.Raised as {@link #proofs}
     */
    public RunSeen seen(Plan plan) throws Problem.Raised {
        Map<StepId, ProofSeen> proofs = proofs(plan);
        Path file = folder.resolve(EvidenceWriter.FILE);
        Optional<Instant> started =
                Files.exists(file) ? instant(read(file).path("before").path("startedAt")) : Optional.empty();
        Optional<Instant> changed = journal.entries().stream()
                .filter(entry -> entry.event() == Event.DONE && changes(plan, entry))
                .map(JournalEntry::at)
                .findFirst();
        return new RunSeen(proofs, changed, started);
    }

    private static boolean changes(Plan plan, JournalEntry entry) {
        return plan.steps().stream()
                .anyMatch(step -> entry.step().equals(Optional.of(step.id())) && StepConditions.mayBeSkipped(step));
    }

    /** Where the start could not be read there is no instant but why. */
    private static Optional<Instant> instant(JsonNode written) {
        try {
            return Optional.ofNullable(written.textValue()).map(Instant::parse);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Optional<ProofSeen> proof(Plan plan, JsonNode verdict) {
        int number = verdict.path("step").intValue();
        boolean met = verdict.path("verdict").asText().equals("Met");
        boolean proof = plan.steps().stream()
                .anyMatch(
                        step -> step instanceof Step.ProveDatabase && step.id().number() == number);
        if (!met || !proof) {
            return Optional.empty();
        }
        String found = verdict.path("found").asText();
        String said = found.substring(Math.max(0, found.indexOf(BACKED_UP)));
        return journal.entries().stream()
                .filter(entry -> entry.event() == Event.DONE && entry.step().equals(Optional.of(new StepId(number))))
                .map(entry -> new ProofSeen(entry.at(), said))
                .findFirst();
    }

    /** The evidence names the hash of the line that was the journal's last. */
    private boolean isOfThisJournal(JsonNode said) {
        int lines = said.path("lines").intValue();
        List<JournalEntry> entries = journal.entries();
        return lines > 0
                && lines <= entries.size()
                && entries.get(lines - 1).hash().equals(said.path("last").asText());
    }

    private static JsonNode read(Path file) throws Problem.Raised {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException broken) {
            throw raised("evidence", file);
        } catch (IOException unreadable) {
            throw raised("unreadable", file);
        }
    }

    private static Problem.Raised raised(String rule, Path file) {
        return new Problem.Raised(new Problem(
                "filed." + rule,
                Message.of("evidence.filed." + rule, file),
                Optional.empty(),
                Message.of("evidence.filed.next")));
    }
}
