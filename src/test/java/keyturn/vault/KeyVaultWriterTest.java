package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultSight;
import keyturn.entra.AtAzure;
import keyturn.inspect.VaultReader;
import keyturn.practice.azure.World;
import keyturn.practice.vault.Firewall;
import keyturn.run.door.AzureAccess.NewKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts on a vault: what they leave there, and that nothing is done twice or to what is there already. */
final class KeyVaultWriterTest extends AtAzure {

    private static final KeyName TDE = new KeyName("tde-key-2027");

    @BeforeEach
    void open() throws Exception {
        open(standard());
    }

    private KeyVaultWriter writer(String vault) throws Exception {
        return new KeyVaultWriter(entra(), vault(vault), "20261125-0001");
    }

    private KeyVaultReader reader(String vault) throws Exception {
        return new KeyVaultReader(entra(), vault(vault));
    }

    private static NewKey wanted(KeyName name, int bits) {
        return new NewKey(name, false, bits, Optional.empty(), Map.of());
    }

    private static Problem raised(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(Problem.Raised.class, act).problem();
    }

    @Test
    void aKeyBearsTheRunAndIsAsItWasWanted() throws Exception {
        Instant end = Instant.now().plus(700, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        KeyReference made =
                writer("main").create(new NewKey(TDE, false, 3072, Optional.of(end), Map.of("server", "SQL01")));
        assertEquals(TDE, made.name());
        VaultReader.Listed listed = answer(reader("main").keys()).getFirst();
        assertEquals(Map.of("keyturn-run", "20261125-0001", "server", "SQL01"), listed.tags());
        List<VaultSight.Version> versions = answer(reader("main").versions(TDE.value()));
        assertEquals(
                List.of(made.version().orElseThrow()),
                versions.stream().map(VaultSight.Version::id).toList());
        assertEquals(Optional.of(end), versions.getFirst().expires());
        VaultSight.Material material =
                answer(reader("main").material(TDE.value(), made.version().orElseThrow()));
        assertEquals("RSA 3072", material.toString());
        assertEquals(3072, material.modulus().orElseThrow().bitLength());
        assertTrue(
                material.operations().contains("unwrapKey"),
                material.operations().toString());
    }

    @Test
    void anExistingKeyGetsNoVersionByAccident() throws Exception {
        KeyReference first = writer("main").create(wanted(TDE, 2048));
        assertTold("""
                vault.key-exists
                The vault main already has a key tde-key-2027; it was left as it is.
                Choose another name: the vault would have given that key a new version. If this run was under way before, the key may be its own: its tag keyturn-run says so.
                """, raised(() -> writer("main").create(wanted(TDE, 2048))));
        assertEquals(
                List.of(first.version().orElseThrow()),
                answer(reader("main").versions(TDE.value())).stream()
                        .map(VaultSight.Version::id)
                        .toList());
    }

    @Test
    void aDeletedKeyKeepsItsNameAndComesBack() throws Exception {
        KeyReference made = writer("main").create(wanted(TDE, 2048));
        world.ask(
                "DELETE",
                world.doors().address("main") + "/keys/tde-key-2027?api-version=7.4",
                world.token("https://vault.azure.net"),
                "");
        assertEquals(
                "tde-key-2027", answer(reader("main").deletedKeys()).getFirst().name());
        assertTold("""
                vault.409.ObjectIsDeletedButRecoverable
                The vault main has a deleted key tde-key-2027 that can still be recovered, so the name is not free.
                Recover that key if it is the one you need; else choose another name. Keyturn purges nothing.
                """, raised(() -> writer("main").create(wanted(TDE, 2048))));
        writer("main").recover(TDE);
        assertEquals(
                made.version().orElseThrow(),
                answer(reader("main").versions(TDE.value())).getFirst().id());
    }

    @Test
    void aBackupGoesIntoAnotherVaultOfTheGeographyAndNoOther() throws Exception {
        KeyReference made = writer("main").create(wanted(TDE, 2048));
        byte[] backup = writer("main").backup(TDE);
        assertEquals(made, writer("near").restore(backup));
        Problem again = raised(() -> writer("near").restore(backup));
        assertEquals("vault.409.Conflict", again.code());
        assertEquals(
                "The vault near cannot have a key restored now: something stands against it.",
                again.summary().text());
        Problem far = raised(() -> writer("far").restore(backup));
        assertTrue(far.code().startsWith("vault.400"), far.code());
        assertTrue(far.next().text().contains("geography"), far.next().text());
    }

    /** The vault did it and the answer was lost: the next look shows it, and nothing was sent a second time. */
    @Test
    void anActIsNotSentAgainWhenItsAnswerIsLost() throws Exception {
        writer("main").create(wanted(new KeyName("first"), 2048));
        world.faults().set("drop-after@vault:2");
        Problem lost = raised(() -> writer("main").create(wanted(TDE, 2048)));
        assertEquals("vault.broken", lost.code());
        assertTrue(
                lost.next().text().contains("look before doing anything again"),
                lost.next().text());
        assertEquals(1, answer(reader("main").versions(TDE.value())).size());
    }

    @Test
    void whoMayNotIsToldSo() throws Exception {
        world.close();
        open(World.vault("main", "westeurope", World.settings(false, true, false, Firewall.OPEN)));
        Problem problem = raised(() -> writer("main").backup(TDE));
        assertEquals("vault.403.ForbiddenByRbac", problem.code());
        assertEquals(
                "The vault main refuses to have key tde-key-2027 backed up: no role of the signed-in principal allows it.",
                problem.summary().text());
    }
}
