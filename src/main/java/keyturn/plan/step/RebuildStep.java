package keyturn.plan.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Conduct.Evidence;
import keyturn.plan.step.Conduct.Risk;

/** The steps that bring a lost vault back, and those by which SQL Server shows that it can use the keys there. */
public sealed interface RebuildStep extends RecoveryStep {

    /** Until a new vault answers under its name. */
    Duration VAULT_TIME = Duration.ofMinutes(2);

    /**
     * Recovers a deleted vault with its keys. Its role assignments do not come back.
     *
     * @param operator somebody who may does it; the run watches the vault
     */
    record RecoverVault(StepId id, NodeName node, VaultAddress vault, boolean operator) implements RebuildStep {}

    /**
     * Creates a vault under a name that is free, with purge protection and rights by roles.
     *
     * @param operator somebody who may does it; the run watches the vault
     */
    record CreateVault(StepId id, NodeName node, VaultAddress vault, VaultHome home, boolean operator)
            implements RebuildStep {}

    /**
     * Gives rights on the keys of this vault and of no other, by role or by access policy, whichever the vault uses.
     *
     * @param application that SQL Server signs in as: get, list, wrapKey, unwrapKey; empty: whoever the run is signed in as, to
     *     restore keys
     * @param operator somebody who may does it
     */
    record GrantKeyRights(
            StepId id, NodeName node, VaultAddress vault, Optional<ClientId> application, boolean operator)
            implements RebuildStep {}

    /**
     * Somebody on the host exports the registry of the connector, and takes away what ties keys to the old vault: the same key in another
     * vault is refused while it is there (2057).
     */
    record ClearRegistry(StepId id, NodeName node, VaultAddress vault) implements RebuildStep {}

    /**
     * {@code ALTER LOGIN … DROP CREDENTIAL, ADD CREDENTIAL} for the login that runs the plan: a login has one credential of a provider.
     *
     * @param back gives it the credential that it had
     */
    record SwapCredential(
            StepId id, NodeName node, LoginName login, CredentialName from, CredentialName to, boolean back)
            implements RebuildStep {}

    /**
     * {@code CREATE ASYMMETRIC KEY … OPEN_EXISTING} in an empty database that the same act creates and drops: the key of the vault must
     * have the thumbprint by which encryption keys name it. What the connector writes into its registry on the way stays.
     *
     * @param key of master that it must be the same as
     */
    record OpenInScratch(
            StepId id,
            NodeName node,
            ScratchDatabase scratch,
            AsymmetricKeyName key,
            Thumbprint thumbprint,
            ProviderName provider,
            KeyReference vaultKey)
            implements RebuildStep {}

    /** {@code DROP DATABASE} of a scratch database that an act of the run left behind: by its name and its time; a part of back-outs. */
    record DropScratch(StepId id, NodeName node, ScratchDatabase scratch) implements RebuildStep {}

    /**
     * {@code ALTER CREDENTIAL} with another vault and the whole secret.
     *
     * @param from what named the vault before
     * @param to what names the vault from now on
     * @param back undoes a step that went the other way
     */
    record PointCredential(
            StepId id,
            NodeName node,
            CredentialName credential,
            String from,
            String to,
            ClientId application,
            ProviderName provider,
            boolean back)
            implements RebuildStep {}

    static Conduct conduct(RebuildStep step) {
        return switch (step) {
            case RecoverVault recover -> vault(recover.vault(), recover.operator());
            case CreateVault create -> vault(create.vault(), create.operator());
            case GrantKeyRights grant -> grant(grant);
            case ClearRegistry clear ->
                Conduct.changes(Scope.SERVER, Undo.none(Undo.Because.REGISTRY_EXPORTED), VAULT_TIME)
                        .byOperator(true);
            case SwapCredential swap -> swap(swap);
            case OpenInScratch open ->
                Conduct.that(
                                Effect.CHANGE,
                                Risk.ADDS,
                                Scope.SERVER,
                                Undo.none(Undo.Because.SCRATCH_DROPPED),
                                Conduct.CALL)
                        .needing(Permission.onServer("CREATE ANY DATABASE"))
                        .shownBy(Evidence.NOTED)
                        .with(Conduct.Trait.REPEATABLE);
            case DropScratch drop ->
                Conduct.changes(Scope.WHOLE, Undo.none(Undo.Because.WAS_TEMPORARY), Conduct.LOOK)
                        .needing(Permission.onServer("CREATE ANY DATABASE"));
            case PointCredential point ->
                Conduct.changes(Scope.SERVER, new Undo.ByHand(Undo.How.BACK_OUT_OF_RUN), Conduct.LOOK)
                        .needing(Permission.ALTER_ANY_CREDENTIAL)
                        .secret(SecretUse.kept(point.application()));
        };
    }

    private static Conduct vault(VaultAddress vault, boolean operator) {
        return inAzure(VAULT_TIME, Undo.Because.VAULT_STAYS, "Microsoft.KeyVault/vaults/write", vault)
                .byOperator(operator);
    }

    private static Conduct grant(GrantKeyRights grant) {
        return inAzure(
                        Conduct.CALL,
                        Undo.Because.KEY_RIGHTS_STAY,
                        "Microsoft.Authorization/roleAssignments/write",
                        grant.vault())
                .with(Conduct.Trait.SPREADS)
                .byOperator(grant.operator());
    }

    private static Conduct inAzure(Duration expected, Undo.Because stays, String action, VaultAddress vault) {
        return Conduct.that(Effect.CHANGE, Risk.ADDS, Scope.WHOLE, Undo.none(stays), expected)
                .needing(new Permission(action, vault.uri()))
                .shownBy(Evidence.VAULT_LOOK);
    }

    private static Conduct swap(SwapCredential swap) {
        Undo undo = swap.back()
                ? Undo.none(Undo.Because.WAS_TEMPORARY)
                : new Undo.BySteps(List.of(
                        new SwapCredential(new StepId(1), swap.node(), swap.login(), swap.to(), swap.from(), true)));
        Conduct conduct = Conduct.changes(Scope.SERVER, undo, Conduct.LOOK)
                .needing(Permission.ALTER_ANY_LOGIN)
                .with(Conduct.Trait.NEW_SESSION);
        return swap.back() ? conduct : conduct.with(Conduct.Trait.TAKEN_BACK);
    }

    /** The steps that give a credential another vault, in order. */
    static Stream<PointCredential> pointed(List<Step> steps) {
        return of(steps).flatMap(step -> step.asPoint().stream());
    }

    private static Stream<RebuildStep> of(List<Step> steps) {
        return steps.stream().flatMap(step -> step.asRecovery().stream()).flatMap(step -> step.asRebuild().stream());
    }

    @Override
    default Optional<RebuildStep> asRebuild() {
        return Optional.of(this);
    }

    default Optional<PointCredential> asPoint() {
        return switch (this) {
            case RecoverVault recover -> Optional.empty();
            case CreateVault create -> Optional.empty();
            case GrantKeyRights grant -> Optional.empty();
            case ClearRegistry clear -> Optional.empty();
            case SwapCredential swap -> Optional.empty();
            case OpenInScratch open -> Optional.empty();
            case DropScratch drop -> Optional.empty();
            case PointCredential point -> Optional.of(point);
        };
    }
}
