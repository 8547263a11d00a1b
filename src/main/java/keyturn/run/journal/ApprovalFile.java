package keyturn.run.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.inspection.Inspection;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;

/**
 * Who approved a plan, beside that plan in the run's folder, and what no later look can see.
 *
 * @param startedBefore when the server had started as the run began; a later start is a restart
 * @param backoutCopy the second place for ways back
 */
public record ApprovalFile(Approval approval, Optional<Instant> startedBefore, Optional<Path> backoutCopy) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static ApprovalFile of(Approval approval, Inspection before, Optional<Path> backoutCopy) {
        return new ApprovalFile(approval, before.facts().startedAt().value(), backoutCopy.map(ApprovalFile::whole));
    }

    /** Before anybody has looked: what a look adds is missing. */
    public static ApprovalFile intended(Approval approval, Optional<Path> backoutCopy) {
        return new ApprovalFile(approval, Optional.empty(), backoutCopy.map(ApprovalFile::whole));
    }

    public RunRecord.Part part(ApprovedPlan approved, List<JournalEntry> lines) {
        return new RunRecord.Part(approved, startedBefore, backoutCopy, lines);
    }

    public String json() {
        ObjectNode file = MAPPER.createObjectNode()
                .put("format", 2)
                .put("digest", approval.digest())
                .put("who", approval.who())
                .put("when", approval.when().toString());
        approval.ticket().ifPresent(ticket -> file.put("ticket", ticket));
        startedBefore.ifPresent(start -> file.put("startedBefore", start.toString()));
        backoutCopy.ifPresent(path -> file.put("backoutCopy", path.toString()));
        return file.toPrettyString() + "\n";
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /** As it was written: files are made there, and nowhere that it only leads to. */
    private static Path written(String folder) {
        Path path = Path.of(folder);
        if (!whole(path).equals(path)) {
            throw new IllegalArgumentException("no whole path: " + folder);
        }
        return path;
    }

    /** @throws IOException if it is no such file */
    static ApprovalFile read(String text) throws IOException {
        try {
            JsonNode file = MAPPER.readTree(text);
            var approval = new Approval(
                    file.required("digest").textValue(),
                    file.required("who").textValue(),
                    Instant.parse(file.required("when").textValue()),
                    Optional.ofNullable(file.path("ticket").textValue()));
            return new ApprovalFile(
                    approval,
                    Optional.ofNullable(file.path("startedBefore").textValue()).map(Instant::parse),
                    Optional.ofNullable(file.path("backoutCopy").textValue()).map(ApprovalFile::written));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException noSuchFile) {
            throw new IOException("no approval: " + noSuchFile.getMessage(), noSuchFile);
        }
    }
}
