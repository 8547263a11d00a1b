package keyturn.domain.azure;

import java.util.Optional;

/**
 * An Azure cloud, the suffixes of its key stores (document: set-up steps for extensible key management; that of managed HSM is
 * documented for the public cloud only), and where its sign-in, directory and resource manager answer (documents: national
 * cloud deployments of Microsoft Graph and of the identity platform; the closed one had its sign-in only).
 */
public enum Cloud {
    PUBLIC(
            "vault.azure.net",
            Optional.of("managedhsm.azure.net"),
            "https://login.microsoftonline.com",
            Optional.of("https://graph.microsoft.com"),
            Optional.of("https://management.azure.com")),
    /** Operated by 21Vianet. */
    CHINA(
            "vault.azure.cn",
            Optional.empty(),
            "https://login.chinacloudapi.cn",
            Optional.of("https://microsoftgraph.chinacloudapi.cn"),
            Optional.of("https://management.chinacloudapi.cn")),
    US_GOVERNMENT(
            "vault.usgovcloudapi.net",
            Optional.empty(),
            "https://login.microsoftonline.us",
            Optional.of("https://graph.microsoft.us"),
            Optional.of("https://management.usgovcloudapi.net")),
    /** Closed in October 2021; credentials that name it are still found. */
    GERMANY(
            "vault.microsoftazure.de",
            Optional.empty(),
            "https://login.microsoftonline.de",
            Optional.empty(),
            Optional.empty());

    private final String vaultSuffix;
    private final Optional<String> managedHsmSuffix;
    private final String login;
    private final Optional<String> graph;
    private final Optional<String> manager;

    Cloud(
            String vaultSuffix,
            Optional<String> managedHsmSuffix,
            String login,
            Optional<String> graph,
            Optional<String> manager) {
        this.vaultSuffix = vaultSuffix;
        this.managedHsmSuffix = managedHsmSuffix;
        this.login = login;
        this.graph = graph;
        this.manager = manager;
    }

    /** Without the dot before it. */
    public String vaultSuffix() {
        return vaultSuffix;
    }

    /** Without the dot before it; empty where no document gives one. */
    public Optional<String> managedHsmSuffix() {
        return managedHsmSuffix;
    }

    /** The audience of tokens for SQL Server (documents: audiences of Azure SQL in national clouds). */
    public String sqlAudience() {
        return switch (this) {
            case PUBLIC -> "https://database.windows.net";
            case CHINA -> "https://database.chinacloudapi.cn";
            case US_GOVERNMENT -> "https://database.usgovcloudapi.net";
            case GERMANY -> "https://database.cloudapi.de";
        };
    }

    /** Where tokens come from; no slash at the end. */
    public String login() {
        return login;
    }

    /** Microsoft Graph, which is also what a token for it is asked for; empty: gone with its cloud. */
    public Optional<String> graph() {
        return graph;
    }

    /** The resource manager, which is also what a token for it is asked for; empty: gone with its cloud. */
    public Optional<String> manager() {
        return manager;
    }
}
