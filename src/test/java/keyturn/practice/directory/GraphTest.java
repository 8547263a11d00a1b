package keyturn.practice.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import keyturn.practice.azure.World;
import keyturn.practice.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets of an application, changed by Graph. */
class GraphTest {

    private static final String APPLICATION = Directory.id("test application");
    private World world = World.NONE;
    private String token = "";

    private void open(UnaryOperator<Directory> who) throws Exception {
        world = World.of(World.vault("main", "westeurope", Vault.Settings.STANDARD), v -> v, who);
        token = world.token("https://graph.microsoft.com");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private World.Said ask(String method, String path, String body) throws Exception {
        return world.ask(method, world.doors().graph() + "/v1.0/" + path, token, body);
    }

    @Test
    void anApplicationIsFoundByItsClientId() throws Exception {
        open(d -> d);
        JsonNode found = ask("GET", "applications?$filter=appId eq '" + World.CLIENT + "'&$select=id,appId", "")
                .json()
                .path("value");
        assertEquals(1, found.size());
        assertEquals(APPLICATION, found.path(0).path("id").asText());
        JsonNode secret = found.path(0).path("passwordCredentials").path(0);
        assertEquals("a~S", secret.path("hint").asText());
        assertTrue(secret.path("secretText").isNull());
        assertEquals(
                APPLICATION,
                ask("GET", "applications(appId='" + World.CLIENT + "')", "")
                        .json()
                        .path("id")
                        .asText());
        assertEquals(
                World.PRINCIPAL,
                ask("GET", "servicePrincipals(appId='" + World.CLIENT + "')", "")
                        .json()
                        .path("id")
                        .asText());
        assertEquals(
                0,
                ask("GET", "applications?$filter=appId eq 'nobody'", "")
                        .json()
                        .path("value")
                        .size());
        assertEquals(400, ask("GET", "applications?$filter=name lt 5", "").status());
    }

    @Test
    void aSecretIsAddedUsedAndTakenAway() throws Exception {
        open(d -> d);
        World.Said added = ask(
                "POST",
                "applications/" + APPLICATION + "/addPassword",
                "{\"passwordCredential\":{\"displayName\":\"SQL01\",\"endDateTime\":\"2099-01-01T00:00:00Z\"}}");
        assertEquals(200, added.status());
        String value = added.json().path("secretText").asText();
        assertEquals(40, value.length());
        assertEquals(value.substring(0, 3), added.json().path("hint").asText());
        assertEquals("2099-01-01T00:00:00Z", added.json().path("endDateTime").asText());
        assertEquals(
                200, world.token(World.TENANT, value, "https://vault.azure.net").status());
        assertEquals(
                200,
                world.token(World.TENANT, World.SECRET, "https://vault.azure.net")
                        .status(),
                "both serve");
        String later = ask("GET", "applications/" + APPLICATION, "").response().body();
        assertTrue(later.contains("SQL01"));
        assertFalse(later.contains(value), "shown once");

        String remove = "{\"keyId\":\"" + added.json().path("keyId").asText() + "\"}";
        assertEquals(
                204,
                ask("POST", "applications(appId='" + World.CLIENT + "')/removePassword", remove)
                        .status());
        assertEquals(
                401, world.token(World.TENANT, value, "https://vault.azure.net").status());
        World.Said again = ask("POST", "applications/" + APPLICATION + "/removePassword", remove);
        assertEquals("Request_BadRequest", again.code());
        assertEquals(
                1,
                world.doors()
                        .directory()
                        .tenants()
                        .getFirst()
                        .applications()
                        .getFirst()
                        .secrets()
                        .size());
        assertTrue(world.log().stream().noneMatch(l -> l.contains(value)));
    }

    @Test
    void withoutAnEndASecretLivesTwoYears() throws Exception {
        open(d -> d);
        JsonNode added = ask("POST", "applications/" + APPLICATION + "/addPassword", "{}")
                .json();
        int from = Integer.parseInt(added.path("startDateTime").asText().substring(0, 4));
        assertEquals(
                from + 2, Integer.parseInt(added.path("endDateTime").asText().substring(0, 4)));
    }

    @Test
    void aNewSecretSpreads() throws Exception {
        open(d -> new Directory(d.tenants(), Duration.ofSeconds(20)));
        String value = ask("POST", "applications/" + APPLICATION + "/addPassword", "{}")
                .json()
                .path("secretText")
                .asText();
        World.Said early = world.token(World.TENANT, value, "https://vault.azure.net");
        assertEquals(7000215, early.json().path("error_codes").path(0).asInt());
        world.clock().forward(Duration.ofSeconds(21));
        assertEquals(
                200, world.token(World.TENANT, value, "https://vault.azure.net").status());
    }

    private static UnaryOperator<Directory> changed(UnaryOperator<Tenant> how) {
        return d -> d.with(how.apply(d.tenants().getFirst()));
    }

    private static Tenant policy(Tenant t, Optional<Duration> longest, boolean none) {
        return new Tenant(t.id(), t.domain(), t.name(), t.applications(), t.people(), longest, none);
    }

    @Test
    void thePolicyOfATenantHolds() throws Exception {
        open(changed(t -> policy(t, Optional.of(Duration.ofDays(90)), false)));
        assertEquals(
                "CredentialInvalidLifetimeAsPerAppPolicy",
                ask("POST", "applications/" + APPLICATION + "/addPassword", "{}")
                        .code());
        close();
        open(changed(t -> policy(t, Optional.empty(), true)));
        assertEquals(
                "CredentialTypeNotAllowedAsPerAppPolicy",
                ask("POST", "applications/" + APPLICATION + "/addPassword", "{}")
                        .code());
    }

    @Test
    void whoMayNotIsDenied() throws Exception {
        open(changed(t -> {
            Application a = t.applications().getFirst();
            return t.with(new Application(
                    a.objectId(),
                    a.clientId(),
                    a.principalId(),
                    a.name(),
                    Set.of("Application.Read.All"),
                    a.secrets()));
        }));
        assertEquals(200, ask("GET", "applications/" + APPLICATION, "").status());
        World.Said denied = ask("POST", "applications/" + APPLICATION + "/addPassword", "{}");
        assertEquals(403, denied.status());
        assertEquals("Authorization_RequestDenied", denied.code());
        assertFalse(denied.json()
                .path("error")
                .path("innerError")
                .path("request-id")
                .asText()
                .isEmpty());
        token = world.token("https://vault.azure.net");
        assertEquals(
                "InvalidAuthenticationToken", ask("GET", "applications", "").code());
        token = "";
        assertEquals(401, ask("GET", "applications", "").status());
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        open(d -> d);
        assertEquals(
                "Request_ResourceNotFound",
                ask("GET", "applications/" + Directory.id("nobody"), "").code());
        assertEquals("BadRequest", ask("GET", "users", "").code());
        List<String> bad = List.of(
                "{\"passwordCredential\":{\"endDateTime\":\"tomorrow\"}}",
                "{\"passwordCredential\":{\"startDateTime\":\"2030-01-01T00:00:00Z\",\"endDateTime\":\"2029-01-01T00:00:00Z\"}}");
        for (String each : bad) {
            assertEquals(
                    "Request_BadRequest",
                    ask("POST", "applications/" + APPLICATION + "/addPassword", each)
                            .code());
        }
    }
}
