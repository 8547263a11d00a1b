package keyturn.practice.tds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.time.Duration;

/** A client's connection: bytes in and out, in clear or through a tunnel, and the time they take. */
final class Link {

    private static final long IDLE = 0;

    private final Socket socket;
    private final TimedInput raw;
    private final OutputStream rawOut;
    private InputStream in;
    private OutputStream out;
    private volatile long writingSince = IDLE;

    Link(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.raw = new TimedInput(socket);
        this.rawOut = socket.getOutputStream();
        this.in = raw;
        this.out = rawOut;
    }

    TimedInput raw() {
        return raw;
    }

    InputStream in() {
        return in;
    }

    /** All that follows goes through the tunnel. */
    void enter(TlsTunnel tunnel) {
        in = tunnel.in();
        out = tunnel.out();
    }

    /** All that follows goes in clear; what the tunnel has read too far is clear already. */
    void leave(TlsTunnel tunnel) {
        byte[] clear = tunnel.unread();
        in = clear.length == 0 ? raw : new SequenceInputStream(new ByteArrayInputStream(clear), raw);
        out = rawOut;
    }

    OutputStream rawOut() {
        return rawOut;
    }

    void send(byte[] packet) throws IOException {
        writingSince = Math.max(1, System.nanoTime());
        try {
            out.write(packet);
            out.flush();
        } finally {
            writingSince = IDLE;
        }
    }

    /** A write has stood still for longer than that: the client does not read. */
    boolean stuck(Duration longest) {
        long since = writingSince;
        return since != IDLE && System.nanoTime() - since > longest.toNanos();
    }

    boolean closed() {
        return socket.isClosed();
    }

    /** At once; a read or write under way ends with an exception. */
    void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to be closed
        }
    }
}
