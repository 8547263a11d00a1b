package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.AtAzure;
import keyturn.entra.Entra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault that never ends its answer, or leads elsewhere, costs one fact. */
final class BoundedVaultTest extends AtAzure {

    @TempDir
    private Path folder;

    private Entra trusting(HostileVault... vaults) throws Exception {
        StringBuilder pem = new StringBuilder();
        for (HostileVault vault : vaults) {
            pem.append(vault.pem());
        }
        var doors = new AzureDoors(
                List.of(door(vaults[0])),
                secret("unused"),
                Optional.of(new TenantId("tenant.example")),
                Cloud.PUBLIC,
                new AzureDoors.Endpoints(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.of(Files.writeString(folder.resolve("hostile.pem"), pem)),
                Optional.empty());
        return hasty(doors);
    }

    private static VaultDoor door(HostileVault vault) {
        return new VaultDoor(
                new VaultAddress("main", VaultAddress.Store.VAULT, Cloud.PUBLIC),
                Optional.of(URI.create(vault.address())));
    }

    private Problem keys(HostileVault... vaults) throws Exception {
        var reader = new KeyVaultReader(trusting(vaults), door(vaults[0]));
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> failed(reader.keys()));
    }

    @Test
    void aBodyWithoutEndIsGivenUpAtItsSize() throws Exception {
        try (HostileVault vault = new HostileVault(out -> {
            for (byte[] piece = new byte[1 << 16]; ; ) {
                out.write(piece);
            }
        })) {
            assertEquals("vault.limit-size", keys(vault).code());
        }
    }

    @Test
    void anAnswerThatDripsIsGivenUp() throws Exception {
        try (HostileVault vault = HostileVault.dripping()) {
            assertEquals("vault.limit-time", keys(vault).code());
        }
    }

    @Test
    void aListWithoutEndIsGivenUp() throws Exception {
        try (HostileVault vault = HostileVault.endless()) {
            assertEquals("vault.limit-pages", keys(vault).code());
        }
    }

    @Test
    void aNextPageOnAnotherHostIsNotAskedFor() throws Exception {
        try (HostileVault thief = new HostileVault(HostileVault.page(""));
                HostileVault vault = new HostileVault(HostileVault.page(thief.address() + "/keys"))) {
            assertEquals("vault.limit-elsewhere", keys(vault, thief).code());
            assertEquals(0, thief.requests());
        }
    }
}
