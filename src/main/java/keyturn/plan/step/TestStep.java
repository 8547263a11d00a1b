package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The tests of the keys that databases are protected by. */
public sealed interface TestStep extends Step {

    /**
     * What shows that the engine can unwrap the database's DEK through the vault.
     *
     * @param phase BEFORE: on the untouched configuration, and a failure stops the run before its first change
     * @param protector what the encryption key is protected by then
     * @param size of what the test reads
     * @param snapshot that is made and dropped; empty for every other kind
     */
    record TestDatabase(
            StepId id,
            NodeName node,
            DatabaseName database,
            TestKind kind,
            Phase phase,
            Protector protector,
            BackupSize size,
            Optional<TestSnapshot> snapshot)
            implements TestStep {

        public TestDatabase {
            if ((kind == TestKind.SNAPSHOT) != snapshot.isPresent()) {
                throw new IllegalArgumentException("a snapshot for a test by snapshot, and for no other: " + kind);
            }
        }

        /** A backup that Keyturn makes. */
        public boolean isBackup() {
            return switch (kind) {
                case LOG_COPY_ONLY, FULL_COPY_ONLY -> true;
                case SNAPSHOT, OWN_BACKUP -> false;
            };
        }

        /** Keyturn makes SQL Server use the key; else the history of backups is read. */
        public boolean isSent() {
            return kind != TestKind.OWN_BACKUP;
        }

        /** On the untouched configuration. */
        public boolean isBefore() {
            return phase == Phase.BEFORE;
        }
    }

    /**
     * {@code DROP DATABASE} of a snapshot that a test made and left behind: by its name, its source and its time.
     *
     * @param database that it is a snapshot of
     */
    record DropSnapshot(StepId id, NodeName node, DatabaseName database, TestSnapshot snapshot) implements TestStep {}

    /** How a database's key is tested reachable (document: KB 5023236). */
    enum TestKind {
        /** {@code BACKUP LOG … TO DISK = N'NUL' WITH COPY_ONLY}: where a log chain exists. */
        LOG_COPY_ONLY,
        /** {@code BACKUP DATABASE … TO DISK = N'NUL' WITH COPY_ONLY}: elsewhere. */
        FULL_COPY_ONLY,
        /** {@code CREATE DATABASE … AS SNAPSHOT OF}, dropped at once: since 2019, without In-Memory data. */
        SNAPSHOT,
        /** The history of backups is read: the DBA's own job tests, now or later. */
        OWN_BACKUP
    }

    /** When a test is made. */
    enum Phase {
        BEFORE,
        AFTER
    }

    /** It reads no data; transactions that are open take it longer. */
    Duration SNAPSHOT_TIME = Duration.ofSeconds(10);

    static Conduct conduct(TestStep step) {
        return switch (step) {
            case TestDatabase test -> {
                Scope scope = new Scope.OneDatabase(test.database());
                Undo undo = Undo.none(because(test));
                Conduct conduct = Conduct.that(Effect.TEST, Risk.READS, scope, undo, expected(test))
                        .needing(permission(test))
                        .shownBy(evidence(test));
                yield test.phase() == Phase.AFTER ? conduct.with(Conduct.Trait.OPTIONAL) : conduct;
            }
            case DropSnapshot drop ->
                Conduct.changes(Scope.WHOLE, Undo.none(Undo.Because.WAS_TEMPORARY), Conduct.LOOK)
                        .needing(Permission.onServer("CREATE ANY DATABASE"));
        };
    }

    private static Undo.Because because(TestDatabase test) {
        return test.snapshot().isPresent() ? Undo.Because.SNAPSHOT_DROPPED : Undo.Because.BACKUP_TO_NUL;
    }

    private static Evidence evidence(TestDatabase test) {
        return switch (test.kind()) {
            case LOG_COPY_ONLY, FULL_COPY_ONLY -> Evidence.BACKUP_ANSWER;
            case SNAPSHOT -> Evidence.SNAPSHOT_ANSWER;
            case OWN_BACKUP -> Evidence.LOOK;
        };
    }

    private static Duration expected(TestDatabase test) {
        return switch (test.kind()) {
            case LOG_COPY_ONLY -> test.size().expected(true);
            case FULL_COPY_ONLY -> test.size().expected(false);
            case SNAPSHOT -> SNAPSHOT_TIME;
            case OWN_BACKUP -> Conduct.LOOK;
        };
    }

    private static Permission permission(TestDatabase test) {
        return switch (test.kind()) {
            case LOG_COPY_ONLY -> BackupStep.permission(test.database(), true);
            case FULL_COPY_ONLY -> BackupStep.permission(test.database(), false);
            case SNAPSHOT -> Permission.onServer("CREATE ANY DATABASE");
            case OWN_BACKUP -> new Permission("SELECT", "msdb");
        };
    }

    /** The tests among these, in order. */
    static Stream<TestDatabase> tests(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asTest().stream()).flatMap(step -> step.asTestOfKey().stream());
    }

    @Override
    default Optional<TestStep> asTest() {
        return Optional.of(this);
    }

    default Optional<TestDatabase> asTestOfKey() {
        return switch (this) {
            case TestDatabase test -> Optional.of(test);
            case DropSnapshot drop -> Optional.empty();
        };
    }
}
