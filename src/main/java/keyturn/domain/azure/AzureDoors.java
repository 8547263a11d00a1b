package keyturn.domain.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * The doors of a target that lead to Azure, all opened by one sign-in.
 *
 * @param vaults those to look at, in order; none: only directory and resource manager
 * @param tenant to sign in to; empty: the one that the vault names, or the signed-in person's own
 * @param cloud whose names, addresses and token audiences hold
 * @param endpoints addresses that are not the cloud's own
 * @param certificate the only one that is trusted at these doors, as PEM; empty: what the system trusts
 * @param application that SQL Server signs in to the vault as, to see when its secrets expire; empty: the sign-in's own, if it
 *     is an application with a secret
 */
public record AzureDoors(
        List<VaultDoor> vaults,
        AzureSignIn signIn,
        Optional<TenantId> tenant,
        Cloud cloud,
        Endpoints endpoints,
        Optional<Path> certificate,
        Optional<ClientId> application) {

    public AzureDoors {
        vaults = List.copyOf(vaults);
        application = application.or(() -> ownApplication(signIn));
    }

    /**
     * Addresses of a private cloud or a practice range; an empty one is the cloud's own.
     *
     * @param login where tokens come from
     * @param graph the directory
     * @param manager the resource manager
     */
    public record Endpoints(Optional<URI> login, Optional<URI> graph, Optional<URI> manager) {

        public static final Endpoints OF_CLOUD = new Endpoints(Optional.empty(), Optional.empty(), Optional.empty());

        public Endpoints {
            login.ifPresent(AzureDoors::demandHttps);
            graph.ifPresent(AzureDoors::demandHttps);
            manager.ifPresent(AzureDoors::demandHttps);
        }
    }

    /** Where tokens come from; no slash at the end. */
    public String login() {
        return endpoints.login().map(AzureDoors::withoutSlash).orElseGet(cloud::login);
    }

    /** The directory, no slash at the end; empty in a cloud that has none. */
    public Optional<String> graph() {
        return endpoints.graph().map(AzureDoors::withoutSlash).or(cloud::graph);
    }

    /** The resource manager, no slash at the end; empty in a cloud that has none. */
    public Optional<String> manager() {
        return endpoints.manager().map(AzureDoors::withoutSlash).or(cloud::manager);
    }

    /**
     * Reads an address; https and a host, nothing before the host.
     *
     * @throws InvalidValue for any other
     */
    public static URI https(String text) {
        try {
            URI address = new URI(text.strip());
            demandHttps(address);
            return address;
        } catch (URISyntaxException notAnAddress) {
            throw broken(text);
        }
    }

    static void demandHttps(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw broken(address.toString());
        }
    }

    static String withoutSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static Optional<ClientId> ownApplication(AzureSignIn signIn) {
        return signIn instanceof AzureSignIn.ClientSecret own ? Optional.of(own.client()) : Optional.empty();
    }

    private static InvalidValue broken(String text) {
        return Rules.broken(
                "azure.endpoint",
                Message.of("domain.azure.endpoint", OneLine.shown(text)),
                Message.of("domain.azure.endpoint.next"));
    }
}
