package keyturn.domain.azure;

import java.util.Optional;

/**
 * Where a vault is, as far as a restore asks: a backup of a key can be restored into a vault of the same subscription and the same
 * geography only (document: Azure Key Vault backup and restore).
 *
 * @param subscription its id; empty: not seen
 * @param region as the vault itself names it, such as {@code westeurope}; empty: not seen
 */
public record VaultSite(Optional<String> subscription, Optional<String> region) {

    public static VaultSite of(VaultSight seen) {
        Optional<VaultSight.Resource> resource = seen.resource().value();
        return new VaultSite(
                resource.map(VaultSight.Resource::subscription),
                seen.region().value().or(() -> resource.map(VaultSight.Resource::location)));
    }

    /** Empty where the region is not known, or no list names its geography. */
    public Optional<Geography> geography() {
        return region.flatMap(Geography::of);
    }
}
