package keyturn.practice.web;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import keyturn.practice.loopback.Guest;
import keyturn.practice.loopback.LoopbackPort;

/** Speaks HTTP/1.1 over TLS on 127.0.0.1 alone. */
public final class WebServer implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final String door;
    private final WebDesk desk;
    private final Handler handler;
    private final Limits limits;
    private final LoopbackPort port;

    private WebServer(String door, int wanted, WebDesk desk, Handler handler, Limits limits) {
        this.door = door;
        this.desk = desk;
        this.handler = handler;
        this.limits = limits;
        this.port = LoopbackPort.open(door, wanted, LOOK, this::admit);
    }

    /**
     * Listens when it returns.
     *
     * @param door vault, login, graph or azure, for faults and the log
     * @param port 0 for a free one
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public static WebServer start(String door, int port, WebDesk desk, Handler handler, Limits limits) {
        return new WebServer(door, port, desk, handler, limits);
    }

    public int port() {
        return port.number();
    }

    /** Clients that are connected or about to be. */
    public int connections() {
        return port.inside();
    }

    private Optional<Guest> admit(Socket client, int inside) throws IOException {
        if (inside >= limits.connections() || desk.unreachable(door)) {
            return Optional.empty();
        }
        client.setTcpNoDelay(true);
        return Optional.of(new WebConnection(client, desk, request -> desk.answer(door, request, handler), limits));
    }

    /** Returns when all connections have ended, or after five seconds. */
    @Override
    public void close() {
        port.close();
    }
}
