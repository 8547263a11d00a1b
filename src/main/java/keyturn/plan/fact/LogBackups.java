package keyturn.plan.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.plan.flow.Situation;

/**
 * Whether the log was really backed up since a database's encryption key was changed last: of two changes without one
 * between, the engine refuses a third (33122), and a rotation with its back-out is two.
 */
public sealed interface LogBackups {

    /** It was: one that began after the change. */
    record Since(Instant begun) implements LogBackups {}

    /** It was not. */
    record Missing(Instant changed) implements LogBackups {}

    /** The log is not kept: nothing waits for a backup of it. */
    record NoLog() implements LogBackups {}

    /** Not to be told. */
    record Unknown() implements LogBackups {}

    static LogBackups of(Situation situation, Database database) {
        if (CatalogWords.isSimple(database)) {
            return new NoLog();
        }
        Optional<KeyChange> change = change(situation, database.name());
        Optional<List<Backup>> backups = situation
                .each()
                .about(database.name())
                .facts()
                .around()
                .backups()
                .value();
        if (change.isEmpty() || backups.isEmpty()) {
            return new Unknown();
        }
        Instant changed = change.get().changed();
        return backups.get().stream()
                .filter(row -> row.kind() == BackupKind.LOG)
                .map(Backup::begun)
                .filter(begun -> begun.isAfter(changed))
                .max(Instant::compareTo)
                .<LogBackups>map(Since::new)
                .orElseGet(() -> new Missing(changed));
    }

    /** When its encryption key was changed last, where that is known. */
    static Optional<KeyChange> change(Situation situation, DatabaseName database) {
        Keyholding seen = situation.each().about(database).facts().around().keyholding();
        return seen.changes().value().orElse(List.of()).stream().findFirst();
    }
}
