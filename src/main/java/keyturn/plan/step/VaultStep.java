package keyturn.plan.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.LocalPath;
import keyturn.domain.NodeName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps in the vault. */
public sealed interface VaultStep extends Step {

    /**
     * Makes the new key in the vault, under a name that is free there.
     *
     * @param operator somebody who may does it; the run watches the vault
     */
    record CreateVaultKey(
            StepId id, NodeName node, VaultAddress vault, KeyName name, boolean hsm, int bits, boolean operator)
            implements VaultStep {}

    /**
     * Backs the new key up, all its versions in one piece, into a file on the machine that Keyturn runs on.
     *
     * @param file free until then, never written over
     * @param operator somebody who may does it, there or elsewhere
     */
    record BackUpVaultKey(StepId id, NodeName node, VaultAddress vault, KeyName name, LocalPath file, boolean operator)
            implements VaultStep {}

    /**
     * Tries in the vault what the server will do with the new credential: token, key, wrap, unwrap.
     *
     * @param times in a row: a secret that was just made is known to one server of the directory before the next
     */
    record TryVaultKey(StepId id, NodeName node, VaultAddress vault, KeyReference key, ClientId application, int times)
            implements VaultStep {}

    static Conduct conduct(VaultStep step) {
        return switch (step) {
            case CreateVaultKey create ->
                Conduct.changes(Scope.WHOLE, Undo.none(Undo.Because.VAULT_KEY_STAYS), Conduct.CALL)
                        .needing(KeyRight.CREATE.on(create.vault()))
                        .byOperator(create.operator());
            case BackUpVaultKey backUp ->
                Conduct.that(
                                Effect.WRITE_FILE,
                                Risk.READS,
                                Scope.SERVER,
                                Undo.none(Undo.Because.KEY_BACKUP_STAYS),
                                Conduct.CALL)
                        .needing(KeyRight.BACKUP.on(backUp.vault()))
                        .shownBy(Evidence.NOTED)
                        .writing(backUp.file())
                        .byOperator(backUp.operator());
            case TryVaultKey attempt ->
                Conduct.that(Effect.TEST, Risk.READS, Scope.SERVER, Undo.none(Undo.Because.ONLY_READS), Conduct.LOOK)
                        .shownBy(Evidence.SEEN_ONCE)
                        .secret(SecretUse.needed(attempt.application()));
        };
    }

    /** The trials of a key, in order. */
    static Stream<TryVaultKey> trials(List<Step> steps) {
        return of(steps).flatMap(step -> step.asTrial().stream());
    }

    /** The steps that make a key in a vault, in order. */
    static Stream<CreateVaultKey> created(List<Step> steps) {
        return of(steps).flatMap(step -> step.asCreate().stream());
    }

    /** The steps that back a vault key up, in order. */
    static Stream<BackUpVaultKey> backups(List<Step> steps) {
        return of(steps).flatMap(step -> step.asBackUp().stream());
    }

    private static Stream<VaultStep> of(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asVault().stream());
    }

    @Override
    default Optional<VaultStep> asVault() {
        return Optional.of(this);
    }

    default Optional<CreateVaultKey> asCreate() {
        return switch (this) {
            case CreateVaultKey create -> Optional.of(create);
            case BackUpVaultKey backUp -> Optional.empty();
            case TryVaultKey attempt -> Optional.empty();
        };
    }

    default Optional<TryVaultKey> asTrial() {
        return switch (this) {
            case CreateVaultKey create -> Optional.empty();
            case BackUpVaultKey backUp -> Optional.empty();
            case TryVaultKey attempt -> Optional.of(attempt);
        };
    }

    default Optional<BackUpVaultKey> asBackUp() {
        return switch (this) {
            case CreateVaultKey create -> Optional.empty();
            case BackUpVaultKey backUp -> Optional.of(backUp);
            case TryVaultKey attempt -> Optional.empty();
        };
    }
}
