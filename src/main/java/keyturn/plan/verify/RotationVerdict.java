package keyturn.plan.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.plan.Plan;
import keyturn.plan.fact.BackupConditions;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.verify.Verification.KeyNeeded;

/**
 * Until a database has a backup of its log and then a full one since its key was wrapped anew, restoring it takes the key of
 * before (documents: rotation of TDE keys; transparent data encryption, log and backups).
 */
final class RotationVerdict {

    private static final int SHOWN = 10;

    private RotationVerdict() {}

    /** Empty for plans that re-encrypt nothing, and once every database has its backups. */
    static Optional<KeyNeeded> keyNeeded(Plan plan, ByDatabase each) {
        Map<DatabaseName, List<BackupStep.BackUpAfterwards>> backups = BackupStep.afterwards(plan.steps())
                .collect(Collectors.groupingBy(BackupStep.BackUpAfterwards::database));
        Map<Missing, List<DatabaseName>> without = new EnumMap<>(Missing.class);
        List<String> held = new ArrayList<>();
        List<KeyStep.ReencryptDatabase> reencryptions =
                KeyStep.reencryptions(plan.steps()).toList();
        for (KeyStep.ReencryptDatabase reencrypt : reencryptions) {
            List<BackupStep.BackUpAfterwards> after = backups.getOrDefault(reencrypt.database(), List.of());
            missing(after, reencrypt, each.about(reencrypt.database()))
                    .ifPresentOrElse(
                            missing -> without.computeIfAbsent(missing, first -> new ArrayList<>())
                                    .add(reencrypt.database()),
                            () -> HeldLog.of(each.whole(), reencrypt.database()).ifPresent(held::add));
        }
        return without.isEmpty() && held.isEmpty()
                ? Optional.empty()
                : reencryptions.stream().findFirst().map(one -> needed(one, without, held));
    }

    /** What a database has not had since its key was re-encrypted. */
    private enum Missing {
        LOG_AND_FULL,
        LOG,
        FULL;

        Message words(List<DatabaseName> names) {
            return Message.of(
                    "plan.note.missing." + name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    names.size(),
                    shown(names));
        }
    }

    private static KeyNeeded needed(
            KeyStep.ReencryptDatabase one, Map<Missing, List<DatabaseName>> without, List<String> held) {
        if (held.isEmpty()) {
            return new KeyNeeded(one.from(), one.to(), backups(one, without));
        }
        String shown =
                held.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (held.size() > SHOWN ? ", …" : "");
        Message log = Message.of("plan.note.oldKeyInLog", one.from(), held.size(), shown);
        Message all = without.isEmpty()
                ? log
                : Message.of("plan.note.oldKeyTwice", backups(one, without).text(), log.text());
        return new KeyNeeded(one.from(), one.to(), all);
    }

    private static Message backups(KeyStep.ReencryptDatabase one, Map<Missing, List<DatabaseName>> without) {
        String missing = without.entrySet().stream()
                .map(kind -> kind.getKey().words(kind.getValue()).text())
                .collect(Collectors.joining(" "));
        return Message.of("plan.note.oldKeyNeeded", one.from(), one.to(), missing);
    }

    private static String shown(List<DatabaseName> names) {
        return names.stream().limit(SHOWN).map(DatabaseName::value).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? ", …" : "");
    }

    /** What cannot be seen does not count as backed up. In SIMPLE recovery there is no log to back up. */
    private static Optional<Missing> missing(
            List<BackupStep.BackUpAfterwards> backups, KeyStep.ReencryptDatabase reencrypt, Inspection fresh) {
        boolean simple =
                fresh.facts().databases().value().orElse(List.of()).stream().anyMatch(CatalogWords::isSimple);
        boolean full = there(backups, reencrypt, BackupKind.FULL, fresh);
        boolean log = simple || there(backups, reencrypt, BackupKind.LOG, fresh);
        if (full && log) {
            return Optional.empty();
        }
        return Optional.of(full ? Missing.LOG : log ? Missing.FULL : Missing.LOG_AND_FULL);
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
