package keyturn.plan.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFile;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The backups of the restore chain that a change of an encryption key asks for: Keyturn's, or the DBA's own. */
public sealed interface BackupStep extends Step {

    /**
     * Waits until the DBA's own log backup shows in the history: the next change of the encryption key, and the back-out,
     * need it (33122).
     *
     * @param since the change that it must come after, by the server's clock
     */
    record AwaitLogBackup(StepId id, NodeName node, DatabaseName database, Instant since) implements BackupStep {}

    /**
     * Instead of waiting for it: {@code BACKUP LOG} to the DBA's folder, a part of the restore chain.
     *
     * @param since the change that it must come after, by the server's clock; empty where it could not be read
     */
    record BackUpLogFirst(
            StepId id, NodeName node, DatabaseName database, BackupFile file, Optional<Instant> since, BackupSize size)
            implements BackupStep {}

    /**
     * {@code BACKUP LOG} or {@code BACKUP DATABASE} to the DBA's folder, once the database is wrapped anew: until both are
     * there, recovery needs the key of before.
     *
     * @param log of the log, else full
     * @param key by which the database is wrapped then
     */
    record BackUpAfterwards(
            StepId id,
            NodeName node,
            DatabaseName database,
            BackupFile file,
            boolean log,
            AsymmetricKeyName key,
            BackupSize size)
            implements BackupStep {}

    static Conduct conduct(BackupStep step) {
        return switch (step) {
            case AwaitLogBackup await ->
                Conduct.that(
                        Effect.WAIT,
                        Risk.READS,
                        history(await.database()),
                        Undo.none(Undo.Because.ONLY_READS),
                        Conduct.LOOK);
            case BackUpLogFirst first -> writes(first.database(), first.size(), true);
            case BackUpAfterwards after ->
                writes(after.database(), after.size(), after.log()).with(Conduct.Trait.OPTIONAL);
        };
    }

    private static Conduct writes(DatabaseName database, BackupSize size, boolean log) {
        return Conduct.that(
                        Effect.CHANGE,
                        Risk.ADDS,
                        history(database),
                        Undo.none(Undo.Because.BACKUP_STAYS),
                        size.expected(log))
                .needing(permission(database, log))
                .shownBy(Evidence.BACKUP_ANSWER);
    }

    private static Scope history(DatabaseName database) {
        return new Scope.OneDatabase(database, true);
    }

    /** What a backup of this database needs. */
    static Permission permission(DatabaseName database, boolean log) {
        return new Permission(log ? "BACKUP LOG" : "BACKUP DATABASE", database.value());
    }

    /** The backups once a database is re-encrypted, in order. */
    static Stream<BackUpAfterwards> afterwards(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asBackup().stream()).flatMap(step -> step.asAfterwards().stream());
    }

    @Override
    default Optional<BackupStep> asBackup() {
        return Optional.of(this);
    }

    default Optional<BackUpAfterwards> asAfterwards() {
        return switch (this) {
            case AwaitLogBackup await -> Optional.empty();
            case BackUpLogFirst first -> Optional.empty();
            case BackUpAfterwards after -> Optional.of(after);
        };
    }
}
