package keyturn.practice.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import keyturn.practice.azure.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vault makes of requests that cannot be, of too many, and of faults at its door. */
class VaultStrikesTest extends AtAVault {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"oct\"}",
                "{}",
                "{\"kty\":\"RSA\",\"key_size\":1024}",
                "{\"kty\":\"RSA\",\"key_size\":2049}",
                "{\"kty\":\"RSA\",\"public_exponent\":3}",
                "{\"kty\":\"RSA-HSM\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-1\"}",
                "{\"kty\":\"RSA\",\"key_ops\":[\"dance\"]}",
                "{\"kty\":\"RSA\",\"attributes\":{\"exp\":-1}}",
                "{\"kty\":\"RSA\",\"attributes\":{\"exp\":5,\"nbf\":6}}",
                "[]",
                "{",
                ""
            })
    void badWishesAreRefused(String body) throws Exception {
        open(Vault.Settings.STANDARD);
        refused(400, "BadParameter", "", ask("POST", "/keys/k/create", body));
        assertEquals(404, ask("GET", "/keys/k", "").status());
    }

    @Test
    void namesAndVersionsOfTheInterfaceAreChecked() throws Exception {
        open(Vault.Settings.STANDARD);
        refused(400, "BadParameter", "", ask("GET", "/keys/a_b", ""));
        refused(400, "BadParameter", "", ask("GET", "/keys/" + "a".repeat(128), ""));
        assertEquals(404, ask("GET", "/keys/" + "a".repeat(127), "").status());
        assertEquals(
                400,
                world.ask("GET", world.doors().vault() + "/keys", token, "").status());
        refused(400, "BadParameter", "", world.ask("GET", world.doors().vault() + "/keys?api-version=9.9", token, ""));
        refused(400, "BadParameter", "", ask("GET", "/keys?maxresults=26", ""));
        refused(405, "MethodNotAllowed", "", ask("DELETE", "/keys", ""));
    }

    @Test
    void aCurveWrapsNothing() throws Exception {
        open(Vault.Settings.STANDARD);
        World.Said made = ask("POST", "/keys/e/create", "{\"kty\":\"EC\",\"crv\":\"P-384\"}");
        assertEquals("P-384", made.json().path("key").path("crv").asText());
        ask("PATCH", "/keys/e", "{\"key_ops\":[\"wrapKey\"]}");
        refused(400, "BadParameter", "", ask("POST", "/keys/e/wrapkey", WRAP));
        String blob = ask("POST", "/keys/e/backup", "").json().path("value").asText();
        assertEquals(
                409,
                ask("POST", "/keys/restore", "{\"value\":\"" + blob + "\"}").status(),
                "it can be opened");
    }

    @Test
    void theMostThatAVaultTakesIsThrottled() throws Exception {
        open(
                standard(),
                all -> new Vaults(all.vaults(), all.roles(), new Vaults.Delays(Duration.ZERO, Duration.ZERO, 3)));
        for (int i = 0; i < 3; i++) {
            assertEquals(200, ask("GET", "/keys", "").status());
        }
        World.Said said = ask("GET", "/keys", "");
        refused(429, "Throttled", "", said);
        assertEquals("1", said.response().headers().firstValue("retry-after").orElseThrow());
        world.clock().forward(Duration.ofSeconds(11));
        assertEquals(200, ask("GET", "/keys", "").status());
    }

    @Test
    void faultsStrikeByDoorAndCount() throws Exception {
        open(Vault.Settings.STANDARD);
        world.faults().set("throttle@vault:2");
        assertEquals(200, ask("GET", "/keys", "").status());
        assertEquals(429, ask("GET", "/keys", "").status());
        assertEquals(200, ask("GET", "/keys", "").status());
        world.faults().set("unavailable");
        assertEquals(503, ask("GET", "/keys", "").status());
        assertTrue(world.faults().clear("unavailable"));
        world.faults().set("drop-after@vault");
        assertThrows(java.io.IOException.class, () -> ask("POST", "/keys/done/create", "{\"kty\":\"RSA\"}"));
        assertTrue(world.faults().clear("drop-after"));
        assertEquals(200, ask("GET", "/keys/done", "").status(), "it was done");
        world.faults().set("vault-unreachable");
        assertThrows(java.io.IOException.class, () -> ask("GET", "/keys", ""));
        world.faults().clear("vault-unreachable");
        assertEquals(200, ask("GET", "/keys", "").status());
        assertThrows(IllegalArgumentException.class, () -> world.faults().set("throttle@moon"));
        assertThrows(IllegalArgumentException.class, () -> world.faults().set("secret-rejected@vault"));
    }
}
