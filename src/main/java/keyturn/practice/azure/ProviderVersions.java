package keyturn.practice.azure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import keyturn.practice.vault.Geographies;
import keyturn.practice.vault.Vault;

/**
 * The versions in which the resource manager speaks for {@code Microsoft.KeyVault}. All before 2026-02-01 retire on 27 February
 * 2027; here they are retired already, so that nobody waits for that day to find out.
 */
final class ProviderVersions {

    private static final String PROVIDER = "microsoft.keyvault";
    private static final List<String> SUPPORTED = List.of("2026-02-01", "2026-04-01-preview");
    /** Azure names the subscription's region where a path leads to none; the range has no such thing. */
    private static final String NOWHERE = "global";

    private ProviderVersions() {}

    /**
     * Lets requests of other providers pass.
     *
     * @param small the parts of the path, in small letters
     * @throws keyturn.practice.web.Refusal 400 NoRegisteredProviderFound
     */
    static void demandSupported(Visit visit, List<String> small) {
        int provider = small.lastIndexOf(PROVIDER);
        String version = visit.request().query("api-version").orElse("");
        if (provider < 1
                || !small.get(provider - 1).equals("providers")
                || SUPPORTED.stream().anyMatch(version::equalsIgnoreCase)) {
            return;
        }
        List<String> resource = small.subList(provider + 1, small.size());
        throw ArmError.noVersion(location(visit, small, resource), version, type(resource), SUPPORTED);
    }

    /** {@code vaults/main/accesspolicies/add} is of the type {@code vaults/accesspolicies}. */
    private static String type(List<String> resource) {
        return IntStream.range(0, resource.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(resource::get)
                .collect(Collectors.joining("/"));
    }

    /** The region of the vault that is named, else the one in the path, else that of the resource group. */
    private static String location(Visit visit, List<String> small, List<String> resource) {
        if (resource.size() > 1 && resource.getFirst().equals("vaults")) {
            var named = visit.vaults().vault(resource.get(1)).map(Vault::site).map(Vault.Site::location);
            if (named.isPresent()) {
                return named.get();
            }
        }
        if (resource.size() > 1 && resource.getFirst().equals("locations")) {
            return Geographies.location(resource.get(1));
        }
        return small.size() > 3 && small.get(2).equals("resourcegroups")
                ? visit.azure()
                        .subscription(small.get(1))
                        .flatMap(s -> s.group(small.get(3)))
                        .map(Azure.Group::location)
                        .orElse(NOWHERE)
                : NOWHERE;
    }
}
