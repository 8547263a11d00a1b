package keyturn.practice.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import keyturn.practice.vault.AccessPolicy;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.Vaults;
import org.junit.jupiter.api.Test;

/** What the resource manager does not do, and for whom. */
class ManagerRefusalTest extends ResourceManagerFixture {

    @Test
    void settingsThatCannotBeAreRefused() throws Exception {
        assertEquals(
                "VaultNameNotValid",
                ask("PUT", VAULTS + "/a--b", NEW.formatted("true")).code());
        assertEquals(
                "LocationNotAvailableForResourceType",
                ask("PUT", VAULTS + "/fresh", NEW.formatted("true").replace("West Europe", "Moon"))
                        .code());
        assertEquals(
                200,
                ask("PATCH", VAULTS + "/main", "{\"properties\":{\"enablePurgeProtection\":true}}")
                        .status());
        for (String each : List.of(
                "{\"properties\":{\"enablePurgeProtection\":false}}",
                "{\"properties\":{\"enableSoftDelete\":false}}",
                "{\"properties\":{\"softDeleteRetentionInDays\":6}}",
                "{\"properties\":{\"networkAcls\":{\"ipRules\":[{\"value\":\"1.2.3.400\"}]}}}")) {
            assertEquals(400, ask("PATCH", VAULTS + "/main", each).status(), each);
        }
        assertEquals("InvalidRequestContent", ask("PUT", VAULTS + "/fresh", "[").code());
    }

    @Test
    void whoHasNoRoleIsDenied() throws Exception {
        close();
        world = World.of(
                World.vault("main", "westeurope", Vault.Settings.STANDARD)
                        .with(new AccessPolicy(World.TENANT, World.PRINCIPAL, Set.of("get"), Set.of(), Set.of())),
                v -> new Vaults(v.vaults(), List.of(), v.delays()));
        token = world.token("https://management.azure.com");
        World.Said denied = ask("GET", VAULTS + "/main", "");
        assertEquals("403 AuthorizationFailed", denied.status() + " " + denied.code());
        assertTrue(denied.message().contains("Microsoft.KeyVault/vaults/read"), denied.message());
        assertEquals(0, ask("GET", "/subscriptions", "").json().path("value").size());
        token = world.token("https://vault.azure.net");
        assertEquals(
                "InvalidAuthenticationTokenAudience",
                ask("GET", "/subscriptions", "").code());
        token = "";
        World.Said nobody = ask("GET", "/subscriptions", "");
        assertEquals("401 AuthenticationFailed", nobody.status() + " " + nobody.code());
        assertTrue(nobody.response()
                .headers()
                .firstValue("www-authenticate")
                .orElse("")
                .contains("authorization_uri="));
    }

    @Test
    void thereIsABoundToTheVaults() throws Exception {
        int there = world.doors().vaults().vaults().size();
        for (int i = there; i < 100; i++) {
            assertEquals(
                    200,
                    ask("PUT", VAULTS + "/more-" + i, NEW.formatted("true")).status());
        }
        World.Said beyond = ask("PUT", VAULTS + "/one-more", NEW.formatted("true"));
        assertEquals("409 QuotaExceeded", beyond.status() + " " + beyond.code());
        assertEquals(200, ask("PUT", VAULTS + "/more-50", NEW.formatted("true")).status(), "that one is there");
    }
}
