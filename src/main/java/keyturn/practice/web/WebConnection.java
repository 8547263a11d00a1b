package keyturn.practice.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import keyturn.practice.loopback.Guest;

/** A client at a door: handshake, then requests one after another. */
final class WebConnection implements Guest {

    private static final System.Logger LOG = System.getLogger(WebConnection.class.getName());

    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Socket socket;
    private final WebDesk desk;
    private final Answering answering;
    private final Limits limits;
    private volatile long deadline;

    /** Makes the answer to a request; empty hangs up. */
    @FunctionalInterface
    interface Answering {
        Optional<Reply> answer(Request request);
    }

    WebConnection(Socket socket, WebDesk desk, Answering answering, Limits limits) {
        this.socket = socket;
        this.desk = desk;
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
                    (SSLSocket) desk.tls().getSocketFactory().createSocket(socket, InputStream.nullInputStream(), true);
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
        RequestReader reader = new RequestReader(
                new BufferedInputStream(secure.getInputStream()), secure.getOutputStream(), limits, desk.room());
        boolean more = true;
        while (more) {
            allow(limits.rest());
            try {
                more = exchange(reader, secure);
            } finally {
                reader.done();
            }
        }
        // says farewell to who waits for it
        secure.close();
    }

    private boolean exchange(RequestReader reader, SSLSocket secure) throws IOException {
        OutputStream out = secure.getOutputStream();
        Optional<Request> request;
        try {
            request = reader.next(() -> allow(limits.arrival()));
        } catch (Refusal e) {
            allow(limits.answer());
            write(out, e.reply(), true, false);
            allow(LINGER);
            secure.shutdownOutput();
            reader.drain();
            return false;
        }
        allow(limits.answer());
        Optional<Reply> reply = request.flatMap(answering::answer);
        if (reply.isEmpty()) {
            return false;
        }
        boolean last = request.get().header("connection").orElse("").equalsIgnoreCase("close");
        write(out, reply.get(), last, request.get().method().equals("HEAD"));
        return !last && !reply.get().broken();
    }

    private static void write(OutputStream out, Reply reply, boolean last, boolean headOnly) throws IOException {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + reply.status() + " " + Phrases.of(reply.status()) + "\r\n");
        reply.headers()
                .forEach((name, value) -> head.append(name)
                        .append(": ")
                        .append(value.replaceAll("[\\r\\n]", " "))
                        .append("\r\n"));
        head.append("Date: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                .append("\r\n");
        if (reply.status() != 204) {
            head.append("Content-Length: ").append(reply.body().length()).append("\r\n");
        }
        head.append(last ? "Connection: close\r\n\r\n" : "\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!headOnly && reply.status() != 204) {
            whole.write(
                    reply.body().bytes(),
                    0,
                    reply.broken() ? reply.body().length() / 2 : reply.body().length());
        }
        // in one piece, so that a small answer is one packet
        whole.writeTo(out);
        out.flush();
    }
}
