package keyturn.practice.vault;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import keyturn.practice.directory.Tokens;
import keyturn.practice.loopback.LoopbackPort;
import keyturn.practice.web.Held;
import keyturn.practice.web.Limits;
import keyturn.practice.web.WebDesk;
import keyturn.practice.web.WebServer;

/**
 * The ports of the vaults: one for each that lives. A deleted vault's is shut, as its name leaves DNS; one that is
 * recovered has the port that it had.
 */
public final class VaultPorts implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(VaultPorts.class.getName());

    private final Held<Vaults> vaults;
    private final WebDesk desk;
    private final Guard guard;
    private final Materials materials;
    private final Clock clock;
    private final Map<String, WebServer> open = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private boolean closed;

    /** @param login address of the sign-in that the vaults send to */
    public VaultPorts(
            Held<Vaults> vaults,
            WebDesk desk,
            Tokens tokens,
            Materials materials,
            Clock clock,
            Supplier<String> login) {
        this.vaults = vaults;
        this.desk = desk;
        this.guard = new Guard(tokens, clock, login);
        this.materials = materials;
        this.clock = clock;
        try {
            vaults.watch(this::fit);
        } catch (UncheckedIOException noPort) {
            close();
            throw noPort;
        }
    }

    private synchronized void fit(Vaults now) {
        if (closed) {
            return;
        }
        List<String> live = now.vaults().values().stream()
                .filter(Vault::live)
                .map(v -> v.name().toLowerCase(Locale.ROOT))
                .toList();
        List.copyOf(open.keySet()).stream().filter(n -> !live.contains(n)).forEach(this::shut);
        live.stream().filter(n -> !open.containsKey(n)).forEach(this::open);
    }

    private void open(String name) {
        VaultDoor door = new VaultDoor(vaults, name, guard, materials, clock);
        WebServer server = server(door, ports.getOrDefault(name, 0));
        open.put(name, server);
        ports.put(name, server.port());
    }

    private WebServer server(VaultDoor door, int port) {
        try {
            return WebServer.start("vault", port, desk, desk.names().only(door), Limits.standard());
        } catch (UncheckedIOException taken) {
            LOG.log(System.Logger.Level.DEBUG, "Somebody took the port meanwhile; another serves.", taken);
            return WebServer.start("vault", 0, desk, desk.names().only(door), Limits.standard());
        }
    }

    private void shut(String name) {
        Optional.ofNullable(open.remove(name)).ifPresent(WebServer::close);
    }

    /** {@code https://127.0.0.1:PORT}; empty for a vault that has none. */
    public synchronized Optional<String> address(String vault) {
        return Optional.ofNullable(open.get(vault.toLowerCase(Locale.ROOT))).map(s -> "https://127.0.0.1:" + s.port());
    }

    /** The address that a vault without a port will have; found now if it never had one. */
    public synchronized String kept(String vault) {
        int port = ports.computeIfAbsent(vault.toLowerCase(Locale.ROOT), v -> LoopbackPort.reserved());
        return "https://127.0.0.1:" + port;
    }

    /** Clients that are connected to any vault. */
    public synchronized int connections() {
        return open.values().stream().mapToInt(WebServer::connections).sum();
    }

    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(open.keySet()).forEach(this::shut);
    }
}
