package keyturn.practice.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A port of 127.0.0.1 alone. Whoever comes in has a thread until the connection ends; all end with the port. */
public final class LoopbackPort implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LoopbackPort.class.getName());
    private static final int BACKLOG = 50;
    private static final int MOST_TRIES = 50;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final String name;
    private final ServerSocket socket;
    private final Reception reception;
    private final Duration look;
    private final Map<Guest, Thread> inside = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread door;

    /** Decides who comes in. */
    @FunctionalInterface
    public interface Reception {

        /**
         * Called on the port's one thread, so it must not wait for the client.
         *
         * @param inside how many are in already
         * @return empty: the client is shown out
         */
        Optional<Guest> admit(Socket client, int inside) throws IOException;
    }

    private LoopbackPort(String name, ServerSocket socket, Reception reception, Duration look) {
        this.name = name;
        this.socket = socket;
        this.reception = reception;
        this.look = look;
        this.door = Thread.ofVirtual().name("practice-" + name + "-door").unstarted(this::accept);
    }

    /**
     * Listens when it returns.
     *
     * @param name of its threads
     * @param port 0 for a free one
     * @param look how often those are looked for that are late
     * @throws UncheckedIOException if the port is taken
     */
    public static LoopbackPort open(String name, int port, Duration look, Reception reception) {
        try {
            ServerSocket socket = port == 0 ? fresh() : bound(port);
            LoopbackPort opened = new LoopbackPort(name, socket, reception, look);
            opened.door.start();
            Thread.ofVirtual().name("practice-" + name + "-watch").start(opened::watch);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * A free port that this process has not given yet. Microsoft's client keeps for the whole process which tenant a vault's address
     * named, and would ask a second world at that address for a token of the first one's tenant.
     */
    private static ServerSocket fresh() throws IOException {
        List<ServerSocket> given = new ArrayList<>();
        try {
            ServerSocket socket = bound(0);
            while (!GIVEN.add(socket.getLocalPort()) && given.size() < MOST_TRIES) {
                // held meanwhile, so that the system offers another one
                given.add(socket);
                socket = bound(0);
            }
            return socket;
        } finally {
            for (ServerSocket other : given) {
                other.close();
            }
        }
    }

    /** A port that nobody has and that is given to nobody else in this process; whoever asked opens it later. */
    public static int reserved() {
        try (ServerSocket socket = fresh()) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        // who comes back to a port must not wait until its last connections are forgotten; they have to allow it too
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        return socket;
    }

    public int number() {
        return socket.getLocalPort();
    }

    /** How many are in or about to be. */
    public int inside() {
        return inside.size();
    }

    /** Every connection dies at once, without a word; new ones may come. */
    public void dropAll() {
        List.copyOf(inside.keySet()).forEach(Guest::close);
    }

    /** Returns when nobody can come in any more and all connections have ended, or after five seconds. */
    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The port was closed already.", e);
        }
        dropAll();
        awaitEnd();
    }

    private void awaitEnd() {
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        try {
            // the port is free once the thread that waits for clients has noticed
            door.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            for (Thread thread : List.copyOf(inside.values())) {
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
            Socket client = socket.accept();
            Optional<Guest> guest = reception.admit(client, inside.size());
            if (guest.isPresent()) {
                serve(guest.get());
            } else {
                client.close();
            }
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Nobody came in: " + e.getMessage());
            return false;
        }
    }

    private void serve(Guest guest) {
        Thread thread = Thread.ofVirtual().name("practice-" + name + "-client").unstarted(() -> {
            try {
                guest.run();
            } finally {
                inside.remove(guest);
            }
        });
        inside.put(guest, thread);
        thread.start();
        if (closing.getCount() == 0) {
            guest.close();
        }
    }

    private void watch() {
        try {
            while (!closing.await(look.toMillis(), TimeUnit.MILLISECONDS)) {
                inside.keySet().forEach(Guest::closeIfLate);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
