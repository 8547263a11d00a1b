package keyturn.practice.azure;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import keyturn.practice.directory.Application;
import keyturn.practice.directory.Caller;
import keyturn.practice.directory.Directory;
import keyturn.practice.directory.GraphDoor;
import keyturn.practice.directory.LoginDoor;
import keyturn.practice.directory.Tokens;
import keyturn.practice.vault.VaultPorts;
import keyturn.practice.vault.Vaults;
import keyturn.practice.web.Handler;
import keyturn.practice.web.Held;
import keyturn.practice.web.Limits;
import keyturn.practice.web.WebDesk;
import keyturn.practice.web.WebFault;
import keyturn.practice.web.WebServer;

/** Sign-in, Graph, resource manager and vaults, each at a port of its own. */
public final class CloudDoors implements AutoCloseable {

    private static final String HOST = "https://127.0.0.1:";
    private static final String DOMAIN = ".vault.azure.net";
    /** The most policies that a vault may have are half of that. */
    private static final int LARGEST = 1024 * 1024;

    private static final String SQL_SERVER = "https://database.windows.net";

    private final Held<Directory> directory;
    private final Held<Vaults> vaults;
    private final LoginDoor signIn;
    private final WebServer login;
    private final WebServer graph;
    private final VaultPorts ports;
    private final WebServer manager;
    private final String vault;
    private final Tokens tokens;

    /** Those that are open, the last one first. */
    private final Deque<Open> doors = new ArrayDeque<>();

    @FunctionalInterface
    private interface Open {
        void close();
    }

    private CloudDoors(Cloud cloud, WebDesk desk, Clock clock) {
        this.directory = new Held<>(cloud.directory());
        this.vaults = new Held<>(cloud.vaults());
        this.vault = cloud.vault();
        this.tokens = new Tokens(clock);
        // a door tells its own address, which it has once it is open
        CompletableFuture<String> loginAddress = new CompletableFuture<>();
        CompletableFuture<String> managerAddress = new CompletableFuture<>();
        Supplier<String> at = loginAddress::join;
        this.signIn = new LoginDoor(
                directory, tokens, clock, () -> desk.faults().strikes("login", WebFault.Kind.SECRET_REJECTED), at);
        try {
            this.login = open("login", desk, signIn);
            loginAddress.complete(HOST + login.port());
            this.graph = open("graph", desk, new GraphDoor(directory, tokens, clock));
            this.ports = new VaultPorts(vaults, desk, tokens, cloud.materials(), clock, at);
            doors.push(ports::close);
            this.manager = open(
                    "azure",
                    desk,
                    new AzureDoor(cloud.azure(), vaults, directory, ports, tokens, clock, at, managerAddress::join));
            managerAddress.complete(HOST + manager.port());
        } catch (UncheckedIOException noPort) {
            close();
            throw noPort;
        }
    }

    private WebServer open(String door, WebDesk desk, Handler handler) {
        WebServer server = WebServer.start(
                door, 0, desk, desk.names().only(handler), Limits.standard().withBody(LARGEST));
        doors.push(server::close);
        return server;
    }

    /**
     * All doors are open when it returns.
     *
     * @throws java.io.UncheckedIOException if a port cannot be had
     */
    public static CloudDoors open(Cloud cloud, WebDesk desk, Clock clock) {
        return new CloudDoors(cloud, desk, clock);
    }

    /** The name of the person or application of whom a token for SQL Server speaks; empty where it is no such token. */
    public Optional<String> principal(String token) {
        try {
            Caller caller = tokens.caller(token);
            Optional<String> application = directory.now().tenants().stream()
                    .flatMap(tenant -> tenant.applications().stream())
                    .filter(one -> one.principalId().equals(caller.objectId()))
                    .map(Application::name)
                    .findFirst();
            return Optional.of(caller)
                    .filter(one -> one.audience().equals(SQL_SERVER))
                    .flatMap(one -> one.userName().or(() -> application));
        } catch (Tokens.BadToken none) {
            return Optional.empty();
        }
    }

    public String login() {
        return HOST + login.port();
    }

    public String graph() {
        return HOST + graph.port();
    }

    public String manager() {
        return HOST + manager.port();
    }

    /** Name of the vault that the SQL Server's keys are in. */
    public String vaultName() {
        return vault;
    }

    /** Of the vault that the SQL Server's keys are in; nobody answers there while it is deleted. */
    public String vault() {
        return address(vault);
    }

    /** Where a host answers that DNS knows; a deleted vault's name is gone from there. */
    public Optional<String> host(String name) {
        return name.endsWith(DOMAIN)
                ? ports.address(name.substring(0, name.length() - DOMAIN.length()))
                : Optional.empty();
    }

    /** Where a vault is, or will be once it is recovered. */
    public String address(String name) {
        return ports.address(name).orElseGet(() -> ports.kept(name));
    }

    /** Says yes, or no, to each sign-in that waits for a person; returns how many. */
    public int settle(boolean yes) {
        return yes ? signIn.consent() : signIn.decline();
    }

    /** The state of the directory, for who wants to see it. */
    public Directory directory() {
        return directory.now();
    }

    /** The state of the vaults, for who wants to see it. */
    public Vaults vaults() {
        return vaults.now();
    }

    /** Clients that are connected to any door. */
    public int connections() {
        return login.connections() + graph.connections() + manager.connections() + ports.connections();
    }

    @Override
    public void close() {
        doors.forEach(Open::close);
    }
}
