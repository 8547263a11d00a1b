package keyturn.practice;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.models.KeyProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Somebody who changes vault and directory of a range from outside, by what its ready file offers and no other way. */
public final class Outsider implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANAGER = "https://management.azure.com";
    private static final String GRAPH = "https://graph.microsoft.com";
    private static final String VAULTS = "/subscriptions/00000000-7072-6163-7469-636500000010/resourceGroups/"
            + "keyturn-practice/providers/Microsoft.KeyVault/vaults/";

    private final Map<String, String> ready;
    private final HttpClient http;

    public Outsider(Range range) {
        this.ready = range.offers();
        this.http = trusting(range).build();
    }

    private static HttpClient.Builder trusting(Range range) {
        try (var in = Files.newInputStream(range.certificate())) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "range", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Microsoft's client of the keys of the server's vault. */
    public KeyClient keys(Range range) {
        return keys(range, ready.getOrDefault("vault", ""));
    }

    /** That of the keys of another vault. */
    public KeyClient keys(Range range, String address) {
        var client = new JdkHttpClientBuilder(trusting(range)).build();
        return new KeyClientBuilder()
                .vaultUrl(address)
                .credential(new ClientSecretCredentialBuilder()
                        .tenantId(ready.get("tenant"))
                        .clientId(ready.get("client"))
                        .clientSecret(ready.get("secret"))
                        .authorityHost(ready.get("login"))
                        .disableInstanceDiscovery()
                        .httpClient(client)
                        .build())
                .httpClient(client)
                .disableChallengeResourceVerification()
                .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(1))))
                .buildClient();
    }

    /** Turns a version of a key on or off; an empty one is the newest. */
    public void enable(Range range, String key, String version, boolean now) {
        KeyClient keys = keys(range);
        KeyProperties properties = keys.getKey(key, version).getProperties();
        keys.updateKeyProperties(properties.setEnabled(now));
    }

    /** Deletes a key; it can be recovered. */
    public void delete(Range range, String key) {
        keys(range).beginDeleteKey(key).waitForCompletion();
    }

    public void recover(Range range, String key) {
        keys(range).beginRecoverDeletedKey(key).waitForCompletion();
    }

    /** Gives the practice application these rights on keys of a vault, and no other. */
    public void allow(String vault, String... rights) {
        String permissions = "[\"" + String.join("\",\"", rights) + "\"]";
        String policy = "{\"properties\":{\"accessPolicies\":[{\"tenantId\":\"" + ready.get("tenant")
                + "\",\"objectId\":\"" + principal() + "\",\"permissions\":{\"keys\":" + permissions + "}}]}}";
        said(MANAGER, "azure", "PUT", VAULTS + vault + "/accessPolicies/replace?api-version=2026-02-01", policy);
    }

    private String principal() {
        return said(GRAPH, "graph", "GET", "/v1.0/servicePrincipals(appId='" + ready.get("client") + "')", "")
                .path("id")
                .asText();
    }

    /** Gives the practice application the role that Microsoft names for SQL Server: Crypto Service Encryption User. */
    public void giveRole(String vault) {
        said(
                MANAGER,
                "azure",
                "PUT",
                VAULTS + vault + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID()
                        + "?api-version=2022-04-01",
                "{\"properties\":{\"roleDefinitionId\":\"/providers/Microsoft.Authorization/roleDefinitions/"
                        + "e147488a-f6f5-4113-8e2d-b22465e65bf6\",\"principalId\":\"" + principal() + "\"}}");
    }

    /** Changes properties of a vault at the resource manager. */
    public void vault(String vault, String properties) {
        said(
                MANAGER,
                "azure",
                "PATCH",
                VAULTS + vault + "?api-version=2026-02-01",
                "{\"properties\":" + properties + "}");
    }

    /** Deletes a vault; it can be recovered. */
    public void deleteVault(String vault) {
        said(MANAGER, "azure", "DELETE", VAULTS + vault + "?api-version=2026-02-01", "");
    }

    /** Deletes a vault for good: nothing of it can be recovered. */
    public void purgeVault(String vault) {
        deleteVault(vault);
        purgeDeleted(vault);
    }

    /** The same of one that was deleted before. */
    public void purgeDeleted(String vault) {
        String group = VAULTS.substring(0, VAULTS.indexOf("/resourceGroups/"));
        said(
                MANAGER,
                "azure",
                "POST",
                group + "/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/" + vault
                        + "/purge?api-version=2026-02-01",
                "");
    }

    public void recoverVault(String vault) {
        said(
                MANAGER,
                "azure",
                "PUT",
                VAULTS + vault + "?api-version=2026-02-01",
                "{\"location\":\"westeurope\",\"properties\":{\"tenantId\":\"" + ready.get("tenant")
                        + "\",\"sku\":{\"family\":\"A\",\"name\":\"standard\"},\"createMode\":\"recover\"}}");
    }

    /** What Graph answers to somebody who may manage the practice application. */
    public JsonNode graph(String method, String path, String body) {
        return said(GRAPH, "graph", method, path, body);
    }

    private JsonNode said(String resource, String door, String method, String path, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(ready.get(door) + path))
                .header("Authorization", "Bearer " + token(resource))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 400) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer.body());
    }

    private String token(String resource) {
        String form = "grant_type=client_credentials&client_id=" + ready.get("client") + "&client_secret="
                + URLEncoder.encode(ready.get("secret"), StandardCharsets.UTF_8) + "&scope="
                + URLEncoder.encode(resource + "/.default", StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(
                        URI.create(ready.get("login") + "/" + ready.get("tenant") + "/oauth2/v2.0/token"))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return json(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
