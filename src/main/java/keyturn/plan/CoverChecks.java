package keyturn.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Fact;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.Database;
import keyturn.domain.Message;
import keyturn.domain.Surroundings.Backup;
import keyturn.domain.Surroundings.BackupKind;

/** Am I covered? The last backups of each database, and of the keys. */
final class CoverChecks {

    private static final Duration OLD = Duration.ofDays(8);

    private CoverChecks() {}

    /** Every database, in the order of the inspection. */
    static List<Covered> covered(Inspection inspection) {
        return inspection.facts().databases().value().orElse(List.of()).stream()
                .map(database -> covered(inspection, database.name()))
                .toList();
    }

    private static Covered covered(Inspection inspection, DatabaseName database) {
        return new Covered(
                database,
                last(inspection, database, BackupKind.FULL),
                last(inspection, database, BackupKind.DIFFERENTIAL),
                last(inspection, database, BackupKind.LOG),
                new Fact.Unknown<>(Message.of("plan.fact.keyBackups")),
                inspection.takenAt());
    }

    private static Fact<Optional<Instant>> last(Inspection inspection, DatabaseName database, BackupKind kind) {
        return switch (inspection.facts().around().backups()) {
            case Fact.Known<List<Backup>> known ->
                new Fact.Known<>(
                        known.content().stream()
                                .filter(row -> row.database().equals(database) && row.kind() == kind)
                                .map(Backup::finished)
                                .max(Instant::compareTo),
                        known.how());
            case Fact.Unknown<List<Backup>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<List<Backup>> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }

    static Stream<Finding> backups(Situation situation) {
        var backups = situation.inspection().facts().around().backups();
        List<Database> concerned = situation.databases().open();
        if (backups.value().isEmpty()) {
            return Findings.notKnown(Area.BACKUPS, "backup.unknown", backups);
        }
        List<Finding> found = concerned.stream()
                .map(database -> covered(situation.inspection(), database.name()))
                .flatMap(CoverChecks::backups)
                .toList();
        return found.isEmpty() && !concerned.isEmpty()
                ? Findings.fine(Area.BACKUPS, "backup.recent", concerned.size())
                : found.stream();
    }

    private static Stream<Finding> backups(Covered covered) {
        Optional<Instant> full = covered.full().value().flatMap(time -> time);
        if (full.isEmpty()) {
            return Findings.attention(Area.BACKUPS, "backup.none", covered.database());
        }
        Duration age = covered.age(full.get());
        return age.compareTo(OLD) > 0
                ? Findings.attention(Area.BACKUPS, "backup.old", covered.database(), age.toDays())
                : Stream.empty();
    }

    static Stream<Finding> keyBackups(Situation situation) {
        return situation.databases().open().isEmpty()
                ? Stream.empty()
                : Findings.attention(Area.BACKUPS, "backup.keys-unknown");
    }
}
