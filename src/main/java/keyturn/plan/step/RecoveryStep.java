package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.NodeName;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps by which keys of a vault outlive its loss. */
public sealed interface RecoveryStep extends Step {

    /** Backups take a few calls for each key: its versions, what they are made of, the backup itself. */
    Duration EACH = Duration.ofSeconds(2);

    /**
     * Backs several keys of a vault up. A key whose files are whole is not asked for again.
     *
     * @param operator somebody who may does it, there or elsewhere
     */
    record BackUpKeys(StepId id, NodeName node, BackupOrder order, boolean operator) implements RecoveryStep {}

    static Conduct conduct(RecoveryStep step) {
        return switch (step) {
            case BackUpKeys backUp ->
                Conduct.that(
                                Effect.WRITE_FILE,
                                Risk.READS,
                                Scope.SERVER,
                                Undo.none(Undo.Because.KEY_BACKUP_STAYS),
                                Conduct.LOOK.plus(
                                        EACH.multipliedBy(backUp.order().keys().size())
                                                .dividedBy(BackupOrder.AT_ONCE)))
                        .needing(KeyRight.BACKUP.on(backUp.order().vault()))
                        .shownBy(Evidence.NOTED)
                        .writing(backUp.order().list())
                        .byOperator(backUp.operator());
        };
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
        };
    }
}
