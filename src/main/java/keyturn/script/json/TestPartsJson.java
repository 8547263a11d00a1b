package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Thumbprint;
import keyturn.plan.step.BackupSize;
import keyturn.plan.step.Protector;
import keyturn.plan.step.TestSnapshot;
import keyturn.plan.step.TestSnapshot.SparseFile;

/** What tests and backups have in common as JSON, and back: sizes, what protects a database, the snapshot of a test. */
final class TestPartsJson {

    private static final String MEGABYTES = "megabytes";
    private static final String MORE = "more";
    private static final String SNAPSHOT = "snapshot";
    private static final String THUMBPRINT = "protector";
    private static final String KEY = "protectorKey";

    private TestPartsJson() {}

    static void write(ObjectNode written, BackupSize size) {
        size.megabytes().ifPresent(megabytes -> written.put(MEGABYTES, megabytes));
        if (size.more()) {
            written.put(MORE, true);
        }
    }

    static BackupSize size(Fields step) {
        boolean more = step.has(MORE) && step.truth(MORE);
        if (!step.has(MEGABYTES)) {
            return new BackupSize(Optional.empty(), more);
        }
        long megabytes = step.number(MEGABYTES);
        if (megabytes < 0) {
            throw new Fields.Malformed(step.at(MEGABYTES));
        }
        return new BackupSize(Optional.of(megabytes), more);
    }

    static void write(ObjectNode written, TestSnapshot snapshot) {
        ObjectNode node = written.putObject(SNAPSHOT)
                .put("name", snapshot.name())
                .put("since", snapshot.since().toString());
        ArrayNode files = node.putArray("files");
        snapshot.files().forEach(file -> files.addObject().put("of", file.of()).put("path", file.path()));
    }

    /** @throws Fields.Malformed where it is none that a plan has */
    static Optional<TestSnapshot> snapshot(Fields step) {
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

    static void write(ObjectNode written, Protector protector) {
        switch (protector) {
            case Protector.ByThumbprint by ->
                written.put(THUMBPRINT, by.thumbprint().hex());
            case Protector.ByName by -> written.put(KEY, by.key().value());
            case Protector.Unknown unknown -> {}
        }
    }

    static Protector protector(Fields step) {
        if (step.has(THUMBPRINT)) {
            return new Protector.ByThumbprint(step.text(THUMBPRINT, Thumbprint::new));
        }
        return step.has(KEY) ? new Protector.ByName(step.text(KEY, AsymmetricKeyName::new)) : new Protector.Unknown();
    }
}
