package keyturn.plan.flow.recover;

import java.util.List;
import java.util.Optional;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.VaultKeys;
import keyturn.plan.flow.Situation;

/** The vaults that credentials of a provider name. */
public final class NamedVault {

    private NamedVault() {}

    /** Each once, in the order of the catalog. */
    public static List<VaultAddress> all(Inspection seen, ProviderName provider) {
        return seen.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> Situation.row(seen, provider)
                        .filter(own -> own.id() == row.providerId())
                        .isPresent())
                .flatMap(row -> VaultKeys.address(row.identity()).stream())
                .distinct()
                .toList();
    }

    /** Empty where there is none, or more than one. */
    public static Optional<VaultAddress> onlyOne(Inspection seen, ProviderName provider) {
        List<VaultAddress> all = all(seen, provider);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
