package keyturn.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A way to a port on loopback on which each answer arrives later by the same time, however many are under way. */
public final class SlowWay implements AutoCloseable {

    private static final int CHUNK = 16_384;

    private final ServerSocket listening;
    private final int port;
    private final long nanos;

    /** What came, and when it may go on; nothing: the end. Nobody compares two of them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Late(long due, byte[] bytes) {}

    public SlowWay(int port, Duration latency) throws IOException {
        this.port = port;
        this.nanos = latency.toNanos();
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                BlockingQueue<Late> late = new LinkedBlockingQueue<>();
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> take(server, late));
                Thread.ofVirtual().start(() -> give(late, client, server));
            }
        } catch (IOException closed) {
            // Closed by the test: nobody waits for more.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // One of both has closed: so does the other.
        }
    }

    private void take(Socket from, BlockingQueue<Late> late) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                late.add(new Late(System.nanoTime() + nanos, Arrays.copyOf(chunk, read)));
            }
        } catch (IOException gone) {
            // As above.
        }
        late.add(new Late(System.nanoTime() + nanos, new byte[0]));
    }

    private static void give(BlockingQueue<Late> late, Socket to, Socket from) {
        try (to;
                from) {
            OutputStream out = to.getOutputStream();
            for (Late next = late.take(); next.bytes().length > 0; next = late.take()) {
                Thread.sleep(Duration.ofNanos(Math.max(0, next.due() - System.nanoTime())));
                out.write(next.bytes());
            }
        } catch (IOException gone) {
            // As above.
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
