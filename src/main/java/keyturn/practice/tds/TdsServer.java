package keyturn.practice.tds;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import keyturn.practice.loopback.Guest;
import keyturn.practice.loopback.LoopbackPort;

/**
 * Speaks TDS 7.4, and 8.0 as far as "strict" encryption goes, on 127.0.0.1 alone. A client that asks for no encryption
 * gets none, or for its login only; one that asks for it gets all of it.
 */
public final class TdsServer implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Backend backend;
    private final Certificate certificate;
    private final Limits limits;
    private final Memory memory;
    private final LoopbackPort port;

    private TdsServer(Backend backend, Certificate certificate, int wanted, Limits limits) {
        this.backend = backend;
        this.certificate = certificate;
        this.limits = limits;
        this.memory = new Memory(limits.memory());
        this.port = LoopbackPort.open("sql", wanted, LOOK, this::admit);
    }

    /**
     * Listens when it returns.
     *
     * @param port 0 for a free one
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public static TdsServer start(Backend backend, Certificate certificate, int port) {
        return start(backend, certificate, port, Limits.standard());
    }

    static TdsServer start(Backend backend, Certificate certificate, int port, Limits limits) {
        return new TdsServer(backend, certificate, port, limits);
    }

    public int port() {
        return port.number();
    }

    /** Clients that are connected or about to be. */
    public int connections() {
        return port.inside();
    }

    /** As a restart does: every connection dies at once, without a word. New ones may come. */
    public void dropAll() {
        port.dropAll();
    }

    private Optional<Guest> admit(Socket client, int inside) throws IOException {
        return inside >= limits.sessions() || !backend.listening()
                ? Optional.empty()
                : Optional.of(new Connection(new Link(client), backend, certificate, limits, memory.share()));
    }

    /** Returns when all connections have ended, or after five seconds. */
    @Override
    public void close() {
        port.close();
    }
}
