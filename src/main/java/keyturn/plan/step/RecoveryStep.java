package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.NodeName;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps by which keys of a vault outlive its loss. */
public sealed interface RecoveryStep extends Step
        permits RecoveryStep.BackUpKeys,
                RecoveryStep.RestoreKey,
                RecoveryStep.RecoverKey,
                RecoveryStep.RehearseKey,
                RecoveryStep.DeleteRehearsed,
                RebuildStep {

    /** Backups take a few calls for each key: its versions, what they are made of, the backup itself. */
    Duration EACH = Duration.ofSeconds(2);

    /**
     * Backs several keys of a vault up. A key whose files are whole is not asked for again.
     *
     * @param operator somebody who may does it, there or elsewhere
     */
    record BackUpKeys(StepId id, NodeName node, BackupOrder order, boolean operator) implements RecoveryStep {}

    /**
     * Restores a key under the name that it had, which must be free there, deleted keys included.
     *
     * @param operator somebody who may does it; the run watches the vault
     * @param temporary a later step of the same plan deletes it again
     */
    record RestoreKey(StepId id, NodeName node, VaultAddress vault, KeyCopy copy, boolean operator, boolean temporary)
            implements RecoveryStep {}

    /**
     * Brings a deleted key back that the vault still has. Nothing is ever purged.
     *
     * @param copy what is known of the key
     */
    record RecoverKey(StepId id, NodeName node, VaultAddress vault, KeyCopy copy, boolean operator)
            implements RecoveryStep {}

    /** Encrypts something for each version here, by the manifest's public half, and has a scratch vault decrypt it. */
    record RehearseKey(StepId id, NodeName node, VaultAddress vault, KeyCopy copy) implements RecoveryStep {}

    /**
     * Deletes the key again that this run has restored into a scratch vault; it can be recovered there.
     *
     * @param retention of the vault, until when its name is taken; empty: not seen
     */
    record DeleteRehearsed(StepId id, NodeName node, VaultAddress vault, KeyCopy copy, Optional<Duration> retention)
            implements RecoveryStep {}

    static Conduct conduct(RecoveryStep step) {
        return switch (step) {
            case BackUpKeys backUp -> backUp(backUp);
            case RestoreKey restore ->
                bringsBack(restore.temporary() ? Undo.Because.TEMPORARY : Undo.Because.VAULT_KEY_STAYS)
                        .needing(KeyRight.RESTORE.on(restore.vault()))
                        .byOperator(restore.operator());
            case RecoverKey recover ->
                bringsBack(Undo.Because.VAULT_KEY_STAYS)
                        .needing(KeyRight.RECOVER.on(recover.vault()))
                        .byOperator(recover.operator());
            case RehearseKey rehearse ->
                Conduct.that(Effect.TEST, Risk.READS, Scope.SERVER, Undo.none(Undo.Because.ONLY_READS), Conduct.CALL)
                        .needing(KeyRight.UNWRAP.on(rehearse.vault()))
                        .shownBy(Evidence.NOTED);
            case DeleteRehearsed delete ->
                Conduct.changes(Scope.WHOLE, Undo.none(Undo.Because.WAS_TEMPORARY), Conduct.CALL)
                        .needing(KeyRight.DELETE.on(delete.vault()))
                        .shownBy(Evidence.VAULT_LOOK);
            case RebuildStep rebuild -> RebuildStep.conduct(rebuild);
        };
    }

    /** The steps that rehearse a restore, in order. */
    static Stream<RehearseKey> rehearsals(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asRecovery().stream()).flatMap(step -> step.asRehearsal().stream());
    }

    private static Conduct bringsBack(Undo.Because because) {
        return Conduct.that(Effect.CHANGE, Risk.ADDS, Scope.WHOLE, Undo.none(because), Conduct.CALL)
                .shownBy(Evidence.VAULT_LOOK);
    }

    private static Conduct backUp(BackUpKeys backUp) {
        return Conduct.that(
                        Effect.WRITE_FILE,
                        Risk.READS,
                        Scope.SERVER,
                        Undo.none(Undo.Because.KEY_BACKUP_STAYS),
                        Conduct.LOOK.plus(
                                EACH.multipliedBy(backUp.order().keys().size()).dividedBy(BackupOrder.AT_ONCE)))
                .needing(KeyRight.BACKUP.on(backUp.order().vault()))
                .shownBy(Evidence.NOTED)
                .writing(backUp.order().list())
                .byOperator(backUp.operator());
    }

    /** The steps that restore a key from its backup, in order. */
    static Stream<RestoreKey> restores(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asRecovery().stream()).flatMap(step -> step.asRestore().stream());
    }

    /** The steps that delete what was rehearsed, in order. */
    static Stream<DeleteRehearsed> deletions(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asRecovery().stream()).flatMap(step -> step.asDeletion().stream());
    }

    /** The steps that back several keys up, in order. */
    static Stream<BackUpKeys> backups(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asRecovery().stream()).flatMap(step -> step.asBackUpKeys().stream());
    }

    @Override
    default Optional<RecoveryStep> asRecovery() {
        return Optional.of(this);
    }

    default Optional<BackUpKeys> asBackUpKeys() {
        return switch (this) {
            case BackUpKeys backUp -> Optional.of(backUp);
            case RestoreKey restore -> Optional.empty();
            case RecoverKey recover -> Optional.empty();
            case RehearseKey rehearse -> Optional.empty();
            case DeleteRehearsed delete -> Optional.empty();
            case RebuildStep rebuild -> Optional.empty();
        };
    }

    /** Of those that bring a vault back. */
    default Optional<RebuildStep> asRebuild() {
        return Optional.empty();
    }

    default Optional<RestoreKey> asRestore() {
        return switch (this) {
            case BackUpKeys backUp -> Optional.empty();
            case RestoreKey restore -> Optional.of(restore);
            case RecoverKey recover -> Optional.empty();
            case RehearseKey rehearse -> Optional.empty();
            case DeleteRehearsed delete -> Optional.empty();
            case RebuildStep rebuild -> Optional.empty();
        };
    }

    default Optional<DeleteRehearsed> asDeletion() {
        return switch (this) {
            case BackUpKeys backUp -> Optional.empty();
            case RestoreKey restore -> Optional.empty();
            case RecoverKey recover -> Optional.empty();
            case RehearseKey rehearse -> Optional.empty();
            case DeleteRehearsed delete -> Optional.of(delete);
            case RebuildStep rebuild -> Optional.empty();
        };
    }

    default Optional<RehearseKey> asRehearsal() {
        return switch (this) {
            case BackUpKeys backUp -> Optional.empty();
            case RestoreKey restore -> Optional.empty();
            case RecoverKey recover -> Optional.empty();
            case RehearseKey rehearse -> Optional.of(rehearse);
            case DeleteRehearsed delete -> Optional.empty();
            case RebuildStep rebuild -> Optional.empty();
        };
    }
}
