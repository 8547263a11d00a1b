package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.Step;
import keyturn.script.json.Kinds.Kind;

/** The backups of the restore chain as JSON, and back. */
final class BackupStepJson {

    static final Kinds<Step> KINDS = new Kinds<>();

    private static final Kind AWAIT_LOG_BACKUP = KINDS.kind("await-log-backup", BackupStepJson::await);
    private static final Kind BACK_UP_LOG_FIRST = KINDS.kind("back-up-log-first", BackupStepJson::first);
    private static final Kind BACK_UP_AFTERWARDS = KINDS.kind("back-up-afterwards", BackupStepJson::after);

    private BackupStepJson() {}

    static ObjectNode write(StepHead.Written head, BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await ->
                head.as(AWAIT_LOG_BACKUP)
                        .put("database", await.database().value())
                        .put("since", await.since().toString());
            case BackupStep.BackUpLogFirst first -> {
                ObjectNode written = head.as(BACK_UP_LOG_FIRST)
                        .put("database", first.database().value())
                        .put("file", first.file().path());
                first.since().ifPresent(value -> written.put("since", value.toString()));
                TestPartsJson.write(written, first.size());
                yield written;
            }
            case BackupStep.BackUpAfterwards after -> {
                ObjectNode written = head.as(BACK_UP_AFTERWARDS)
                        .put("database", after.database().value())
                        .put("file", after.file().path())
                        .put("log", after.log())
                        .put("key", after.key().value());
                TestPartsJson.write(written, after.size());
                yield written;
            }
        };
    }

    private static Step await(Fields step) {
        StepHead head = StepHead.of(step);
        return new BackupStep.AwaitLogBackup(
                head.id(), head.node(), step.text("database", DatabaseName::new), step.text("since", Instant::parse));
    }

    private static Step first(Fields step) {
        StepHead head = StepHead.of(step);
        return new BackupStep.BackUpLogFirst(
                head.id(),
                head.node(),
                step.text("database", DatabaseName::new),
                step.text("file", BackupFile::new),
                step.has("since") ? Optional.of(step.text("since", Instant::parse)) : Optional.empty(),
                TestPartsJson.size(step));
    }

    private static Step after(Fields step) {
        StepHead head = StepHead.of(step);
        return new BackupStep.BackUpAfterwards(
                head.id(),
                head.node(),
                step.text("database", DatabaseName::new),
                step.text("file", BackupFile::new),
                step.truth("log"),
                step.text("key", AsymmetricKeyName::new),
                TestPartsJson.size(step));
    }
}
