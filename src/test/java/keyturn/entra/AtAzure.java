package keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.inspect.Told;
import keyturn.practice.azure.World;
import keyturn.practice.directory.Directory;
import keyturn.practice.vault.Vault;
import keyturn.practice.vault.Vaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of an adapter at practice doors, which it is led to by ordinary settings: addresses, a certificate, a sign-in. */
public abstract class AtAzure {

    protected static final ClientId CLIENT = new ClientId(World.CLIENT);

    protected World world = World.NONE;

    @TempDir
    private Path folder;

    protected final void open(Vault vault) throws Exception {
        open(vault, all -> all, who -> who);
    }

    protected final void open(Vault vault, UnaryOperator<Vaults> how, UnaryOperator<Directory> who) throws Exception {
        world = World.of(vault, how, who);
    }

    protected static Vault standard() {
        return World.vault("main", "westeurope", Vault.Settings.STANDARD);
    }

    @AfterEach
    final void close() {
        world.close();
    }

    /** The world's doors, for the application with its secret. */
    protected final AzureDoors doors() throws IOException {
        return doors(secret(World.SECRET), World.TENANT);
    }

    protected static AzureSignIn secret(String text) {
        return new AzureSignIn.ClientSecret(CLIENT, Secret.of(text.toCharArray()));
    }

    protected final AzureDoors doors(AzureSignIn signIn, String tenant) throws IOException {
        return new AzureDoors(
                List.of(vault("main"), vault("near"), vault("far")),
                signIn,
                Optional.of(new TenantId(tenant)),
                Cloud.PUBLIC,
                new AzureDoors.Endpoints(
                        at(world.doors().login()),
                        at(world.doors().graph()),
                        at(world.doors().manager())),
                Optional.of(certificate()),
                Optional.of(CLIENT));
    }

    /** The world's certificate as a file. */
    protected final Path certificate() throws IOException {
        return Files.writeString(folder.resolve("world.pem"), world.pem());
    }

    protected final VaultDoor vault(String name) {
        return new VaultDoor(
                new VaultAddress(name, VaultAddress.Store.VAULT, Cloud.PUBLIC),
                at(world.doors().address(name)));
    }

    protected static Optional<URI> at(String address) {
        return Optional.of(URI.create(address));
    }

    protected final Entra entra() throws IOException, Problem.Raised {
        return entra(doors());
    }

    protected static Entra entra(AzureDoors doors) throws Problem.Raised {
        return Entra.open(doors, (code, page, until) -> {});
    }

    /** One that waits no longer than it must to see that nothing comes. */
    protected final Entra hasty() throws IOException, Problem.Raised {
        return Entra.open(
                doors(),
                (code, page, until) -> {},
                new Waits(Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofSeconds(2), 1));
    }

    /** One that gives up an answer after a megabyte, or a time. */
    protected static Entra bounded(AzureDoors doors, Duration whole) throws Problem.Raised {
        return Entra.open(
                doors, (code, page, until) -> {}, new Waits(Duration.ofSeconds(20), Duration.ofSeconds(20), whole, 1));
    }

    protected static <T> T answer(Told<T> told) {
        if (told instanceof Told.Answered<T> answered) {
            return answered.content();
        }
        throw new AssertionError(told.toString());
    }

    protected static <T> Problem failed(Told<T> told) {
        return assertInstanceOf(Told.Failed.class, told).problem();
    }

    protected static <T> Told.Forbidden<T> forbidden(Told<T> told) {
        if (told instanceof Told.Forbidden<T> forbidden) {
            return forbidden;
        }
        throw new AssertionError(told.toString());
    }

    /** Code and keys, and that each of the values stands in what is said or in what to do next. */
    protected static void assertTold(Problem problem, String code, String summary, String next, String... values) {
        assertEquals(
                List.of(code, summary, next),
                List.of(problem.code(), problem.summary().key(), problem.next().key()));
        String said = problem.summary().text() + problem.next().text();
        for (String value : values) {
            assertTrue(said.contains(value), said);
        }
    }
}
