package keyturn.practice.vault;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.DeviceCodeCredentialBuilder;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.CryptographyClientBuilder;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.azure.Trust;
import keyturn.tools.Command;

/** A program: Microsoft's clients, none of their checks off, reach a range by the cloud's own names, as this JVM resolves them. */
public final class CheckedNames {

    static final String LOGIN = "login.microsoftonline.com";
    static final String VAULT = "keyturn-practice-vault.vault.azure.net";
    /** Resolved too, and in the certificate, but no vault's. */
    static final String OTHER = "keyturn-practice-vault.vault.example";

    private CheckedNames() {}

    /** Prints a line for each thing tried. */
    public static void main(String[] arguments) throws Exception {
        RangeOptions options = RangeOptions.of("healthy").withNames(List.of("*.vault.azure.net", LOGIN, OTHER));
        try (Range range = Range.start(options)) {
            HttpClient http = new JdkHttpClientBuilder(Trust.exactly(range.certificate())).build();
            var offers = range.offers();
            var credential = new ClientSecretCredentialBuilder()
                    .tenantId(offers.get("tenant"))
                    .clientId(offers.get("client"))
                    .clientSecret(offers.get("secret"))
                    .authorityHost(named(LOGIN, offers, "login"))
                    .httpClient(http)
                    .build();
            var keys = new KeyClientBuilder()
                    .vaultUrl(named(VAULT, offers, "vault"))
                    .credential(credential)
                    .httpClient(http)
                    .buildClient();
            KeyVaultKey key = keys.getKey("tde-key-2024");
            System.out.println("key " + URI.create(key.getId()).getHost());
            var crypto = new CryptographyClientBuilder()
                    .keyIdentifier(key.getId())
                    .credential(credential)
                    .httpClient(http)
                    .buildClient();
            byte[] wrapped = crypto.wrapKey(KeyWrapAlgorithm.RSA_OAEP, new byte[] {1, 2, 3})
                    .getEncryptedKey();
            System.out.println("unwrapped "
                    + crypto.unwrapKey(KeyWrapAlgorithm.RSA_OAEP, wrapped).getKey().length);
            int[] asked = {0};
            var person = new DeviceCodeCredentialBuilder()
                    .tenantId(offers.get("tenant"))
                    .authorityHost(named(LOGIN, offers, "login"))
                    .httpClient(http)
                    .challengeConsumer(code -> asked[0] += range.cloud().settle(true))
                    .build();
            for (String resource : List.of("https://vault.azure.net", "https://graph.microsoft.com")) {
                person.getTokenSync(new TokenRequestContext().addScopes(resource + "/.default"));
            }
            System.out.println("asked " + asked[0]);
            var other = new KeyClientBuilder()
                    .vaultUrl(named(OTHER, offers, "vault"))
                    .credential(credential)
                    .httpClient(http)
                    .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
                    .buildClient();
            try {
                other.getKey("tde-key-2024");
            } catch (RuntimeException refused) {
                System.out.println("other " + refused.getMessage());
            }
        }
        System.exit(0);
    }

    private static String named(String host, Map<String, String> offers, String door) {
        return "https://" + host + ":"
                + URI.create(String.valueOf(offers.get(door))).getPort() + "/";
    }

    /** Runs it in a JVM of its own that resolves these names and no others. */
    static Command command(Path folder) throws IOException {
        Path hosts = Files.writeString(
                folder.resolve("hosts"), "127.0.0.1 localhost " + LOGIN + " " + VAULT + " " + OTHER + "\n");
        return Command.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty("java.class.path"),
                CheckedNames.class.getName());
    }
}
