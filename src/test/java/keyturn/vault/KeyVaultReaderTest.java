package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import keyturn.domain.azure.VaultSight;
import keyturn.entra.AtAzure;
import keyturn.practice.azure.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vault holds, as it is read. */
final class KeyVaultReaderTest extends AtAzure {

    @BeforeEach
    void open() throws Exception {
        open(standard());
    }

    private KeyVaultReader reader() throws Exception {
        return new KeyVaultReader(entra(), vault("main"));
    }

    private void made(String name, String body) throws Exception {
        World.Said said = world.ask(
                "POST",
                world.doors().address("main") + "/keys/" + name + "/create?api-version=7.4",
                world.token("https://vault.azure.net"),
                body);
        assertEquals(200, said.status(), said.message());
    }

    /** A vault shows its keys in pages of at most twenty-five; the curve's keys are made quickly. */
    @Test
    void allPagesAreRead() throws Exception {
        for (int i = 0; i < 60; i++) {
            made("key-%02d".formatted(i), "{\"kty\":\"EC\",\"crv\":\"P-256\"}");
        }
        assertEquals(
                IntStream.range(0, 60).mapToObj("key-%02d"::formatted).toList(),
                answer(reader().keys()).stream().map(key -> key.name()).sorted().toList());
        assertTrue(
                world.log().stream()
                                .filter(line -> line.contains("/keys?") || line.contains("/keys "))
                                .count()
                        >= 3,
                world.log().toString());
    }

    @Test
    void aCurveIsNoKeyForAConnector() throws Exception {
        made("curve", "{\"kty\":\"EC\",\"crv\":\"P-384\"}");
        VaultSight.Material material = answer(reader().material("curve", ""));
        assertEquals("EC 384", material.toString());
        assertFalse(material.rsa());
        assertEquals(Optional.empty(), material.modulus());
    }

    @Test
    void versionsHaveTheirDatesAndSwitch() throws Exception {
        made("tde", "{\"kty\":\"RSA\"}");
        made("tde", "{\"kty\":\"RSA\",\"attributes\":{\"enabled\":false,\"nbf\":1700000000,\"exp\":1900000000}}");
        List<VaultSight.Version> versions = answer(reader().versions("tde"));
        assertEquals(2, versions.size());
        VaultSight.Version off = versions.stream()
                .filter(version -> !version.enabled())
                .findFirst()
                .orElseThrow();
        assertEquals(1_700_000_000L, off.notBefore().orElseThrow().getEpochSecond());
        assertEquals(1_900_000_000L, off.expires().orElseThrow().getEpochSecond());
        assertTrue(off.created().isPresent(), off.toString());
    }

    @Test
    void thePolicyOfAKeyThatNobodyGaveOneOnlyNotifies() throws Exception {
        made("tde", "{\"kty\":\"RSA\"}");
        VaultSight.RotationPolicy policy = answer(reader().rotationPolicy("tde"));
        assertFalse(policy.rotates());
        assertEquals(List.of(new VaultSight.RotationAction(false, "before P30D")), policy.actions());
    }

    @Test
    void theRegionIsKnownFromTheFirstAnswerOn() throws Exception {
        KeyVaultReader reader = reader();
        assertEquals(Optional.empty(), reader.region());
        assertEquals(List.of(), answer(reader.keys()));
        assertEquals(Optional.of("westeurope"), reader.region());
    }
}
