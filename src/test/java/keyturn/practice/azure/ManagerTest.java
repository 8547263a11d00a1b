package keyturn.practice.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import keyturn.practice.directory.Directory;
import keyturn.practice.vault.Role;
import org.junit.jupiter.api.Test;

/** Vaults, deleted vaults, policies and roles by the resource manager, and what the vaults make of them. */
class ManagerTest extends ResourceManagerFixture {

    private World.Said key(String address, String name) throws Exception {
        return world.ask(
                "GET", address + "/keys/" + name + "?api-version=7.5", world.token("https://vault.azure.net"), "");
    }

    private String uri(String vault) throws Exception {
        String uri = ask("GET", VAULTS + "/" + vault, "")
                .json()
                .path("properties")
                .path("vaultUri")
                .asText();
        return uri.substring(0, uri.length() - 1);
    }

    @Test
    void subscriptionsGroupsAndTenantsAreListed() throws Exception {
        assertEquals(
                World.TENANT,
                ask("GET", "/tenants", "")
                        .json()
                        .path("value")
                        .path(0)
                        .path("tenantId")
                        .asText());
        JsonNode subscription =
                ask("GET", "/subscriptions", "").json().path("value").path(0);
        assertEquals(World.SUBSCRIPTION, subscription.path("subscriptionId").asText());
        assertEquals("Enabled", subscription.path("state").asText());
        assertEquals(
                World.GROUP,
                ask("GET", ALL + "/resourcegroups", "")
                        .json()
                        .path("value")
                        .path(0)
                        .path("name")
                        .asText());
        assertEquals(404, ask("GET", "/subscriptions/nobody", "").status());
    }

    @Test
    void vaultsAreReadAsTheyAre() throws Exception {
        assertEquals(
                3,
                ask("GET", ALL + "/providers/Microsoft.KeyVault/vaults", "")
                        .json()
                        .path("value")
                        .size());
        assertEquals(
                3,
                ask("GET", ALL + "/resources?$filter=resourceType eq 'Microsoft.KeyVault/vaults'", "")
                        .json()
                        .path("value")
                        .size());
        JsonNode vault = ask("GET", VAULTS + "/main", "").json();
        assertEquals("westeurope", vault.path("location").asText());
        assertEquals(
                world.doors().vault() + "/",
                vault.path("properties").path("vaultUri").asText());
        assertEquals(
                "standard", vault.path("properties").path("sku").path("name").asText());
        assertEquals(
                World.PRINCIPAL,
                vault.path("properties")
                        .path("accessPolicies")
                        .path(0)
                        .path("objectId")
                        .asText());
        World.Said none = ask("GET", VAULTS + "/none", "");
        assertEquals(404, none.status());
        assertEquals("ResourceNotFound", none.code());
        assertEquals(
                "ResourceGroupNotFound",
                ask("GET", ALL + "/resourceGroups/nowhere/providers/Microsoft.KeyVault/vaults/main", "")
                        .code());
    }

    @Test
    void aNewVaultHasADoorAndPoliciesOpenIt() throws Exception {
        World.Said made = ask("PUT", VAULTS + "/fresh", NEW.formatted("false"));
        assertEquals(
                "RegisteringDns",
                made.json().path("properties").path("provisioningState").asText());
        assertEquals(
                "Succeeded",
                ask("GET", VAULTS + "/fresh", "")
                        .json()
                        .path("properties")
                        .path("provisioningState")
                        .asText());
        assertEquals("AccessDenied", key(uri("fresh"), "k").inner());
        String policy = "{\"properties\":{\"accessPolicies\":[{\"tenantId\":\"" + World.TENANT + "\",\"objectId\":\""
                + World.PRINCIPAL + "\",\"permissions\":{\"keys\":[\"%s\"]}}]}}";
        assertEquals(
                200,
                ask("PUT", VAULTS + "/fresh/accessPolicies/add", policy.formatted("get"))
                        .status());
        assertEquals(404, key(uri("fresh"), "k").status(), "the right is there, the key is not");
        ask("PUT", VAULTS + "/fresh/accessPolicies/add", policy.formatted("list"));
        assertEquals(404, key(uri("fresh"), "k").status(), "adding keeps what was there");
        ask("PUT", VAULTS + "/fresh/accessPolicies/replace", policy.formatted("list"));
        assertEquals("ForbiddenByPolicy", key(uri("fresh"), "k").inner());
        ask("PUT", VAULTS + "/fresh/accessPolicies/remove", policy.formatted("list"));
        assertEquals("AccessDenied", key(uri("fresh"), "k").inner());
    }

    @Test
    void rolesOpenAVaultOfRoles() throws Exception {
        ask("PUT", VAULTS + "/fresh", NEW.formatted("true"));
        assertEquals("ForbiddenByRbac", key(uri("fresh"), "k").inner());
        String scope = VAULTS + "/fresh";
        String role = Directory.id("a role");
        String body = "{\"properties\":{\"roleDefinitionId\":\"" + scope
                + "/providers/Microsoft.Authorization/roleDefinitions/" + Role.CRYPTO_SERVICE_USER.id()
                + "\",\"principalId\":\"%s\",\"principalType\":\"ServicePrincipal\"}}";
        String at = scope + "/providers/Microsoft.Authorization/roleAssignments";
        assertEquals(
                "PrincipalNotFound",
                ask("PUT", at + "/" + role, body.formatted(Directory.id("test application")))
                        .code(),
                "the application's own object id is not its principal's");
        assertEquals(
                201,
                ask("PUT", at + "/" + role, body.formatted(World.PRINCIPAL)).status());
        assertEquals(404, key(uri("fresh"), "k").status());
        World.Said twice = ask("PUT", at + "/" + Directory.id("another"), body.formatted(World.PRINCIPAL));
        assertEquals("409 RoleAssignmentExists", twice.status() + " " + twice.code());
        JsonNode listed = ask("GET", at + "?$filter=principalId eq '" + World.PRINCIPAL + "'", "")
                .json()
                .path("value");
        assertEquals(2, listed.size(), "that one, and the owner's above");
        assertEquals(200, ask("DELETE", at + "/" + role, "").status());
        assertEquals("ForbiddenByRbac", key(uri("fresh"), "k").inner());
        assertEquals(
                Role.CRYPTO_OFFICER.id(),
                ask(
                                "GET",
                                scope
                                        + "/providers/Microsoft.Authorization/roleDefinitions?$filter=roleName eq 'Key Vault Crypto Officer'",
                                "")
                        .json()
                        .path("value")
                        .path(0)
                        .path("name")
                        .asText());
    }

    @Test
    void aDeletedVaultHasNoDoorAndComesBackWithItsKeys() throws Exception {
        String address = world.doors().vault();
        world.ask(
                "POST",
                address + "/keys/k/create?api-version=7.5",
                world.token("https://vault.azure.net"),
                "{\"kty\":\"RSA\"}");
        assertEquals(200, ask("DELETE", VAULTS + "/main", "").status());
        assertThrows(java.io.IOException.class, () -> key(address, "k"), "no name, no door");
        assertEquals(404, ask("GET", VAULTS + "/main", "").status());
        JsonNode deleted = ask("GET", ALL + "/providers/Microsoft.KeyVault/deletedVaults", "")
                .json()
                .path("value")
                .path(0);
        assertEquals("main", deleted.path("name").asText());
        World.Said taken = ask("PUT", VAULTS + "/main", NEW.formatted("false"));
        assertEquals("409 ConflictError", taken.status() + " " + taken.code());
        assertEquals(
                "false",
                ask("POST", ALL + "/providers/Microsoft.KeyVault/checkNameAvailability", "{\"name\":\"main\"}")
                        .json()
                        .path("nameAvailable")
                        .asText());
        String recover = "{\"location\":\"westeurope\",\"properties\":{\"createMode\":\"recover\",\"tenantId\":\""
                + World.TENANT + "\"}}";
        assertEquals(200, ask("PUT", VAULTS + "/main", recover).status());
        assertEquals(address, world.doors().vault(), "where it was");
        assertEquals(200, key(address, "k").status(), "keys and policies come back");
    }

    @Test
    void aPurgedVaultIsGone() throws Exception {
        ask("DELETE", VAULTS + "/near", "");
        String at = ALL + "/providers/Microsoft.KeyVault/locations/northeurope/deletedVaults/near";
        assertEquals(200, ask("GET", at, "").status());
        World.Said purged = ask("POST", at + "/purge", "");
        assertEquals(202, purged.status());
        String later = purged.response().headers().firstValue("location").orElseThrow();
        assertEquals(200, world.ask("GET", later, token, "").status());
        assertEquals(404, ask("GET", at, "").status());
        assertEquals(200, ask("PUT", VAULTS + "/near", NEW.formatted("true")).status(), "the name is free");
    }

    @Test
    void aFirewallShutsTheDoorThatItIsSetOn() throws Exception {
        ask(
                "PATCH",
                VAULTS + "/main",
                "{\"properties\":{\"networkAcls\":{\"defaultAction\":\"Deny\",\"ipRules\":[{\"value\":\"10.1.0.0/16\"}]}}}");
        assertEquals("ForbiddenByFirewall", key(world.doors().vault(), "k").inner());
        assertEquals(
                "Deny",
                ask("GET", VAULTS + "/main", "")
                        .json()
                        .path("properties")
                        .path("networkAcls")
                        .path("defaultAction")
                        .asText());
    }
}
