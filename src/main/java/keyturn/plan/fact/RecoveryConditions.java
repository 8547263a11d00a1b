package keyturn.plan.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.Geography;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.KeyRole;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSite;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.step.RebuildStep;
import keyturn.plan.step.RecoveryStep;

/** The conditions of the steps by which keys of a vault outlive its loss, and of those by which SQL Server shows that it can use them. */
final class RecoveryConditions {

    private RecoveryConditions() {}

    static BeforeAndAfter of(RecoveryStep step) {
        return switch (step) {
            case RecoveryStep.BackUpKeys backUp ->
                after(new Condition.VaultKeyBackedUp(backUp.order().list()));
            case RecoveryStep.RestoreKey restore -> after(there(restore.vault(), restore.copy()));
            case RecoveryStep.RecoverKey recover -> after(there(recover.vault(), recover.copy()));
            case RecoveryStep.RehearseKey rehearse ->
                after(new Condition.VaultKeyTried(
                        new KeyReference(rehearse.copy().name(), Optional.empty())));
            case RecoveryStep.DeleteRehearsed delete -> after(new Condition.Not(there(delete.vault(), delete.copy())));
            case RebuildStep rebuild -> of(rebuild);
        };
    }

    /** Which key it is, the act compares by its public half. */
    private static Condition there(VaultAddress vault, KeyCopy copy) {
        return new Condition.VaultKeyMade(vault, copy.name(), true);
    }

    private static BeforeAndAfter after(Condition after) {
        return new BeforeAndAfter(List.of(), after);
    }

    private static BeforeAndAfter of(RebuildStep step) {
        return switch (step) {
            case RebuildStep.RecoverVault recover -> after(new Condition.VaultThere(recover.vault(), Optional.empty()));
            case RebuildStep.CreateVault create ->
                after(new Condition.VaultThere(
                        create.vault(), create.home().site().geography().map(Geography::name)));
            case RebuildStep.GrantKeyRights grant ->
                after(new Condition.KeyRightsHeld(grant.vault(), grant.application()));
            case RebuildStep.ClearRegistry clear -> after(new Condition.RegistryCleared(clear.vault()));
            case RebuildStep.SwapCredential swap ->
                new BeforeAndAfter(
                        List.of(new Condition.NameTaken(
                                NameKind.CREDENTIAL, swap.to().value())),
                        new Condition.CredentialMapped(swap.login(), swap.to()));
            case RebuildStep.OpenInScratch open -> after(new Condition.VaultKeyTried(open.vaultKey()));
            case RebuildStep.DropScratch drop -> after(new Condition.Not(new Condition.ScratchThere(drop.scratch())));
            case RebuildStep.PointCredential point ->
                new BeforeAndAfter(
                        List.of(new Condition.CredentialThere(point.credential())),
                        new Condition.CredentialNames(point.credential(), point.to(), point.provider()));
        };
    }

    static Holds holds(Inspection seen, Condition.OfRebuild condition) {
        return switch (condition) {
            case Condition.VaultThere there -> there(seen, there);
            case Condition.KeyRightsHeld held -> held(seen, held);
            case Condition.RegistryCleared cleared -> cleared(seen, cleared.vault());
            case Condition.ScratchThere there -> scratch(seen, there);
        };
    }

    /** Only a look at the host shows it. */
    private static Holds cleared(Inspection seen, VaultAddress vault) {
        Optional<HostSight> host = seen.host().flatMap(Fact::value);
        if (host.isEmpty()) {
            return new Holds.Unknown(Message.of("plan.found.registryUnseen", vault));
        }
        boolean left = host.flatMap(HostSight::registry).stream()
                .flatMap(registry -> registry.uris().stream())
                .anyMatch(entry -> entry.uri().toLowerCase(Locale.ROOT).startsWith(vault.uri() + "/"));
        return left
                ? new Holds.No(Message.of("plan.found.registryLeft", vault))
                : new Holds.Yes(Message.of("plan.found.registryCleared", vault));
    }

    /** The place is what the vault's own answer says, else the resource manager. */
    private static Holds there(Inspection seen, Condition.VaultThere there) {
        Optional<VaultSight> vault = VaultKeys.sight(seen, there.vault());
        if (vault.isEmpty()) {
            return new Holds.Unknown(Message.of("plan.found.vaultUnseen", there.vault()));
        }
        Optional<VaultSight> live = vault.filter(RecoveryConditions::answers);
        if (live.isEmpty()) {
            return new Holds.No(Message.of("plan.found.vaultSilent", there.vault()));
        }
        Optional<String> place =
                live.map(VaultSite::of).flatMap(VaultSite::geography).map(Geography::name);
        boolean elsewhere = there.geography().isPresent() && place.isPresent() && !place.equals(there.geography());
        return elsewhere
                ? new Holds.No(Message.of("plan.found.vaultElsewhere", there.vault(), place.get()))
                : new Holds.Yes(Message.of("plan.found.vaultThere", there.vault()));
    }

    private static boolean answers(VaultSight vault) {
        return vault.region().value().isPresent() || vault.keys().value().isPresent();
    }

    private static Holds held(Inspection seen, Condition.KeyRightsHeld held) {
        Optional<VaultSight> vault = VaultKeys.sight(seen, held.vault());
        boolean own = held.application()
                .map(client -> seen.facts().azure().flatMap(AzureSight::engine).equals(Optional.of(client)))
                .orElse(true);
        if (vault.isEmpty() || !own) {
            return new Holds.Unknown(Message.of("plan.found.keyRightsUnseen", held.vault()));
        }
        KeyRole role = KeyRole.of(held.application().isPresent());
        List<Fact<Boolean>> all =
                role.rights().stream().map(right -> vault.get().may(right)).toList();
        if (all.stream().allMatch(fact -> fact.value().equals(Optional.of(true)))) {
            return new Holds.Yes(Message.of("plan.found.keyRights", held.vault()));
        }
        boolean lacks = all.stream().anyMatch(fact -> fact.value().equals(Optional.of(false)));
        return lacks
                ? new Holds.No(Message.of("plan.found.keyRightsLacking", held.vault()))
                : new Holds.Unknown(Message.of("plan.found.keyRightsUnseen", held.vault()));
    }

    /** Its name is that of no other plan and no other step; the act looks at its time too. */
    private static Holds scratch(Inspection seen, Condition.ScratchThere there) {
        String name = there.scratch().name();
        return SeenConditions.of(
                seen.facts().databases(),
                rows -> rows.stream().anyMatch(row -> row.name().value().equals(name))
                        ? new Holds.Yes(Message.of("plan.found.scratchLeft", name))
                        : new Holds.No(Message.of("plan.found.scratchGone", name)));
    }
}
