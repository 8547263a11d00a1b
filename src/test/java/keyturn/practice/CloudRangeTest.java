package keyturn.practice;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import keyturn.practice.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole range: what its ready file offers leads to vault, directory and resource manager. */
class CloudRangeTest {

    @TempDir
    Path folder;

    private static HttpClient trusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(pem)) {
            store.setCertificateEntry(
                    "range", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static String token(HttpClient http, Map<String, String> ready, String resource) throws Exception {
        String body = "grant_type=client_credentials&client_id=" + ready.get("client") + "&client_secret="
                + URLEncoder.encode(ready.get("secret"), StandardCharsets.UTF_8) + "&scope="
                + URLEncoder.encode(resource + "/.default", StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(
                                URI.create(ready.get("login") + "/" + ready.get("tenant") + "/oauth2/v2.0/token"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> get(HttpClient http, String address, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + token)
                        .header("User-Agent", "range tests")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theReadyFileLeadsEverywhere() throws Exception {
        Path log = folder.resolve("log");
        try (Range range = Range.start(RangeOptions.of("healthy").withLog(log));
                HttpClient http = trusting(range.certificate())) {
            Map<String, String> ready = range.offers();
            String token = token(http, ready, "https://vault.azure.net");
            HttpResponse<String> key = get(http, ready.get("vault") + "keys/tde-key-2024?api-version=7.6", token);
            assertEquals(200, key.statusCode(), key.body());
            assertTrue(key.body().contains("\"kid\":\"" + ready.get("vault") + "keys/tde-key-2024/"), key.body());
            String graph = token(http, ready, "https://graph.microsoft.com");
            assertTrue(get(http, ready.get("graph") + "/v1.0/applications", graph)
                    .body()
                    .contains(ready.get("client")));
            String manager = token(http, ready, "https://management.azure.com");
            assertTrue(get(http, ready.get("azure") + "/subscriptions?api-version=2022-12-01", manager)
                    .body()
                    .contains("PRACTICE"));
            assertTrue(range.restart());
            assertEquals(
                    200,
                    get(http, ready.get("vault") + "keys/tde-key-2024?api-version=7.6", token)
                            .statusCode(),
                    "a restart of the server is none of the vault's");
            String written = Files.readString(log);
            assertTrue(written.contains("\"kind\":\"vault\",\"text\":\"GET /keys/tde-key-2024\""), written);
            assertTrue(written.contains("\"program\":\"range tests\""), written);
            for (String secret : Stream.of(ready.get("secret"), token, graph, manager, "Bearer")
                    .toList()) {
                assertFalse(written.contains(secret), "a secret stands in the log");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault-unreachable",
                "throttle",
                "secret-rejected",
                "unavailable@azure",
                "slow@graph",
                "drop-before@login:2"
            })
    void faultsOfTheDoorsAreSetAndCleared(String fault) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            range.setFault(fault);
            assertTrue(range.clearFault(fault));
            assertFalse(range.clearFault(fault));
        }
    }

    @Test
    void aFaultThatNobodyKnowsIsAnsweredWithThoseOfTheDoorsToo() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            String said =
                    String.valueOf(assertThrows(IllegalArgumentException.class, () -> range.setFault("earthquake"))
                            .getMessage());
            assertTrue(said.contains("vault-unreachable") && said.contains("provider-code"), said);
        }
    }

    @Test
    void aLostVaultHasNoDoorUntilItIsRecovered() throws Exception {
        try (Range range = Range.start(RangeOptions.of("vault-lost"));
                HttpClient http = trusting(range.certificate())) {
            Map<String, String> ready = range.offers();
            assertThrows(IOException.class, () -> get(http, ready.get("vault") + "keys?api-version=7.6", "x"));
            String manager = token(http, ready, "https://management.azure.com");
            String deleted = get(
                            http,
                            ready.get("azure") + "/subscriptions/00000000-7072-6163-7469-636500000010/providers"
                                    + "/Microsoft.KeyVault/deletedVaults?api-version=2026-02-01",
                            manager)
                    .body();
            assertTrue(deleted.contains("keyturn-practice-vault"), deleted);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("scenarios")
    void everyScenarioHasAVaultOfItsKeys(String scenario) {
        var world = assertDoesNotThrow(() -> Scenarios.load(scenario, java.time.LocalDateTime.of(2026, 11, 25, 0, 0)))
                .cloud();
        assertEquals(
                world.vault(), world.vaults().vault(world.vault()).orElseThrow().name());
        assertFalse(world.vaults().vault(world.vault()).orElseThrow().keys().isEmpty());
    }

    private static Stream<String> scenarios() {
        return Scenarios.names().stream();
    }
}
