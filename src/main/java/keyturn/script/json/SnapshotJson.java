package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.plan.step.TestSnapshot;
import keyturn.plan.step.TestSnapshot.SparseFile;

/** The snapshot of a test as JSON, and back; nothing for a test without one. */
final class SnapshotJson {

    private static final String SNAPSHOT = "snapshot";

    private SnapshotJson() {}

    static void write(ObjectNode written, TestSnapshot snapshot) {
        ObjectNode node = written.putObject(SNAPSHOT)
                .put("name", snapshot.name())
                .put("since", snapshot.since().toString());
        ArrayNode files = node.putArray("files");
        snapshot.files().forEach(file -> files.addObject().put("of", file.of()).put("path", file.path()));
    }

    /** @throws Fields.Malformed where it is none that a plan has */
    static Optional<TestSnapshot> read(Fields step) {
        if (!step.has(SNAPSHOT)) {
            return Optional.empty();
        }
        Fields node = step.object(SNAPSHOT);
        try {
            return Optional.of(new TestSnapshot(
                    node.text("name"),
                    node.text("since", LocalDateTime::parse),
                    node.objects("files").stream()
                            .map(file -> new SparseFile(file.text("of"), file.text("path")))
                            .toList()));
        } catch (IllegalArgumentException wrong) {
            throw new Fields.Malformed(step.at(SNAPSHOT));
        }
    }
}
