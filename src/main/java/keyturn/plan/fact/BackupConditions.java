package keyturn.plan.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Keyholding.KeyChange;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.BackupKind;
import keyturn.plan.check.Blocks;

/**
 * Whether the history has the backups that a rotation wants. A backup that Keyturn wrote is known by its name, since the
 * history has whole seconds; anybody's counts where it began after the change: one that was under way then was begun under the key
 * of before.
 */
public final class BackupConditions {

    private BackupConditions() {}

    static Holds log(Inspection seen, Condition.LogBackedUp wanted) {
        return wanted.file()
                .flatMap(file -> ours(seen, wanted.database(), BackupKind.LOG, file))
                .orElseGet(() -> logSince(seen, wanted.database(), wanted.since()));
    }

    static Holds afterwards(Inspection seen, Condition.BackedUp wanted) {
        BackupKind kind = wanted.log() ? BackupKind.LOG : BackupKind.FULL;
        return ours(seen, wanted.database(), kind, wanted.file())
                .orElseGet(() -> since(seen, wanted.database(), kind, wanted.key()));
    }

    /** @param since empty: not known, so that none can be told to be late enough */
    private static Holds logSince(Inspection seen, DatabaseName database, Optional<Instant> since) {
        return since.map(changed -> since(seen, database, BackupKind.LOG, changed))
                .orElseGet(() -> of(
                        seen.facts().around().backups(),
                        new Holds.No(Message.of("plan.found.logBackupUnknown", database))));
    }

    /** Present where this backup, or one that Keyturn wrote after it, is in the history. */
    private static Optional<Holds> ours(Inspection seen, DatabaseName database, BackupKind kind, BackupFile file) {
        return row(seen, database, kind)
                .filter(row -> row.ours()
                        .filter(latest -> latest.compareTo(file.set()) >= 0)
                        .isPresent())
                .map(row -> new Holds.Yes(
                        Message.of("plan.found.backup." + kind, database, Times.seconds(row.finished()))));
    }

    /** Anybody's backup from after the database was wrapped by this key. */
    public static Holds since(Inspection seen, DatabaseName database, BackupKind kind, AsymmetricKeyName key) {
        Fact<List<KeyChange>> changes = seen.facts().around().keyholding().changes();
        Optional<Instant> changed = changes.value().orElse(List.of()).stream()
                .filter(change -> change.database().equals(database))
                .map(KeyChange::changed)
                .findFirst();
        if (changed.isEmpty() || !wrapped(seen, database, key)) {
            Message not = Message.of("plan.found.notProtectedYet", database, key);
            return of(
                    changes, seen.facts().databases().value().isPresent() ? new Holds.No(not) : new Holds.Unknown(not));
        }
        return since(seen, database, kind, changed.get());
    }

    private static boolean wrapped(Inspection seen, DatabaseName database, AsymmetricKeyName name) {
        Optional<AsymmetricKey> key = ServerKeys.named(seen, name);
        return seen.facts().databases().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(database))
                .anyMatch(row ->
                        key.filter(one -> ServerKeys.isProtectedBy(row, one)).isPresent());
    }

    private static Holds since(Inspection seen, DatabaseName database, BackupKind kind, Instant changed) {
        Optional<Backup> later = row(seen, database, kind).filter(row -> changed.isBefore(row.begun()));
        String at = Times.seconds(later.map(Backup::finished).orElse(changed));
        return of(
                seen.facts().around().backups(),
                later.isPresent()
                        ? new Holds.Yes(Message.of("plan.found.backup." + kind, database, at))
                        : new Holds.No(Message.of("plan.found.backupNone." + kind, database, Times.seconds(changed))));
    }

    private static Optional<Backup> row(Inspection seen, DatabaseName database, BackupKind kind) {
        return seen.facts().around().backups().value().orElse(List.of()).stream()
                .filter(row -> row.database().equals(database) && row.kind() == kind)
                .findFirst();
    }

    private static Holds of(Fact<?> asked, Holds known) {
        return asked.value().isPresent() ? known : new Holds.Unknown(Blocks.reason(asked));
    }
}
