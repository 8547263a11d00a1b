package keyturn.domain.azure;

import java.net.URI;
import java.util.Optional;

/**
 * A vault and where it is reached.
 *
 * @param address the vault as Azure names it
 * @param endpoint where it answers if not there: a gateway, a private cloud, a practice range; https
 */
public record VaultDoor(VaultAddress address, Optional<URI> endpoint) {

    public VaultDoor {
        endpoint.ifPresent(AzureDoors::demandHttps);
    }

    /**
     * Reads {@code URI} as the cloud gives it, or {@code NAME=URI} for a vault that is reached elsewhere.
     *
     * @param cloud that of a vault given as {@code NAME=URI}
     * @throws InvalidValue for anything else
     */
    public static VaultDoor parse(String text, Cloud cloud) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return new VaultDoor(VaultAddress.parse(text), Optional.empty());
        }
        var address = new VaultAddress(text.substring(0, equals).strip(), VaultAddress.Store.VAULT, cloud);
        return new VaultDoor(address, Optional.of(AzureDoors.https(text.substring(equals + 1))));
    }

    /** Where to send requests; no slash at the end. */
    public String uri() {
        return endpoint.map(AzureDoors::withoutSlash).orElseGet(address::uri);
    }

    @Override
    public String toString() {
        return endpoint.map(e -> address.name() + "=" + uri()).orElseGet(address::uri);
    }
}
