package keyturn.practice.tds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Speaks TDS 7.4, and 8.0 as far as "strict" encryption goes, on 127.0.0.1 alone. A client that asks for no encryption
 * gets none, or for its login only; one that asks for it gets all of it.
 */
public final class TdsServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TdsServer.class.getName());
    private static final int BACKLOG = 50;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final ServerSocket door;
    private final Backend backend;
    private final Certificate certificate;
    private final Limits limits;
    private final Memory memory;
    private final Map<Connection, Thread> connections = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private TdsServer(ServerSocket door, Backend backend, Certificate certificate, Limits limits) {
        this.door = door;
        this.backend = backend;
        this.certificate = certificate;
        this.limits = limits;
        this.memory = new Memory(limits.memory());
    }

    /**
     * Listens when it returns.
     *
     * @param port 0 for a free one
     * @throws UncheckedIOException if the port is taken
     */
    public static TdsServer start(Backend backend, Certificate certificate, int port) {
        return start(backend, certificate, port, Limits.standard());
    }

    static TdsServer start(Backend backend, Certificate certificate, int port, Limits limits) {
        try {
            var door = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            var server = new TdsServer(door, backend, certificate, limits);
            Thread.ofVirtual().name("practice-sql-door").start(server::accept);
            Thread.ofVirtual().name("practice-sql-watch").start(server::watch);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be opened: " + e.getMessage(), e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Clients that are connected or about to be. */
    public int connections() {
        return connections.size();
    }

    /** As a restart does: every connection dies at once, without a word. New ones may come. */
    public void dropAll() {
        List.copyOf(connections.keySet()).forEach(Connection::close);
    }

    /** Returns when all connections have ended, or after five seconds. */
    @Override
    public void close() {
        closing.countDown();
        try {
            door.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The door was closed already.", e);
        }
        dropAll();
        awaitEnd();
    }

    private void awaitEnd() {
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread thread : List.copyOf(connections.values())) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
            admit(door.accept());
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Nobody came in: " + e.getMessage());
            return false;
        }
    }

    private void admit(Socket socket) throws IOException {
        var link = new Link(socket);
        if (connections.size() >= limits.sessions() || !backend.listening()) {
            link.close();
            return;
        }
        var connection = new Connection(link, backend, certificate, limits, memory.share());
        Thread thread = Thread.ofVirtual().name("practice-sql-reader").unstarted(() -> {
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

    /** Ends sessions whose client takes no bytes. */
    private void watch() {
        try {
            while (!closing.await(1, TimeUnit.SECONDS)) {
                connections.keySet().forEach(Connection::closeIfStuck);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
