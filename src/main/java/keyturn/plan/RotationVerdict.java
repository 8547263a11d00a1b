package keyturn.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.Database;
import keyturn.domain.Keyholding.KeyChange;
import keyturn.domain.Message;
import keyturn.domain.Surroundings.Backup;
import keyturn.domain.Surroundings.BackupKind;

/**
 * Until a database has a backup of its log and then a full one since its key was wrapped anew, restoring it takes the key of
 * before (documents: rotation of TDE keys; transparent data encryption, log and backups).
 */
final class RotationVerdict {

    private static final int SHOWN = 10;

    private RotationVerdict() {}

    /** Empty for plans that wrap nothing anew, and once every database has its backups. */
    static Optional<Message> oldKeyNeeded(Plan plan, Inspection fresh) {
        List<DatabaseName> without = new ArrayList<>();
        Optional<KeyStep.RewrapDatabase> any = Optional.empty();
        for (Step step : plan.steps()) {
            if (step instanceof KeyStep.RewrapDatabase rewrap) {
                any = Optional.of(rewrap);
                if (!covered(rewrap, fresh)) {
                    without.add(rewrap.database());
                }
            }
        }
        return without.isEmpty()
                ? Optional.empty()
                : any.map(
                        rewrap -> Message.of("plan.note.oldKeyNeeded", rewrap.from(), without.size(), shown(without)));
    }

    private static String shown(List<DatabaseName> names) {
        return names.stream().limit(SHOWN).map(DatabaseName::value).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? ", …" : "");
    }

    /** What cannot be seen does not count as backed up. */
    private static boolean covered(KeyStep.RewrapDatabase rewrap, Inspection fresh) {
        Optional<Instant> changed = fresh.facts().around().keyholding().changes().value().orElse(List.of()).stream()
                .filter(change -> change.database().equals(rewrap.database()))
                .map(KeyChange::changed)
                .findFirst();
        if (changed.isEmpty()) {
            return false;
        }
        Instant since = changed.get();
        Optional<Instant> full = last(rewrap.database(), BackupKind.FULL, fresh).filter(since::isBefore);
        boolean simple = fresh.facts().databases().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(rewrap.database()))
                .map(Database::recoveryModel)
                .anyMatch("SIMPLE"::equals);
        return full.isPresent()
                && (simple
                        || last(rewrap.database(), BackupKind.LOG, fresh)
                                .filter(since::isBefore)
                                .isPresent());
    }

    private static Optional<Instant> last(DatabaseName database, BackupKind kind, Inspection fresh) {
        return fresh.facts().around().backups().value().orElse(List.of()).stream()
                .filter(row -> row.database().equals(database) && row.kind() == kind)
                .map(Backup::finished)
                .max(Instant::compareTo);
    }
}
