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
import keyturn.domain.inspection.ServerStart;
import keyturn.script.Approval;
import keyturn.script.ApprovedPlan;

/**
 * Who approved a plan, beside that plan in the run's folder, and where its back-out scripts lie too.
 *
 * @param backoutCopy the second place for back-outs
 */
public record ApprovalFile(Approval approval, Optional<Path> backoutCopy) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static ApprovalFile of(Approval approval, Optional<Path> backoutCopy) {
        return new ApprovalFile(approval, backoutCopy.map(ApprovalFile::whole));
    }

    public RunRecord.Part part(ApprovedPlan approved, List<JournalEntry> lines) {
        return new RunRecord.Part(approved, startedBefore(lines), backoutCopy, lines);
    }

    /** Where the run went on after a restart, its last change counts, and what was read before that. */
    private static Optional<ServerStart> startedBefore(List<JournalEntry> lines) {
        Optional<ServerStart> now = Optional.empty();
        Optional<ServerStart> beforeChange = Optional.empty();
        for (JournalEntry line : lines) {
            if (line.server().start().isPresent()) {
                now = line.server().start();
            }
            if (beforeChange.isEmpty() || line.server().time().isPresent()) {
                beforeChange = now;
            }
        }
        return beforeChange;
    }

    public String json() {
        ObjectNode file = MAPPER.createObjectNode()
                .put("format", 2)
                .put("digest", approval.digest())
                .put("who", approval.who())
                .put("when", approval.when().toString());
        approval.ticket().ifPresent(ticket -> file.put("ticket", ticket));
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
                    Optional.ofNullable(file.path("backoutCopy").textValue()).map(ApprovalFile::written));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException noSuchFile) {
            throw new IOException("no approval: " + noSuchFile.getMessage(), noSuchFile);
        }
    }
}
