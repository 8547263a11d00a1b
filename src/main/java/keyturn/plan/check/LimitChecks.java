package keyturn.plan.check;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Surroundings.Size;
import keyturn.domain.inspection.Underway;
import keyturn.domain.inspection.Underway.Limit;
import keyturn.domain.inspection.Underway.RunningBackup;
import keyturn.plan.flow.ChosenTests;
import keyturn.plan.flow.Situation;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.words.DurationWords;

/** What SQL Server would refuse of a database whatever its key: told before planning, not at the step. */
public final class LimitChecks {

    private LimitChecks() {}

    /** Snapshots of databases that the provider's keys protect: they go with these, and stay as they are. */
    public static Stream<Finding> snapshots(Situation situation) {
        return underway(situation).limits().value().orElse(List.of()).stream()
                .flatMap(limit -> limit.snapshotOf().stream()
                        .filter(of -> situation.databases().open().stream()
                                .anyMatch(row -> row.name().value().equals(of)))
                        .flatMap(of -> Findings.attention(Area.DATABASES, "database.snapshot", limit.database(), of)));
    }

    /** No backup is possible (3036), and so no test by one. */
    public static Stream<Finding> tests(Situation situation) {
        return situation.databases().open().stream()
                .filter(database -> ChosenTests.sends(situation.tests(), database))
                .flatMap(database -> underway(situation).limit(database.name()).stream())
                .filter(Limit::standby)
                .flatMap(limit -> Findings.blocked(Area.TESTS, "database.standby", limit.database()));
    }

    /** A read-only filegroup refuses a change of the encryption key (33118), as does a database that takes logs of another one. */
    public static Stream<Finding> changes(Situation situation) {
        return situation.databases().open().stream().flatMap(database -> change(situation, database));
    }

    private static Stream<Finding> change(Situation situation, Database database) {
        Stream<Finding> limits =
                underway(situation).limit(database.name()).stream().flatMap(LimitChecks::refused);
        Stream<Finding> files =
                situation.each().about(database.name()).facts().around().sizes().value().orElse(List.of()).stream()
                        .filter(Size::readOnlyFiles)
                        .flatMap(size -> Findings.blocked(Area.DATABASES, "rotate.read-only-files", database.name()));
        return Stream.concat(limits, files);
    }

    private static Stream<Finding> refused(Limit limit) {
        return limit.standby() ? Findings.blocked(Area.DATABASES, "rotate.standby", limit.database()) : Stream.empty();
    }

    /** While a database is backed up, its encryption key is not changed; a repeat waits shorter than a full backup takes. */
    public static Stream<Finding> runningBackups(Situation situation) {
        Fact<List<RunningBackup>> backups = underway(situation).backups();
        if (backups.value().isEmpty()) {
            return Findings.notKnown(Area.JOBS, "backup.running-unknown", backups);
        }
        Duration bound = RepeatBound.PAUSE.multipliedBy(RepeatBound.TIMES);
        return backups.value().get().stream()
                .filter(backup -> backup.database()
                        .filter(name -> situation.databases().open().stream()
                                .anyMatch(row -> row.name().equals(name)))
                        .isPresent())
                .flatMap(backup -> Findings.attention(
                        Area.JOBS,
                        "backup.running",
                        backup.database().orElseThrow(),
                        backup.percent(),
                        DurationWords.of(Duration.between(
                                backup.since(), situation.inspection().takenAt())),
                        backup.sessionId(),
                        DurationWords.of(bound)));
    }

    private static Underway underway(Situation situation) {
        return situation.inspection().facts().around().underway();
    }
}
