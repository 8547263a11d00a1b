package keyturn.plan;

import static keyturn.plan.SeenWorld.known;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;

/** The vault contoso, as a look at it saw it; nobody looked at the application. */
final class SeenVault {

    private static final VaultAddress CONTOSO = new VaultAddress("contoso", VaultAddress.Store.VAULT, Cloud.PUBLIC);

    private SeenVault() {}

    /** Without keys; anyone who looks holds these rights. */
    static AzureSight allowing(KeyRight... rights) {
        return sight(new VaultSight(
                CONTOSO,
                SeenWorld.unknown(),
                known(List.of()),
                known(List.of()),
                known(Set.of(rights)),
                SeenWorld.unknown()));
    }

    static AzureSight of(List<String> deleted, Fact<VaultSight.Resource> resource, VaultSight.Key... keys) {
        List<VaultSight.DeletedKey> gone = deleted.stream()
                .map(name -> new VaultSight.DeletedKey(name, Optional.empty(), Optional.empty()))
                .toList();
        return sight(new VaultSight(
                CONTOSO,
                known("westeurope"),
                known(List.of(keys)),
                known(gone),
                known(EnumSet.allOf(KeyRight.class)),
                resource));
    }

    private static AzureSight sight(VaultSight vault) {
        return new AzureSight(List.of(vault), SeenWorld.unknown(), List.of());
    }
}
