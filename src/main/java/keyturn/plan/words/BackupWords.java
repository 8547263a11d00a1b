package keyturn.plan.words;

import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.plan.fact.Times;
import keyturn.plan.step.BackupSize;
import keyturn.plan.step.BackupStep;

/** The sentences of the backups of the restore chain. */
final class BackupWords {

    private BackupWords() {}

    static StepWords of(BackupStep step) {
        return switch (step) {
            case BackupStep.AwaitLogBackup await ->
                StepWords.of("awaitLogBackup", "reencrypt", await.database(), Times.seconds(await.since()));
            case BackupStep.BackUpLogFirst first -> of("backUpLogFirst", first.database(), first.file(), first.size());
            case BackupStep.BackUpAfterwards after ->
                of(after.log() ? "backUpLog" : "backUpFull", after.database(), after.file(), after.size());
        };
    }

    private static StepWords of(String kind, DatabaseName database, BackupFile file, BackupSize size) {
        String key = "plan.step." + kind;
        return new StepWords(
                kind,
                Message.of(key + ".title", database),
                () -> Message.of(key + ".why", database, file, TestWords.cost(size)),
                Message.of("plan.source.backup"),
                Message.of(key + ".trueAfter", database, file));
    }
}
