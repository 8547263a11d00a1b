package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.AtAzure;
import keyturn.practice.azure.World;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No answer at all: each cause has its own words and is not waited for longer than it must. */
@BesideOthers
final class NoAnswerTest extends AtAzure {

    @BeforeEach
    void open() throws Exception {
        open(standard());
    }

    private Problem told(String address) throws Exception {
        var door = new VaultDoor(
                new VaultAddress("main", VaultAddress.Store.VAULT, Cloud.PUBLIC), Optional.of(URI.create(address)));
        return failed(new KeyVaultReader(entra(), door).keys());
    }

    @Test
    void aNameThatNobodyKnows() throws Exception {
        assertTold(
                told("https://main.invalid"),
                "vault.dns",
                "entra.network.dns",
                "entra.network.dns.vault.next",
                "the vault main=https://main.invalid");
    }

    @Test
    void aPortThatNobodyListensAt() throws Exception {
        String address;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "https://127.0.0.1:" + gone.getLocalPort();
        }
        assertTold(
                told(address),
                "vault.connect",
                "entra.network.connect",
                "entra.network.connect.next",
                "the vault main=" + address);
    }

    /** Somebody takes the connection and says nothing. */
    @Test
    void nobodySaysAnything() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String address = "https://127.0.0.1:" + silent.getLocalPort();
            var door = new VaultDoor(
                    new VaultAddress("main", VaultAddress.Store.VAULT, Cloud.PUBLIC), Optional.of(URI.create(address)));
            assertTold(
                    failed(new KeyVaultReader(hasty(), door).keys()),
                    "vault.timeout",
                    "entra.network.timeout",
                    "entra.network.timeout.next",
                    "the vault main=" + address);
        }
    }

    /** A vault that is slow for once is heard out; the fault holds each answer back for two seconds. */
    @Test
    void anAnswerThatComesTooLate() throws Exception {
        answer(new KeyVaultReader(entra(), vault("main")).keys());
        world.faults().set("slow@vault");
        assertEquals(
                "vault.timeout",
                failed(new KeyVaultReader(hasty(), vault("main")).keys()).code());
        assertEquals(List.of(), answer(new KeyVaultReader(entra(), vault("main")).keys()));
    }

    @Test
    void aCertificateThatIsNotTrusted() throws Exception {
        AzureDoors doors = doors();
        var trusting = new AzureDoors(
                doors.vaults(),
                doors.signIn(),
                doors.tenant(),
                doors.cloud(),
                doors.endpoints(),
                Optional.empty(),
                doors.application());
        Problem problem = failed(new KeyVaultReader(entra(trusting), vault("main")).keys());
        assertEquals("vault.certificate", problem.code());
        assertEquals("entra.network.certificate", problem.summary().key());
        assertTrue(
                problem.summary().text().contains(vault("main").toString()),
                problem.summary().text());
        assertEquals("entra.network.certificate.next", problem.next().key());
    }

    @Test
    void aConnectionThatBreaks() throws Exception {
        world.faults().set("drop-before@vault");
        assertEquals(
                "vault.broken",
                failed(new KeyVaultReader(entra(), vault("main")).keys()).code());
    }

    /** The first request goes without a token; the sign-in is where it fails, and it is what the problem is about. */
    @Test
    void aSignInThatCannotBeReached() throws Exception {
        AzureDoors doors = doors();
        var lost = new AzureDoors(
                doors.vaults(),
                doors.signIn(),
                doors.tenant(),
                doors.cloud(),
                new AzureDoors.Endpoints(
                        at("https://login.invalid"),
                        doors.endpoints().graph(),
                        doors.endpoints().manager()),
                doors.certificate(),
                doors.application());
        assertTold(
                failed(new KeyVaultReader(entra(lost), vault("main")).keys()),
                "login.dns",
                "entra.network.dns",
                "entra.network.dns.next",
                "https://login.invalid");
    }

    /** Anyone who answers there wants a token for something else: it gets none, not even from a sign-in that works. */
    @Test
    void aDoorThatIsNoVault() throws IOException, Problem.Raised {
        var door = new VaultDoor(
                new VaultAddress("main", VaultAddress.Store.VAULT, Cloud.CHINA),
                at(world.doors().address("main")));
        assertTold(
                failed(new KeyVaultReader(entra(), door).keys()),
                "login.other-audience",
                "entra.otherAudience",
                "entra.otherAudience.next",
                "https://vault.azure.cn",
                "https://vault.azure.net");
        assertEquals(
                0,
                world.log().stream().filter(line -> line.contains("/token")).count(),
                world.log().toString());
        assertEquals(World.TENANT, doors().tenant().orElseThrow().value());
    }
}
