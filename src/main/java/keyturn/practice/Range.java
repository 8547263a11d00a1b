package keyturn.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import keyturn.practice.azure.CloudDoors;
import keyturn.practice.connector.HttpsKeyVault;
import keyturn.practice.host.HostFaults;
import keyturn.practice.scenario.Scenario;
import keyturn.practice.scenario.Scenarios;
import keyturn.practice.server.Accounts;
import keyturn.practice.server.RequestLog;
import keyturn.practice.server.SqlServer;
import keyturn.practice.server.state.Instance;
import keyturn.practice.tds.Certificate;
import keyturn.practice.tds.TdsServer;
import keyturn.practice.web.OwnNames;
import keyturn.practice.web.WebDesk;
import keyturn.practice.web.WebFault;
import keyturn.practice.web.WebFaults;
import org.jspecify.annotations.Nullable;

/**
 * A running practice range: a SQL Server with vaults, directory and resource manager on loopback, as its scenario says
 * at the start, and a door to meddle with them. A restart of the server leaves all the others as they are.
 */
public final class Range implements AutoCloseable {

    private final Scenario scenario;
    private final RangeOptions options;
    private final String password = Accounts.password();
    private final String readerPassword = Accounts.password();
    private final SqlServer server;
    private final TdsServer wire;
    private final Path pem;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final WebFaults faults = new WebFaults();
    private final CloudDoors cloud;
    private final HttpsKeyVault connector;
    private final RangeHost host;
    private @Nullable ControlDoor control;

    private Range(Scenario scenario, RangeOptions options) throws IOException {
        Clock clock = Clock.systemUTC();
        this.scenario = scenario;
        this.options = options;
        Accounts accounts = new Accounts(
                scenario.instance().identity().collation(),
                Map.of(scenario.administrator(), password, scenario.reader(), readerPassword));
        Certificate certificate = Certificate.create(clock.instant(), options.names());
        Path folder =
                options.certificates().isPresent() ? options.certificates().get() : PrivateFiles.folder();
        this.pem = folder.resolve(name(".pem"));
        PrivateFiles.write(pem, certificate.pem());
        RequestLog log = RequestLog.to(options.log());
        this.cloud = CloudDoors.open(
                scenario.cloud(),
                new WebDesk(certificate.tls(), new OwnNames(options.names()), faults, log::web),
                clock);
        accounts.trust(cloud::principal);
        this.connector = new HttpsKeyVault(certificate.x509(), this::host);
        Instance instance = scenario.instance();
        try {
            this.server = new SqlServer(instance.with(instance.ekm().with(connector)), accounts, log, clock);
            this.wire = TdsServer.start(server, certificate, 0);
            this.host = RangeHost.open(
                    scenario,
                    server,
                    wire::dropAll,
                    certificate.tls(),
                    new OwnNames(options.names()),
                    faults,
                    folder.resolve(name(".psm1")));
            options.faults().forEach(this::setFault);
        } catch (IOException | RuntimeException failed) {
            connector.close();
            cloud.close();
            throw failed;
        }
    }

    /** Of a file of this range alone. */
    private String name(String ending) {
        return "keyturn-practice-" + ProcessHandle.current().pid() + "-"
                + Integer.toHexString(System.identityHashCode(this)) + ending;
    }

    /** Where the server's connector finds a vault by its name. */
    private Optional<String> host(String name) {
        return faults.strikes(WebFault.DNS, WebFault.Kind.DNS_GONE) ? Optional.empty() : cloud.host(name);
    }

    /**
     * Takes connections when it returns.
     *
     * @throws keyturn.practice.scenario.ScenarioFault for an unknown or faulty scenario
     * @throws IllegalArgumentException for a fault that is not understood
     * @throws IOException if a file cannot be written or a port opened
     */
    public static Range start(RangeOptions options) throws IOException {
        if (options.ready().isPresent()) {
            ReadyFile.demandFree(options.ready().get());
        }
        Scenario scenario = Scenarios.load(options.scenario(), LocalDateTime.now(Clock.systemUTC()));
        Range range = new Range(scenario, options);
        try {
            range.control = ControlDoor.open(range);
            if (options.ready().isPresent()) {
                PrivateFiles.write(options.ready().get(), range.readyText());
            }
            return range;
        } catch (IOException | RuntimeException e) {
            range.close();
            throw e;
        }
    }

    public int port() {
        return wire.port();
    }

    /** Login that is sysadmin. */
    public String user() {
        return scenario.administrator();
    }

    public String password() {
        return password;
    }

    /** Login that may only connect. */
    public String reader() {
        return scenario.reader();
    }

    public String readerPassword() {
        return readerPassword;
    }

    /** URL of the control door. */
    public String control() {
        return Optional.ofNullable(control).map(ControlDoor::url).orElse("");
    }

    /** The certificate that the SQL door shows. */
    public Path certificate() {
        return pem;
    }

    public String scenario() {
        return scenario.name();
    }

    public RequestLog log() {
        return server.log();
    }

    /** The server behind the door, for who wants to see its state. */
    public SqlServer server() {
        return server;
    }

    /** All doors that are open, by the names of the ready file, in its order. */
    public SequencedMap<String, String> offers() {
        SequencedMap<String, String> offers = new LinkedHashMap<>();
        offers.put("sql", "127.0.0.1:" + port());
        offers.put("user", user());
        offers.put("password", password);
        offers.put("reader", reader());
        offers.put("readerPassword", readerPassword);
        offers.put("control", control());
        offers.put("vault", cloud.vault() + "/");
        offers.put("vaultName", cloud.vaultName());
        offers.put("login", cloud.login());
        offers.put("graph", cloud.graph());
        offers.put("azure", cloud.manager());
        offers.putAll(host.offers());
        offers.put("tenant", scenario.cloud().tenant());
        offers.put("client", scenario.application().clientId());
        offers.put("secret", scenario.application().secrets().getFirst().value());
        scenario.application().byOwner().ifPresent(one -> offers.put("newSecret", one.value()));
        offers.put("certificate", pem.toAbsolutePath().toString());
        offers.put("scenario", scenario());
        return offers;
    }

    private String readyText() {
        Map<String, Object> ready = new LinkedHashMap<>(offers());
        ready.put("pid", ProcessHandle.current().pid());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(ready) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Every connection dies, and the server starts anew.
     *
     * @return whether it runs again: not with the fault {@code start-fails}
     */
    public boolean restart() {
        return server.restart(wire::dropAll);
    }

    /** Has these databases backed up, log and whole, by a job of the server; returns once that is over. */
    public void backUp(List<String> databases) {
        new BackupJob(server, user(), password).run(databases);
    }

    /** Ends the connections whose program name holds the given part, all for an empty one; returns how many. */
    public int drop(String program) {
        return server.drop(program);
    }

    /** Requests that faults hold now, at all doors. */
    public int held() {
        return server.held() + faults.held();
    }

    /** What faults hold goes on, at any door. */
    public void release() {
        server.release();
        faults.release();
    }

    /** @throws IllegalArgumentException for a fault that is not understood */
    public void setFault(String text) {
        if (HostFaults.concerns(text)) {
            host.faults().set(text);
            return;
        }
        if (WebFault.concerns(text)) {
            faults.set(text);
            return;
        }
        try {
            server.setFault(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + " At the doors over HTTPS: " + WebFault.known() + ". On the host: "
                            + HostFaults.known() + ".",
                    e);
        }
    }

    public boolean clearFault(String text) {
        boolean atDoors = faults.clear(text);
        boolean onHost = host.faults().clear(text);
        return server.clearFault(text) || atDoors || onHost;
    }

    /** Doors of vaults, directory and resource manager. */
    public CloudDoors cloud() {
        return cloud;
    }

    /** Returns once the range is closed, as by the control door's {@code /stop}. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** Ends every connection and every thread; the files that were the range's own go, the log stays. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        options.ready().filter(file -> ReadyFile.holds(file, readyText())).ifPresent(PrivateFiles::delete);
        // who is held at a door, the server too, would keep the others waiting
        faults.end();
        wire.close();
        host.close();
        connector.close();
        cloud.close();
        Optional.ofNullable(control).ifPresent(ControlDoor::close);
        PrivateFiles.delete(pem);
        if (options.certificates().isEmpty()) {
            Optional.ofNullable(pem.getParent()).ifPresent(PrivateFiles::delete);
        }
        closed.countDown();
    }
}
