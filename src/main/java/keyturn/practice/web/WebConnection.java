package keyturn.practice.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import keyturn.practice.loopback.Guest;

/** A client at a door: handshake, then requests one after another. */
final class WebConnection implements Guest {

    private static final System.Logger LOG = System.getLogger(WebConnection.class.getName());

    private final Socket socket;
    private final SSLContext tls;
    private final Answering answering;
    private final Limits limits;
    private volatile long deadline;

    /** Makes the answer to a request; empty hangs up. */
    @FunctionalInterface
    interface Answering {
        Optional<Reply> answer(Request request);
    }

    WebConnection(Socket socket, SSLContext tls, Answering answering, Limits limits) {
        this.socket = socket;
        this.tls = tls;
        this.answering = answering;
        this.limits = limits;
        allow(limits.arrival());
    }

    private void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public void closeIfLate() {
        if (System.nanoTime() - deadline > 0) {
            close();
        }
    }

    /** The socket under the encryption, so that nobody waits for a farewell. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The connection was closed already.", e);
        }
    }

    @Override
    public void run() {
        try {
            SSLSocket secure =
                    (SSLSocket) tls.getSocketFactory().createSocket(socket, InputStream.nullInputStream(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            talk(secure);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "A client went: " + e.getMessage());
        } finally {
            close();
        }
    }

    private void talk(SSLSocket secure) throws IOException {
        OutputStream out = secure.getOutputStream();
        RequestReader reader = new RequestReader(new BufferedInputStream(secure.getInputStream()), out, limits);
        boolean more = true;
        while (more) {
            allow(limits.rest());
            more = exchange(reader, out);
        }
        // says farewell to who waits for it
        secure.close();
    }

    private boolean exchange(RequestReader reader, OutputStream out) throws IOException {
        Optional<Request> request;
        try {
            request = reader.next(() -> allow(limits.arrival()));
        } catch (Refusal e) {
            allow(limits.answer());
            write(out, e.reply(), true, false);
            return false;
        }
        allow(limits.answer());
        Optional<Reply> reply = request.flatMap(answering::answer);
        if (reply.isEmpty()) {
            return false;
        }
        boolean last = request.get().header("connection").orElse("").equalsIgnoreCase("close");
        write(out, reply.get(), last, request.get().method().equals("HEAD"));
        return !last;
    }

    private static void write(OutputStream out, Reply reply, boolean last, boolean headOnly) throws IOException {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + reply.status() + " " + Phrases.of(reply.status()) + "\r\n");
        reply.headers()
                .forEach((name, value) -> head.append(name)
                        .append(": ")
                        .append(value.replaceAll("[\\r\\n]", " "))
                        .append("\r\n"));
        if (reply.status() != 204) {
            head.append("Content-Length: ").append(reply.body().bytes().length).append("\r\n");
        }
        head.append(last ? "Connection: close\r\n\r\n" : "\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!headOnly && reply.status() != 204) {
            whole.writeBytes(reply.body().bytes());
        }
        whole.writeTo(out);
        out.flush();
    }
}
