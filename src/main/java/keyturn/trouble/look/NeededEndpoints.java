package keyturn.trouble.look;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.reach.Endpoint;
import keyturn.domain.reach.Endpoint.Purpose;
import keyturn.plan.fact.VaultKeys;

/** Which addresses the connector of a server needs: the sign-in service and each vault that a credential names. */
final class NeededEndpoints {

    private static final int HTTPS = 443;

    private NeededEndpoints() {}

    static List<Endpoint> of(Target target, Inspection seen) {
        Optional<AzureDoors> doors = target.azure();
        List<VaultDoor> known = doors.map(AzureDoors::vaults).orElse(List.of());
        List<VaultAddress> named = seen.facts().credentials().value().orElse(List.of()).stream()
                .flatMap(one -> vault(one).stream())
                .distinct()
                .toList();
        Stream<Endpoint> vaults = Stream.concat(
                known.stream().map(door -> of(Purpose.VAULT, URI.create(door.uri()))),
                named.stream()
                        .filter(address ->
                                known.stream().noneMatch(door -> door.address().equals(address)))
                        .map(address -> new Endpoint(Purpose.VAULT, address.host(), HTTPS)));
        String login = doors.map(AzureDoors::login)
                .orElseGet(() -> named.stream()
                        .map(VaultAddress::cloud)
                        .findFirst()
                        .orElse(Cloud.PUBLIC)
                        .login());
        return Stream.concat(Stream.of(of(Purpose.SIGN_IN, URI.create(login))), vaults)
                .distinct()
                .toList();
    }

    /** The credential of a managed identity has the vault in its name (document: managed identity for EKM). */
    private static Optional<VaultAddress> vault(Credential one) {
        String host = one.name().value();
        if (!CatalogWords.isManagedIdentity(one.identity())) {
            return VaultKeys.address(one.identity());
        }
        return host.contains(".") ? VaultKeys.address(host) : Optional.empty();
    }

    private static Endpoint of(Purpose purpose, URI address) {
        return new Endpoint(purpose, address.getHost(), address.getPort() < 0 ? HTTPS : address.getPort());
    }
}
