package keyturn.plan.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.plan.Plan;
import keyturn.plan.fact.BackupConditions;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.KeyStep;

/**
 * Until a database has a backup of its log and then a full one since its key was wrapped anew, restoring it takes the key of
 * before (documents: rotation of TDE keys; transparent data encryption, log and backups).
 */
final class RotationVerdict {

    private static final int SHOWN = 10;

    private RotationVerdict() {}

    /** Empty for plans that wrap nothing anew, and once every database has its backups. */
    static Optional<Message> oldKeyNeeded(Plan plan, ByDatabase each) {
        Map<DatabaseName, List<BackupStep.BackUpAfterwards>> backups = BackupStep.afterwards(plan.steps())
                .collect(Collectors.groupingBy(BackupStep.BackUpAfterwards::database));
        List<DatabaseName> without = new ArrayList<>();
        List<KeyStep.ReencryptDatabase> reencryptions =
                KeyStep.reencryptions(plan.steps()).toList();
        for (KeyStep.ReencryptDatabase reencrypt : reencryptions) {
            List<BackupStep.BackUpAfterwards> after = backups.getOrDefault(reencrypt.database(), List.of());
            if (!covered(after, reencrypt, each.about(reencrypt.database()))) {
                without.add(reencrypt.database());
            }
        }
        return without.isEmpty()
                ? Optional.empty()
                : reencryptions.stream()
                        .findFirst()
                        .map(reencrypt ->
                                Message.of("plan.note.oldKeyNeeded", reencrypt.from(), without.size(), shown(without)));
    }

    private static String shown(List<DatabaseName> names) {
        return names.stream().limit(SHOWN).map(DatabaseName::value).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? ", …" : "");
    }

    /** What cannot be seen does not count as backed up. */
    private static boolean covered(
            List<BackupStep.BackUpAfterwards> backups, KeyStep.ReencryptDatabase reencrypt, Inspection fresh) {
        boolean simple = fresh.facts().databases().value().orElse(List.of()).stream()
                .map(Database::recoveryModel)
                .anyMatch("SIMPLE"::equals);
        return there(backups, reencrypt, BackupKind.FULL, fresh)
                && (simple || there(backups, reencrypt, BackupKind.LOG, fresh));
    }

    private static boolean there(
            List<BackupStep.BackUpAfterwards> backups,
            KeyStep.ReencryptDatabase reencrypt,
            BackupKind kind,
            Inspection fresh) {
        return BackupConditions.since(fresh, reencrypt.database(), kind, reencrypt.to()) instanceof Holds.Yes
                || backups.stream()
                        .filter(step -> step.log() == (kind == BackupKind.LOG))
                        .anyMatch(step -> TrueAfter.of(step).holds(fresh) instanceof Holds.Yes);
    }
}
