package keyturn.plan.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.VaultStep;
import keyturn.plan.words.StepWords;

/**
 * What a run waits for after a refusal that changed nothing: 33122 wants a log backup, and the DBA's own job makes it.
 *
 * @param before the last one that the history had
 */
public record Waiting(DatabaseName database, Optional<Instant> before) {

    /** What a look must take in to tell when a step's database has the log backup that it was refused without. */
    public static Optional<Scope.OneDatabase> history(Step step) {
        return step.asKey()
                .flatMap(KeyStep::asReencrypt)
                .map(reencrypt -> new Scope.OneDatabase(reencrypt.database(), true));
    }

    /** @param seen the look right after the refusal */
    public static Waiting from(Scope.OneDatabase history, Inspection seen) {
        return new Waiting(history.database(), last(history.database(), seen));
    }

    /** There is a newer one. */
    public boolean over(Inspection now) {
        Optional<Instant> last = last(database, now);
        return last.isPresent() && before.map(last.get()::isAfter).orElse(true);
    }

    public Message words() {
        return Message.of("plan.wait.logBackup", database);
    }

    /** What a step waits for that an operator does. */
    public static Message forOperator(Step step) {
        return step.asVault()
                .flatMap(VaultStep::asCreate)
                .map(create -> Message.of("plan.wait.vaultKey", create.name(), create.vault()))
                .orElseGet(() -> StepWords.of(step).why());
    }

    private static Optional<Instant> last(DatabaseName database, Inspection seen) {
        return seen.facts().around().backups().value().orElse(List.of()).stream()
                .filter(row -> row.database().equals(database) && row.kind() == BackupKind.LOG)
                .map(Backup::begun)
                .max(Instant::compareTo);
    }
}
