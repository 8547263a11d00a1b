package keyturn.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultDoor;
import keyturn.domain.host.HostDoor;
import keyturn.inspect.Worlds;
import keyturn.practice.Range;

/** A range as a world: reached by an ordinary address, login and certificate. */
public final class PracticeWorld implements Worlds.World {

    private final Range range;
    private final List<Message> differences;
    private final Consumer<PracticeWorld> onClose;

    /** @param onClose told once, when the range has ended by this world */
    public PracticeWorld(Range range, Consumer<PracticeWorld> onClose) {
        this(range, List.of(), onClose);
    }

    /** @param differences of a copy from its server */
    PracticeWorld(Range range, List<Message> differences, Consumer<PracticeWorld> onClose) {
        this.range = range;
        this.differences = List.copyOf(differences);
        this.onClose = onClose;
    }

    @Override
    public Target target() {
        ServerAddress address = new ServerAddress("127.0.0.1", Optional.empty(), OptionalInt.of(range.port()));
        Target.Node node = new Target.Node(new NodeName(address.toString()), address);
        Secret password = Secret.of(range.password().toCharArray());
        var signIn = new Target.SqlLogin(range.user(), password);
        return new Target(List.of(node), signIn, new Target.Verified(Optional.of(range.certificate())))
                .withAzure(azure())
                .withHost(Optional.of(host()));
    }

    /** The range stands in for PowerShell, which takes a second to start. */
    private HostDoor host() {
        Map<String, String> offers = range.offers();
        return new HostDoor.Practice(
                URI.create(offered(offers, "host")),
                range.certificate(),
                Path.of(offered(offers, "hostModule")),
                false);
    }

    private AzureDoors azure() {
        Map<String, String> offers = range.offers();
        var vault = new VaultAddress(offered(offers, "vaultName"), VaultAddress.Store.VAULT, Cloud.PUBLIC);
        ClientId client = new ClientId(offered(offers, "client"));
        Secret secret = Secret.of(offered(offers, "secret").toCharArray());
        return new AzureDoors(
                List.of(new VaultDoor(vault, door(offers, "vault"))),
                new AzureSignIn.ClientSecret(client, secret),
                Optional.of(new TenantId(offered(offers, "tenant"))),
                Cloud.PUBLIC,
                new AzureDoors.Endpoints(door(offers, "login"), door(offers, "graph"), door(offers, "azure")),
                Optional.of(range.certificate()),
                Optional.of(client));
    }

    private static Optional<URI> door(Map<String, String> offers, String name) {
        return Optional.of(AzureDoors.https(offered(offers, name)));
    }

    private static String offered(Map<String, String> offers, String name) {
        return Optional.ofNullable(offers.get(name)).orElseThrow();
    }

    @Override
    public String scenario() {
        return range.scenario();
    }

    @Override
    public Worlds.Offers offers() {
        return new Worlds.Offers(range.offers());
    }

    @Override
    public List<Message> differences() {
        return differences;
    }

    /** Whether it started is seen by anyone who connects next. */
    @Override
    public void restart() {
        boolean unused = range.restart();
    }

    @Override
    public void backUp(List<String> databases) {
        range.backUp(databases);
    }

    @Override
    public void awaitClosed() throws InterruptedException {
        range.awaitClose();
    }

    /** Synchronized: who comes second, as the end of the program does, waits until all is closed. */
    @Override
    public synchronized void close() {
        range.close();
        onClose.accept(this);
    }
}
