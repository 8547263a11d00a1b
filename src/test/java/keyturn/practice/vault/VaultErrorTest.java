package keyturn.practice.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.core.exception.HttpResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import keyturn.practice.azure.World;
import keyturn.practice.directory.Directory;
import org.junit.jupiter.api.Test;

/** What a vault says when it does not do what it was asked: status, code, inner code, and what stands in the text. */
class VaultErrorTest extends AtAVault {

    private static Vault with(Vault vault, String... rights) {
        return vault.with(new AccessPolicy(World.TENANT, World.PRINCIPAL, Set.of(rights), Set.of(), Set.of()));
    }

    @Test
    void withoutATokenThereIsAChallenge() throws Exception {
        open(Vault.Settings.STANDARD);
        token = "";
        World.Said said = ask("POST", "/keys/k/create", "");
        refused(401, "Unauthorized", "", said);
        assertTrue(said.message().startsWith("AKV10000: "), said.message());
        assertEquals(
                "Bearer authorization=\"" + world.doors().login() + "/" + World.TENANT
                        + "\", resource=\"https://vault.azure.net\"",
                said.response().headers().firstValue("www-authenticate").orElseThrow());
        assertEquals(
                "westeurope",
                said.response().headers().firstValue("x-ms-keyvault-region").orElseThrow());
    }

    @Test
    void aTokenMustBeOfThisTenantAndForVaults() throws Exception {
        open(Vault.Settings.STANDARD);
        token = world.token("https://graph.microsoft.com");
        assertTrue(ask("GET", "/keys", "").message().startsWith("AKV10022: "));
        token = world.token(Directory.id("other tenant"), World.SECRET, "https://vault.azure.net")
                .json()
                .path("access_token")
                .asText();
        World.Said other = ask("GET", "/keys", "");
        refused(401, "Unauthorized", "", other);
        assertTrue(other.message().startsWith("AKV10032: Invalid issuer."), other.message());
        token = world.token("https://vault.azure.net");
        token = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        refused(401, "Unauthorized", "", ask("GET", "/keys", ""));
    }

    @Test
    void aTokenEnds() throws Exception {
        open(Vault.Settings.STANDARD);
        world.clock().forward(Duration.ofMinutes(61));
        World.Said said = ask("GET", "/keys", "");
        refused(401, "Unauthorized", "", said);
        assertTrue(said.message().contains("expired"), said.message());
    }

    @Test
    void whoIsOnNoListIsDenied() throws Exception {
        Vault bare = standard();
        open(bare.with(bare.settings(), List.of()), v -> v);
        World.Said said = ask("GET", "/keys/k", "");
        refused(403, "Forbidden", "AccessDenied", said);
        assertTrue(said.message().contains("appid=" + World.CLIENT + ";oid=" + World.PRINCIPAL), said.message());
    }

    @Test
    void aRightThatIsMissingIsNamed() throws Exception {
        open(with(standard(), "GET", "create"), v -> v);
        assertEquals(200, ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}").status());
        assertEquals(200, ask("GET", "/keys/k", "").status());
        World.Said said = ask("POST", "/keys/k/wrapkey", WRAP);
        refused(403, "Forbidden", "ForbiddenByPolicy", said);
        assertTrue(
                said.message()
                        .contains("does not have keys wrapKey permission on key vault 'main;location=westeurope'"),
                said.message());
        refused(403, "Forbidden", "ForbiddenByPolicy", ask("GET", "/keys", ""));
    }

    @Test
    void rolesCountWhereTheVaultSaysSo() throws Exception {
        Vault vault = World.vault("main", "westeurope", World.settings(false, true, false, Firewall.OPEN));
        Instant soon = Instant.now().plusSeconds(300);
        open(
                vault,
                all -> all.with(new RoleAssignment(
                                "r1",
                                vault.id(),
                                Role.CRYPTO_SERVICE_USER,
                                World.PRINCIPAL,
                                "ServicePrincipal",
                                soon,
                                Instant.MIN))
                        .with(new RoleAssignment(
                                "r2",
                                vault.id(),
                                Role.CRYPTO_OFFICER,
                                World.PRINCIPAL,
                                "ServicePrincipal",
                                soon,
                                soon)));
        World.Said said = ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}");
        refused(403, "Forbidden", "ForbiddenByRbac", said);
        assertTrue(said.message().contains("Action: 'Microsoft.KeyVault/vaults/keys/create/action'"), said.message());
        assertEquals(404, ask("GET", "/keys/k", "").status(), "reading is allowed");
        world.clock().forward(Duration.ofMinutes(6));
        assertEquals(200, ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}").status(), "the other role has spread");
    }

    @Test
    void anAddressOutsideTheFirewallIsShutOut() throws Exception {
        open(World.settings(false, false, false, new Firewall(true, "None", List.of("10.0.0.0/8"), true)));
        World.Said said = ask("GET", "/keys/k", "");
        refused(403, "Forbidden", "ForbiddenByFirewall", said);
        assertTrue(said.message().contains("Client address: 127.0.0.1"), said.message());
        close();
        open(World.settings(false, false, false, new Firewall(true, "None", List.of("127.0.0.0/24"), true)));
        assertEquals(404, ask("GET", "/keys/k", "").status());
        close();
        open(World.settings(false, false, false, new Firewall(false, "None", List.of(), false)));
        refused(403, "Forbidden", "ForbiddenByConnection", ask("GET", "/keys/k", ""));
    }

    @Test
    void aKeyThatIsOffOrOutsideItsTimeIsNotUsed() throws Exception {
        open(Vault.Settings.STANDARD);
        ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}");
        String wrapped =
                ask("POST", "/keys/k/wrapkey", WRAP).json().path("value").asText();
        String unwrap = "{\"alg\":\"RSA-OAEP\",\"value\":\"" + wrapped + "\"}";
        assertEquals(
                "AQID",
                ask("POST", "/keys/k/unwrapkey", unwrap).json().path("value").asText());

        ask("PATCH", "/keys/k", "{\"attributes\":{\"exp\":1000}}");
        refused(403, "Forbidden", "KeyExpired", ask("POST", "/keys/k/wrapkey", WRAP));
        assertEquals(200, ask("POST", "/keys/k/unwrapkey", unwrap).status(), "what is there can still be opened");

        ask("PATCH", "/keys/k", "{\"attributes\":{\"exp\":9000000001,\"nbf\":9000000000}}");
        refused(403, "Forbidden", "KeyNotYetValid", ask("POST", "/keys/k/wrapkey", WRAP));

        ask("PATCH", "/keys/k", "{\"attributes\":{\"enabled\":false,\"nbf\":1}}");
        refused(403, "Forbidden", "KeyDisabled", ask("POST", "/keys/k/unwrapkey", unwrap));
        assertEquals(200, ask("GET", "/keys/k", "").status(), "it can be read");

        ask("PATCH", "/keys/k", "{\"attributes\":{\"enabled\":true},\"key_ops\":[\"sign\"]}");
        refused(403, "Forbidden", "KeyOperationForbidden", ask("POST", "/keys/k/unwrapkey", unwrap));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        open(Vault.Settings.STANDARD);
        refused(404, "KeyNotFound", "", ask("GET", "/keys/none/", ""));
        ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}");
        refused(404, "KeyNotFound", "", ask("GET", "/keys/k/" + "0".repeat(32), ""));
        World.Said deleted = ask("GET", "/deletedkeys/k", "");
        refused(404, "KeyNotFound", "", deleted);
        assertEquals("Deleted Key not found: k", deleted.message());
        refused(404, "SecretNotFound", "", ask("GET", "/secrets/s", ""));
    }

    @Test
    void aNameIsNotFreeWhileItsKeyIsDeletedOrOnTheWay() throws Exception {
        open(
                standard(),
                all -> new Vaults(
                        all.vaults(), all.roles(), new Vaults.Delays(Duration.ofSeconds(30), Duration.ZERO, 4000)));
        ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}");
        String blob = ask("POST", "/keys/k/backup", "").json().path("value").asText();
        refused(409, "Conflict", "", ask("POST", "/keys/restore", "{\"value\":\"" + blob + "\"}"));
        assertEquals(200, ask("DELETE", "/keys/k", "").status());
        refused(409, "Conflict", "ObjectIsBeingDeleted", ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}"));
        assertEquals(404, ask("GET", "/deletedkeys/k", "").status(), "neither here nor there");
        world.clock().forward(Duration.ofSeconds(31));
        assertEquals(200, ask("GET", "/deletedkeys/k", "").status());
        refused(409, "Conflict", "ObjectIsDeletedButRecoverable", ask("POST", "/keys/K/create", "{\"kty\":\"RSA\"}"));
        refused(
                409,
                "Conflict",
                "ObjectIsDeletedButRecoverable",
                ask("POST", "/keys/restore", "{\"value\":\"" + blob + "\"}"));
        assertEquals(200, ask("POST", "/deletedkeys/k/recover", "").status());
        assertEquals(404, ask("GET", "/keys/k", "").status(), "on its way back");
        world.clock().forward(Duration.ofSeconds(31));
        assertEquals(200, ask("GET", "/keys/k", "").status());
    }

    @Test
    void purgeProtectionOutlastsTheRightToPurge() throws Exception {
        Vault vault = World.vault("main", "westeurope", World.settings(false, false, true, Firewall.OPEN));
        open(with(vault, "create", "delete", "purge", "get"), v -> v);
        ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}");
        assertEquals(
                "Recoverable",
                ask("GET", "/keys/k", "")
                        .json()
                        .path("attributes")
                        .path("recoveryLevel")
                        .asText());
        ask("DELETE", "/keys/k", "");
        assertEquals(403, ask("DELETE", "/deletedkeys/k", "").status());
        close();
        open(with(standard(), "create", "delete", "purge", "get"), v -> v);
        ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}");
        ask("DELETE", "/keys/k", "");
        assertEquals(204, ask("DELETE", "/deletedkeys/k", "").status());
        assertEquals(404, ask("GET", "/deletedkeys/k", "").status());
        assertEquals(200, ask("POST", "/keys/k/create", "{\"kty\":\"RSA\"}").status(), "the name is free");
    }

    /** Four tries of the client with its own standard settings would take seconds; it gives the number as the vault did. */
    @Test
    void microsoftsClientTellsTheStatus() throws Exception {
        open(with(standard(), "list"), v -> v);
        HttpResponseException denied = assertThrows(
                HttpResponseException.class, () -> world.keys("main").getKey("k"));
        assertEquals(403, denied.getResponse().getStatusCode());
        assertTrue(String.valueOf(denied.getMessage()).contains("ForbiddenByPolicy"), denied.getMessage());
    }
}
