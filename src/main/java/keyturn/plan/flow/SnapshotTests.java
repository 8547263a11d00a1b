package keyturn.plan.flow;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.BackupFolder;
import keyturn.domain.DatabaseName;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.domain.inspection.Underway;
import keyturn.domain.inspection.Underway.DataFile;
import keyturn.domain.inspection.Underway.FolderSeen;
import keyturn.plan.check.Blocks;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestSnapshot;

/**
 * Which databases a snapshot can test, and where its files would lie. A snapshot is asked for by documents since 2019 (KB 5023236); one
 * of a database with In-Memory or FILESTREAM data is left to other tests.
 */
public final class SnapshotTests {

    /** 15 is SQL Server 2019. */
    private static final int SINCE = 15;

    private final ByDatabase each;
    private final Map<DatabaseName, List<DataFile>> files;

    public SnapshotTests(ByDatabase each) {
        this.each = each;
        this.files = underway().files().value().orElse(List.of()).stream()
                .collect(Collectors.groupingBy(DataFile::database));
    }

    private Underway underway() {
        return each.whole().facts().around().underway();
    }

    /** Why this database cannot be tested so; empty: nothing that was seen speaks against it. */
    public Optional<Problem> problem(DatabaseName database) {
        Inspection seen = each.about(database);
        if (seen.identity().majorVersion() < SINCE) {
            return blocked("version", database);
        }
        if (isStandby(database)) {
            return blocked("standby", database);
        }
        List<Size> sizes = seen.facts().around().sizes().value().orElse(List.of());
        if (sizes.stream().anyMatch(Size::containers)) {
            return blocked("containers", database);
        }
        List<DataFile> own = files.getOrDefault(database, List.of());
        if (own.isEmpty() || sizes.isEmpty() || clock().isEmpty()) {
            return Optional.of(
                    Blocks.notKnown("test.snapshot-unknown", underway().files(), database));
        }
        return own.stream().allMatch(TestSnapshot::fitsBeside) ? Optional.empty() : blocked("path", database);
    }

    /** It takes log backups of another server: nothing of it can be backed up (3036). */
    public boolean isStandby(DatabaseName database) {
        return underway().limit(database).filter(Underway.Limit::standby).isPresent();
    }

    private static Optional<Problem> blocked(String rule, DatabaseName database) {
        return Optional.of(Blocks.of("test.snapshot-" + rule, Optional.empty(), database));
    }

    private Optional<OffsetDateTime> clock() {
        return underway().clock().value();
    }

    /** @throws java.util.NoSuchElementException where {@link #problem} has something to say */
    TestSnapshot snapshot(DatabaseName database, StepId step) {
        return TestSnapshot.of(clock().orElseThrow(), step, files.getOrDefault(database, List.of()));
    }

    /** On the volumes of its files, the least that is free in MB; empty where nobody has looked, or can tell. */
    public Optional<Long> freeMegabytes(DatabaseName database) {
        List<Optional<Long>> free = folders(List.of(database))
                .map(folder -> underway().folders().stream()
                        .filter(seen -> seen.folder().equals(folder))
                        .findFirst()
                        .map(FolderSeen::freeMegabytes)
                        .flatMap(fact -> fact.value()))
                .toList();
        return free.isEmpty() || free.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : free.stream().flatMap(Optional::stream).min(Long::compare);
    }

    /** What is looked at by name before these choices are planned: the flow's folders, and where snapshots would lie. */
    public static List<BackupFolder> foldersToPlan(Inspection seen, Choices choices) {
        List<DatabaseName> chosen = choices.tests().entrySet().stream()
                .filter(entry -> entry.getValue() == TestChoice.SNAPSHOT)
                .map(Map.Entry::getKey)
                .toList();
        Stream<BackupFolder> more =
                chosen.isEmpty() ? Stream.empty() : new SnapshotTests(new ByDatabase(seen)).folders(chosen);
        return Stream.concat(choices.flow().foldersToPlan(choices).stream(), more)
                .distinct()
                .toList();
    }

    /** Where the sparse files of these databases would lie, each once; one that is no folder for files of ours is left out. */
    private Stream<BackupFolder> folders(List<DatabaseName> databases) {
        return databases.stream()
                .flatMap(database -> files.getOrDefault(database, List.of()).stream())
                .map(file -> file.path().substring(0, Math.max(0, file.path().lastIndexOf('\\'))))
                .distinct()
                .flatMap(SnapshotTests::folder);
    }

    private static Stream<BackupFolder> folder(String path) {
        try {
            return Stream.of(new BackupFolder(path));
        } catch (InvalidValue other) {
            return Stream.empty();
        }
    }
}
