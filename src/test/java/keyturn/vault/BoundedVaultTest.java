package keyturn.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import keyturn.azure.ManagerReader;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.AtAzure;
import keyturn.entra.Entra;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault that never ends its answer, or leads elsewhere, costs one fact. */
@BesideOthers
final class BoundedVaultTest extends AtAzure {

    @TempDir
    private Path folder;

    private Entra trusting(Duration whole, HostileVault... vaults) throws Exception {
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
        return bounded(doors, whole);
    }

    /** The token for the resource manager was got by then. */
    @Test
    void aNextPageOfTheResourceManagerOnAnotherHostIsNotAskedForEither() throws Exception {
        open(standard());
        try (HostileVault thief = new HostileVault(HostileVault.page(""));
                HostileVault manager = new HostileVault(HostileVault.page(thief.address() + "/subscriptions"))) {
            ManagerReader reader = reader(manager, manager.pem() + thief.pem());
            assertEquals(
                    "azure.limit-elsewhere", failed(reader.vault(door(manager))).code());
            assertEquals(1, manager.requests());
            assertEquals(0, thief.requests());
        }
    }

    @Test
    void aVaultThatIsNotInTheFirstHundredSubscriptionsIsNotCalledMissing() throws Exception {
        open(standard());
        String many = IntStream.range(0, 101)
                .mapToObj(number -> "{\"subscriptionId\":\"s" + number + "\",\"name\":\"another\"}")
                .collect(Collectors.joining(",", "{\"value\":[", "]}"));
        try (HostileVault manager = new HostileVault(out -> out.write(many.getBytes(UTF_8)))) {
            ManagerReader reader = reader(manager, manager.pem());
            assertEquals(
                    "azure.many-subscriptions",
                    failed(reader.vault(door(manager))).code());
        }
    }

    /** Signs in at the practice sign-in, and asks this manager. */
    private ManagerReader reader(HostileVault manager, String trusted) throws Exception {
        AzureDoors own = doors();
        Path pem = Files.writeString(folder.resolve("all.pem"), world.pem() + trusted);
        Entra entra = entra(new AzureDoors(
                own.vaults(),
                own.signIn(),
                own.tenant(),
                own.cloud(),
                own.endpoints(),
                Optional.of(pem),
                own.application()));
        return new ManagerReader(entra, manager.address(), "https://management.azure.com");
    }

    private static VaultDoor door(HostileVault vault) {
        return new VaultDoor(
                new VaultAddress("main", VaultAddress.Store.VAULT, Cloud.PUBLIC),
                Optional.of(URI.create(vault.address())));
    }

    private Problem keys(HostileVault... vaults) throws Exception {
        return keys(Duration.ofSeconds(20), vaults);
    }

    private Problem keys(Duration whole, HostileVault... vaults) throws Exception {
        var reader = new KeyVaultReader(trusting(whole, vaults), door(vaults[0]));
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> failed(reader.keys()));
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
            assertEquals("vault.limit-time", keys(Duration.ofSeconds(2), vault).code());
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
