package keyturn.plan.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection.Database;

/** Am I covered? The last backups of each database, and of the keys. */
public final class CoverChecks {

    private static final Duration OLD = Duration.ofDays(8);

    private CoverChecks() {}

    public static Stream<Finding> backups(CheckedServer situation) {
        var backups = situation.inspection().facts().around().backups();
        List<Database> concerned = situation.databases().open();
        if (backups.value().isEmpty()) {
            return Findings.notKnown(Area.BACKUPS, "backup.unknown", backups);
        }
        List<Finding> found = concerned.stream()
                .map(database -> Covered.of(situation.each(), database.name()))
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

    public static Stream<Finding> keyBackups(CheckedServer situation) {
        return situation.databases().open().isEmpty()
                ? Stream.empty()
                : Findings.attention(Area.BACKUPS, "backup.keys-unknown");
    }
}
