package keyturn.plan.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings.Backup;
import keyturn.domain.inspection.Surroundings.BackupKind;

/**
 * A row of "Am I covered?".
 *
 * @param full when the last one finished; known and empty: the history has none
 * @param keyBackup whether a backup of its vault key is known; nobody keeps such a list yet
 * @param at the look that the ages count from
 */
public record Covered(
        DatabaseName database,
        Fact<Optional<Instant>> full,
        Fact<Optional<Instant>> differential,
        Fact<Optional<Instant>> log,
        Fact<Boolean> keyBackup,
        Instant at) {

    /** How old a backup was when it was looked at. */
    public Duration age(Instant finished) {
        return Duration.between(finished, at);
    }

    /** Every database, in the order of the inspection. */
    public static List<Covered> of(Inspection inspection) {
        var each = new ByDatabase(inspection);
        return inspection.facts().databases().value().orElse(List.of()).stream()
                .map(database -> of(each, database.name()))
                .toList();
    }

    static Covered of(ByDatabase each, DatabaseName database) {
        Inspection inspection = each.about(database);
        return new Covered(
                database,
                last(inspection, BackupKind.FULL),
                last(inspection, BackupKind.DIFFERENTIAL),
                last(inspection, BackupKind.LOG),
                new Fact.Unknown<>(Message.of("plan.fact.keyBackups")),
                inspection.takenAt());
    }

    private static Fact<Optional<Instant>> last(Inspection inspection, BackupKind kind) {
        return switch (inspection.facts().around().backups()) {
            case Fact.Known<List<Backup>> known ->
                new Fact.Known<>(
                        known.content().stream()
                                .filter(row -> row.kind() == kind)
                                .map(Backup::finished)
                                .max(Instant::compareTo),
                        known.how());
            case Fact.Unknown<List<Backup>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<List<Backup>> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }
}
