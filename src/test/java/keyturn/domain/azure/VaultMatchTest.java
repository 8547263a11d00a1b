package keyturn.domain.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Surroundings;
import keyturn.domain.inspection.Surroundings.Registration;
import org.junit.jupiter.api.Test;

/** A registered key is known again in the vault by its public half, whatever it is called there. */
final class VaultMatchTest {

    private static final BigInteger OLD = BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(4711));
    private static final BigInteger NEW = BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(815));
    private static final AsymmetricKeyName NAME = new AsymmetricKeyName("TDE_Key");

    @Test
    void theModulusIsFoundInEitherOrderOfBytesWithWhateverStandsAround() {
        assertEquals("v1", version(around(hex(OLD, false))));
        assertEquals(
                "v1", version(around("0602000000A4000052534131" + hex(OLD, true).toUpperCase(Locale.ROOT))));
        assertEquals("v2", version(around(hex(NEW, true) + "010001")));
    }

    @Test
    void aKeyThatNoVaultShowsHasNoMatch() {
        assertEquals("none", version(around("")));
        assertEquals("none", version(around("5D0A4F6E91C2B83740E6A915C7D2F08B364E1A97")));
    }

    private static String version(Inspection.Facts facts) {
        return VaultMatch.of(NAME, facts).map(match -> match.version().id()).orElse("none");
    }

    private static Inspection.Facts around(String publicKey) {
        Fact<List<Registration>> registered =
                known(List.of(new Registration(NAME, publicKey, Optional.of(Instant.EPOCH))));
        var around = new Surroundings(
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                registered,
                Keyholding.unseen(),
                List.of());
        return new Inspection.Facts(
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                unknown(),
                around,
                Optional.of(sight()));
    }

    private static AzureSight sight() {
        var key = new VaultSight.Key(
                "tde-key", false, Map.of(), known(List.of(version("v2", NEW), version("v1", OLD))), unknown());
        var vault = new VaultSight(
                VaultAddress.parse("contoso-fin.vault.azure.net"),
                unknown(),
                known(List.of(key)),
                unknown(),
                unknown(),
                unknown());
        return new AzureSight(List.of(vault), unknown(), List.of());
    }

    private static VaultSight.Version version(String id, BigInteger modulus) {
        return new VaultSight.Version(
                id,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                known(new VaultSight.Material("RSA", 2048, Set.of(), Optional.of(modulus))));
    }

    private static String hex(BigInteger modulus, boolean turned) {
        byte[] bytes = modulus.toByteArray();
        StringBuilder text = new StringBuilder();
        for (int place = 1; place < bytes.length; place++) {
            byte[] one = {bytes[turned ? bytes.length - place : place]};
            text.append(HexFormat.of().formatHex(one));
        }
        return text.toString();
    }

    private static <T> Fact<T> known(T content) {
        return new Fact.Known<>(content, "test");
    }

    private static <T> Fact<T> unknown() {
        return new Fact.Unknown<>(Message.of("inspect.noAnswer"));
    }
}
