package keyturn.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy as companies have one, for other programs: it leads names of Azure to where a range answers, and reads nothing of what
 * passes. So those programs use the real names and check the certificate against them.
 */
public final class Tunnel implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, String> ways;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param ways from {@code HOST} to {@code https://HOST:PORT}; any other name is as it is */
    public Tunnel(Map<String, String> ways) {
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.ways = Map.copyOf(ways);
        Thread.ofVirtual().start(this::take);
    }

    /** For {@code HTTPS_PROXY}. */
    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void take() {
        try {
            while (true) {
                Socket near = door.accept();
                open.add(near);
                Thread.ofVirtual().start(() -> lead(near));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void lead(Socket near) {
        try (near) {
            String host = asked(near.getInputStream());
            URI to = URI.create(ways.getOrDefault(host.replaceFirst(":443$", ""), "https://" + host));
            try (Socket far = new Socket(to.getHost(), to.getPort())) {
                open.add(far);
                near.getOutputStream().write("HTTP/1.1 200 Led\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread back = Thread.ofVirtual().start(() -> pass(far, near));
                pass(near, far);
                back.join();
            }
        } catch (IOException hungUp) {
            open.remove(near);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code HOST:PORT} of a request to connect. */
    private static String asked(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up: " + head);
            }
            head.append((char) next);
        }
        return head.toString().split(" ")[1];
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException hungUp) {
            quietly(from);
            quietly(to);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() {
        open.forEach(Tunnel::quietly);
        try {
            door.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
