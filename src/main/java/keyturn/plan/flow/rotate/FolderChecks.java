package keyturn.plan.flow.rotate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.BackupFolder;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Keyholding.NameInUse;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.domain.inspection.Underway.FolderSeen;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;

/** The folders that backups are to be written to after the databases are re-encrypted: a step there is the last, and too late. */
final class FolderChecks {

    /** SQL Server 2022. */
    private static final int S3_SINCE = 16;

    private FolderChecks() {}

    static Stream<Finding> there(RotationSituation situation) {
        RotateChoices.BackupFolders chosen = situation.choices().backups();
        return Stream.concat(chosen.log().stream(), chosen.full().stream())
                .distinct()
                .flatMap(folder -> there(situation, folder));
    }

    private static Stream<Finding> there(RotationSituation situation, BackupFolder folder) {
        Optional<String> container = folder.container();
        if (container.isPresent()) {
            return url(situation, folder, container.get());
        }
        Optional<FolderSeen> seen = situation.inspection().facts().around().underway().folders().stream()
                .filter(one -> one.folder().equals(folder))
                .findFirst();
        if (seen.isEmpty()) {
            return Findings.attention(Area.BACKUPS, "rotate.folder-unseen", folder);
        }
        if (seen.get().there().value().isEmpty()) {
            return Findings.notKnown(
                    Area.BACKUPS, "rotate.folder-unknown", seen.get().there(), folder);
        }
        return seen.get().there().value().get()
                ? space(situation, seen.get())
                : Findings.blocked(Area.BACKUPS, "rotate.folder-missing", folder);
    }

    /**
     * SQL Server signs in to a container, and to a bucket, by the credential that has its URL as name (documents: SQL Server backup
     * to URL, and to URL for S3-compatible object storage).
     */
    private static Stream<Finding> url(RotationSituation situation, BackupFolder folder, String container) {
        if (folder.isS3() && situation.inspection().identity().majorVersion() < S3_SINCE) {
            return Findings.blocked(Area.BACKUPS, "rotate.s3-version", folder);
        }
        String rule = folder.isS3() ? "rotate.s3" : "rotate.url";
        Fact<List<NameInUse>> names = situation.keyholding().names();
        if (names.value().isEmpty()) {
            return Findings.notKnown(Area.BACKUPS, rule + "-unknown", names, folder, container);
        }
        boolean there = names.value().get().stream()
                .anyMatch(name ->
                        name.kind() == NameKind.CREDENTIAL && name.name().equalsIgnoreCase(container));
        return there
                ? Findings.fine(Area.BACKUPS, rule, folder, container)
                : Findings.blocked(Area.BACKUPS, rule + "-credential", folder, container);
    }

    private static Stream<Finding> space(RotationSituation situation, FolderSeen seen) {
        long needed = needed(situation, seen.folder());
        Optional<Long> free = seen.freeMegabytes().value();
        if (free.isEmpty()) {
            return Findings.notKnown(
                    Area.BACKUPS, "rotate.folder-space-unknown", seen.freeMegabytes(), seen.folder(), needed);
        }
        return free.get() < needed
                ? Findings.attention(Area.BACKUPS, "rotate.folder-space", seen.folder(), free.get(), needed)
                : Findings.fine(Area.BACKUPS, "rotate.folder", seen.folder(), free.get(), needed);
    }

    /** As much as the files hold; a backup is smaller where they are not full, and where the server compresses it. */
    private static long needed(RotationSituation situation, BackupFolder folder) {
        RotateChoices.BackupFolders chosen = situation.choices().backups();
        boolean log = chosen.log().filter(folder::equals).isPresent();
        boolean full = chosen.full().filter(folder::equals).isPresent();
        long needed = 0;
        for (Database database : situation.databases().open()) {
            List<Size> sizes = situation
                    .each()
                    .about(database.name())
                    .facts()
                    .around()
                    .sizes()
                    .value()
                    .orElse(List.of());
            for (Size size : sizes) {
                needed += log && BackupSteps.writesLog(situation, database) ? size.logMegabytes() : 0;
                needed += full ? size.dataMegabytes() : 0;
            }
        }
        return needed;
    }
}
