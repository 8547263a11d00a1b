package keyturn.trouble.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.azure.VaultSight.DeletedKey;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.plan.build.UriOnHost;
import keyturn.plan.fact.VaultKeys;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Cause.KeyNotInVault;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.HandRepair;

/** Keys of master that the vault of their credential does not have any more, as the forecast knows it. */
record GoneKeys(Inspection seen) {

    /** Empty: the vault has it, or cannot tell. */
    Optional<KeyNotInVault> of(AsymmetricKey key) {
        return Forecast.causes(seen, key).stream().flatMap(GoneKeys::gone).findFirst();
    }

    private static Stream<KeyNotInVault> gone(Cause cause) {
        return cause instanceof KeyNotInVault gone ? Stream.of(gone) : Stream.empty();
    }

    /** What brings them back where they can be recovered still. */
    Stream<HandRepair> recoveries() {
        return gone().flatMap(key -> of(key).flatMap(gone -> recovery(key, gone)).stream());
    }

    /** Whether a vault has deleted keys that may be those: whoever restores over one is refused. */
    boolean mayBeRecovered() {
        return gone().flatMap(key -> of(key).stream())
                .anyMatch(gone -> !deleted(gone).isEmpty());
    }

    private Stream<AsymmetricKey> gone() {
        return seen.facts().asymmetricKeys().value().orElse(List.of()).stream();
    }

    private List<DeletedKey> deleted(KeyNotInVault gone) {
        return VaultKeys.sight(seen, gone.vault())
                .flatMap(vault -> vault.deleted().value())
                .orElse(List.of());
    }

    /** The registry of the host names the key; without it the only deleted one is a guess, and of several none is. */
    private Optional<HandRepair> recovery(AsymmetricKey key, KeyNotInVault gone) {
        List<DeletedKey> deleted = deleted(gone);
        Optional<UriOnHost> uri = UriOnHost.of(key.thumbprint(), seen);
        if (uri.isPresent()) {
            return deleted.stream()
                    .filter(one -> uri.get().isNamed(gone.vault(), one.name()))
                    .<HandRepair>map(one -> new HandRepair.RecoverKey(gone.vault(), one.name(), false))
                    .findFirst();
        }
        return deleted.size() == 1
                ? Optional.of(new HandRepair.RecoverKey(
                        gone.vault(), deleted.getFirst().name(), true))
                : Optional.empty();
    }
}
