package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.azure.VaultSight;
import keyturn.entra.AtAzure;
import keyturn.inspect.VaultReader;
import keyturn.practice.azure.World;
import keyturn.practice.vault.Firewall;
import keyturn.run.door.Outcome;
import keyturn.script.act.VaultAct;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acts on a vault: what they leave there, and that nothing is done twice or to what is there already. */
final class KeyVaultWriterTest extends AtAzure {

    private static final KeyName TDE = new KeyName("tde-key-2027");

    /** The name is looked up, then the key is asked for; whom the vault trusts was asked before. */
    private static final int ACT = 2;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        open(standard());
    }

    private Outcome create(String vault, KeyName name, int bits) throws Exception {
        var create = new VaultAct.CreateKey(vault(vault).address(), name, false, bits, "");
        return new KeyVaultWriter(entra(), "20261125-0001").perform(create);
    }

    private Outcome backUp(String vault, KeyName name) throws Exception {
        var file = new LocalPath(folder.resolve("backup").toString());
        var backUp = new VaultAct.BackUpKey(vault(vault).address(), name, file, "");
        return new KeyVaultWriter(entra(), "20261125-0001").perform(backUp);
    }

    private KeyVaultReader reader(String vault) throws Exception {
        return new KeyVaultReader(entra(), vault(vault));
    }

    private static Problem notSent(Outcome outcome) {
        return assertInstanceOf(Outcome.NotSent.class, outcome).problem();
    }

    private static Problem refused(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem();
    }

    private static Problem unanswered(Outcome outcome) {
        return assertInstanceOf(Outcome.Unanswered.class, outcome).problem();
    }

    private boolean isThere(KeyName name) throws Exception {
        return answer(reader("main").keys()).stream().anyMatch(key -> key.name().equals(name.value()));
    }

    private List<String> versions(KeyName name) throws Exception {
        return answer(reader("main").versions(name.value())).stream()
                .map(VaultSight.Version::id)
                .toList();
    }

    @Test
    void aKeyBearsTheRunAndIsAsItWasWanted() throws Exception {
        assertInstanceOf(Outcome.Done.class, create("main", TDE, 3072));
        VaultReader.Listed listed = answer(reader("main").keys()).getFirst();
        assertEquals(Map.of("keyturn-run", "20261125-0001"), listed.tags());
        String version = versions(TDE).getFirst();
        assertEquals(1, versions(TDE).size());
        VaultSight.Material material = answer(reader("main").material(TDE.value(), version));
        assertEquals("RSA 3072", material.toString());
        assertEquals(3072, material.modulus().orElseThrow().bitLength());
        assertTrue(
                material.operations().contains("unwrapKey"),
                material.operations().toString());
    }

    @Test
    void anExistingKeyGetsNoVersionByAccident() throws Exception {
        assertInstanceOf(Outcome.Done.class, create("main", TDE, 2048));
        List<String> first = versions(TDE);
        assertTold(
                notSent(create("main", TDE, 2048)),
                "vault.keyExists",
                "vault.keyExists",
                "vault.keyExists.next",
                "main",
                "tde-key-2027");
        assertEquals(first, versions(TDE));
    }

    @Test
    void aDeletedKeyKeepsItsName() throws Exception {
        assertInstanceOf(Outcome.Done.class, create("main", TDE, 2048));
        world.ask(
                "DELETE",
                world.doors().address("main") + "/keys/tde-key-2027?api-version=7.4",
                world.token("https://vault.azure.net"),
                "");
        assertEquals(
                "tde-key-2027", answer(reader("main").deletedKeys()).getFirst().name());
        assertTold(
                refused(create("main", TDE, 2048)),
                "vault.409.ObjectIsDeletedButRecoverable",
                "vault.409.ObjectIsDeletedButRecoverable",
                "vault.409.ObjectIsDeletedButRecoverable.next",
                "main",
                "tde-key-2027");
    }

    @Test
    void aBackupIsKeptInItsFileAndNothingIsWrittenOver() throws Exception {
        assertInstanceOf(Outcome.Done.class, create("main", TDE, 2048));
        assertInstanceOf(Outcome.Done.class, backUp("main", TDE));
        byte[] kept = Files.readAllBytes(folder.resolve("backup"));
        assertTrue(kept.length > 100, "a backup");
        assertEquals("run.keyBackup.there", notSent(backUp("main", TDE)).code());
        assertArrayEquals(kept, Files.readAllBytes(folder.resolve("backup")));
    }

    /** The vault did it and the answer was lost: the next look shows it, and nothing was sent a second time. */
    @Test
    void anActIsNotSentAgainWhenItsAnswerIsLost() throws Exception {
        assertInstanceOf(Outcome.Done.class, create("main", new KeyName("first"), 2048));
        world.faults().set("drop-after@vault:" + ACT);
        Problem lost = unanswered(create("main", TDE, 2048));
        assertEquals("vault.broken", lost.code());
        assertEquals(1, versions(TDE).size());
    }

    /** The vault did not do it, or something before it answered instead: neither is told by what came back. */
    @ParameterizedTest
    @ValueSource(strings = {"drop-before", "unavailable"})
    void anActThatMayHaveArrivedIsUnanswered(String fault) throws Exception {
        assertInstanceOf(Outcome.Done.class, create("main", new KeyName("first"), 2048));
        world.faults().set(fault + "@vault:" + ACT);
        unanswered(create("main", TDE, 2048));
        assertFalse(isThere(TDE));
    }

    @Test
    void whereTheNameCannotBeLookedUpNothingIsSent() throws Exception {
        assertInstanceOf(Outcome.Done.class, create("main", new KeyName("first"), 2048));
        world.faults().set("unavailable@vault");
        assertEquals(
                "vault.503.ServiceUnavailable",
                notSent(create("main", TDE, 2048)).code());
        world.faults().clear("unavailable");
        assertFalse(isThere(TDE));
    }

    /** The right is looked at when the act arrives: an answer came, and it says no. */
    @Test
    void whoMayNotIsToldSo() throws Exception {
        world.close();
        open(World.vault("main", "westeurope", World.settings(false, true, false, Firewall.OPEN)));
        Problem problem = refused(backUp("main", TDE));
        assertEquals("vault.403.ForbiddenByRbac", problem.code());
        assertTrue(
                problem.summary()
                        .text()
                        .contains(
                                Message.of("vault.asked.BACKUP", "tde-key-2027").text()),
                problem.summary().text());
    }

    @Test
    void whatNeverLeftThisMachineIsNotSent() throws Exception {
        String gone;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = "https://127.0.0.1:" + closed.getLocalPort();
        }
        assertEquals(
                "vault.connect",
                notSent(at(Optional.of(URI.create(gone)), doors().endpoints())).code());
        assertEquals(
                "vault.dns",
                notSent(at(Optional.of(URI.create("https://main.invalid")), doors().endpoints()))
                        .code());
        var noLogin = new AzureDoors.Endpoints(
                Optional.of(URI.create("https://login.invalid")),
                doors().endpoints().graph(),
                doors().endpoints().manager());
        assertEquals("login.dns", notSent(at(vault("main").endpoint(), noLogin)).code());
    }

    /** Backs a key up at a vault that answers somewhere else. */
    private Outcome at(Optional<URI> endpoint, AzureDoors.Endpoints endpoints) throws Exception {
        VaultDoor door = new VaultDoor(vault("main").address(), endpoint);
        var elsewhere = new AzureDoors(
                List.of(door),
                doors().signIn(),
                doors().tenant(),
                doors().cloud(),
                endpoints,
                doors().certificate(),
                doors().application());
        var file = new LocalPath(folder.resolve("backup").toString());
        return new KeyVaultWriter(entra(elsewhere), "20261125-0001")
                .perform(new VaultAct.BackUpKey(door.address(), TDE, file, ""));
    }
}
