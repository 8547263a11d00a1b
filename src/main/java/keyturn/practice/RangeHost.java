package keyturn.practice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import keyturn.practice.host.Engine;
import keyturn.practice.host.HostDoor;
import keyturn.practice.host.HostFaults;
import keyturn.practice.host.WindowsHost;
import keyturn.practice.scenario.Scenario;
import keyturn.practice.server.SqlServer;
import keyturn.practice.server.state.Instance;
import keyturn.practice.web.Limits;
import keyturn.practice.web.OwnNames;
import keyturn.practice.web.WebDesk;
import keyturn.practice.web.WebFaults;
import keyturn.practice.web.WebServer;

/** The Windows host of the range's SQL Server: its door, and the module by which a real PowerShell reaches it. */
final class RangeHost implements AutoCloseable {

    private static final String MODULE = "/keyturn/practice/host/practice-host.psm1";

    private final HostFaults faults;
    private final WebServer door;
    private final Path module;

    private RangeHost(HostFaults faults, WebServer door, Path module) {
        this.faults = faults;
        this.door = door;
        this.module = module;
    }

    /**
     * @param module where the module is written
     * @throws IOException if it cannot be written
     * @throws java.io.UncheckedIOException if a port cannot be had
     */
    static RangeHost open(
            Scenario scenario,
            SqlServer server,
            Runnable dropAll,
            SSLContext tls,
            OwnNames names,
            WebFaults web,
            Path module)
            throws IOException {
        PrivateFiles.write(module, text());
        HostFaults faults = new HostFaults();
        WindowsHost host =
                new WindowsHost(new Service(server, dropAll), scenario.neighbours(), faults, Clock.systemUTC());
        HostDoor door = new HostDoor(host, server.log()::host);
        // each script and cmdlet is logged by the door itself
        WebDesk desk = new WebDesk(tls, names, web, (which, request, program, status) -> {});
        return new RangeHost(faults, WebServer.start("host", 0, desk, names.only(door), Limits.standard()), module);
    }

    private static String text() throws IOException {
        try (InputStream in = RangeHost.class.getResourceAsStream(MODULE)) {
            if (in == null) {
                throw new IOException(MODULE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** By the names of the ready file. */
    Map<String, String> offers() {
        return Map.of(
                "host",
                "https://127.0.0.1:" + door.port(),
                "hostModule",
                module.toAbsolutePath().toString());
    }

    HostFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        door.close();
        PrivateFiles.delete(module);
    }

    /** The SQL Server as a service that can be stopped and started. */
    private record Service(SqlServer server, Runnable dropAll) implements Engine {

        @Override
        public Instance instance() {
            return server.instance();
        }

        @Override
        public LocalDateTime now() {
            return server.now();
        }

        @Override
        public boolean running() {
            return server.listening();
        }

        @Override
        public void stop() {
            server.stop();
            dropAll.run();
        }

        @Override
        public boolean start() {
            return server.restart(dropAll);
        }

        @Override
        public void change(UnaryOperator<Instance> change) {
            server.change(change);
        }
    }
}
