package keyturn.sql;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** Makes the driver's sockets. The driver makes one of these itself, by the class's name and one text: the name of a wire. */
public final class WireSockets extends SocketFactory {

    private static final Map<String, Wire> OPENING = new ConcurrentHashMap<>();

    private final Wire wire;

    /** @throws IllegalArgumentException for a name that no connection is being opened under */
    public WireSockets(String name) {
        this.wire = Optional.ofNullable(OPENING.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** A name for a wire while its connection is being opened. */
    static Name name(Wire wire) {
        String name = UUID.randomUUID().toString();
        OPENING.put(name, wire);
        return new Name(name);
    }

    /** Forgotten when it is closed. */
    record Name(String text) implements AutoCloseable {

        @Override
        public void close() {
            OPENING.remove(text);
        }
    }

    @Override
    public Socket createSocket() {
        return new Bounded(wire);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Bounded(wire, InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Bounded(wire, host, port);
    }

    /** This program connects from any address of its machine. */
    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    /** Waits, for each read, as long as the driver asked for and no longer than the wire allows. */
    private static final class Bounded extends Socket {

        private final Wire wire;
        private volatile int asked;

        Bounded(Wire wire) {
            this.wire = wire;
        }

        Bounded(Wire wire, InetAddress host, int port) throws IOException {
            super(host, port);
            this.wire = wire;
        }

        @Override
        public void setSoTimeout(int millis) throws SocketException {
            asked = millis;
            super.setSoTimeout(millis);
        }

        @Override
        public int getSoTimeout() {
            return asked;
        }

        private void await() throws IOException {
            super.setSoTimeout(wire.millis(asked));
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Received(super.getInputStream());
        }

        /** What comes in, counted. */
        private final class Received extends FilterInputStream {

            Received(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                await();
                int count;
                try {
                    count = in.read(into, from, most);
                } catch (SocketTimeoutException silence) {
                    await();
                    throw silence;
                }
                wire.received(Math.max(count, 0));
                return count;
            }
        }
    }
}
