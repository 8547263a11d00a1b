package keyturn.practice.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Speaks HTTP/1.1 over TLS on 127.0.0.1 alone. */
public final class WebServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
    private static final int BACKLOG = 50;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String door;
    private final ServerSocket socket;
    private final WebDesk desk;
    private final Handler handler;
    private final Limits limits;
    private final Map<WebConnection, Thread> connections = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private WebServer(String door, ServerSocket socket, WebDesk desk, Handler handler, Limits limits) {
        this.door = door;
        this.socket = socket;
        this.desk = desk;
        this.handler = handler;
        this.limits = limits;
    }

    /**
     * Listens when it returns.
     *
     * @param door vault, login, graph or azure, for faults and the log
     * @param port 0 for a free one
     * @throws UncheckedIOException if the port is taken
     */
    public static WebServer start(String door, int port, WebDesk desk, Handler handler, Limits limits) {
        try {
            ServerSocket socket = new ServerSocket();
            // a vault that is recovered comes back to its address
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
            WebServer server = new WebServer(door, socket, desk, handler, limits);
            Thread.ofVirtual().name("practice-" + door + "-door").start(server::accept);
            Thread.ofVirtual().name("practice-" + door + "-watch").start(server::watch);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be opened: " + e.getMessage(), e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Clients that are connected or about to be. */
    public int connections() {
        return connections.size();
    }

    private void accept() {
        try {
            // a machine out of handles refuses at once, again and again
            for (boolean well = true; well || !closing.await(100, TimeUnit.MILLISECONDS); ) {
                well = closing.getCount() > 0 && admitted();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean admitted() {
        try {
            admit(socket.accept());
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Nobody came in: " + e.getMessage());
            return false;
        }
    }

    private void admit(Socket client) throws IOException {
        SSLContext tls = desk.tls();
        WebConnection connection = new WebConnection(client, tls, this::answer, limits);
        if (connections.size() >= limits.connections() || desk.unreachable(door)) {
            connection.close();
            return;
        }
        client.setTcpNoDelay(true);
        Thread thread = Thread.ofVirtual().name("practice-" + door + "-client").unstarted(() -> {
            try {
                connection.run();
            } finally {
                connections.remove(connection);
            }
        });
        connections.put(connection, thread);
        thread.start();
        if (closing.getCount() == 0) {
            connection.close();
        }
    }

    private Optional<Reply> answer(Request request) {
        return desk.answer(door, request, handler);
    }

    private void watch() {
        try {
            while (!closing.await(250, TimeUnit.MILLISECONDS)) {
                connections.keySet().forEach(WebConnection::closeIfLate);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all connections have ended, or after five seconds. */
    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The door was closed already.", e);
        }
        List.copyOf(connections.keySet()).forEach(WebConnection::close);
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread thread : List.copyOf(connections.values())) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
