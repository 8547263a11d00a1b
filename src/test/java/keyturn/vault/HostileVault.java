package keyturn.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import keyturn.practice.tds.Certificate;

/** Lets everybody in, and answers as its certificate's holder pleases. */
final class HostileVault implements AutoCloseable {

    private final Certificate certificate = Certificate.create(Instant.now());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpsServer server;

    /** What it writes after the head. */
    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    HostileVault(Answer answer) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answer));
        server.start();
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        requests.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            answer.write(out);
        }
    }

    /** A page of a list that names the next one. */
    static Answer page(String next) {
        return out -> out.write(("{\"value\":[],\"nextLink\":\"" + next + "\"}").getBytes(UTF_8));
    }

    /** One byte after the other, and no end. */
    static HostileVault dripping() throws IOException {
        return new HostileVault(out -> {
            while (true) {
                out.write(' ');
                out.flush();
                LockSupport.parkNanos(50_000_000);
            }
        });
    }

    /** Each page names another one. */
    static HostileVault endless() throws IOException {
        var own = new AtomicReference<>("");
        var vault = new HostileVault(out -> page(own.get() + "/keys?more=1").write(out));
        own.set(vault.address());
        return vault;
    }

    int requests() {
        return requests.get();
    }

    String address() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    String pem() {
        return certificate.pem();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
