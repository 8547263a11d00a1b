package keyturn.directory;

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
import java.util.function.Function;
import keyturn.practice.tds.Certificate;

/** Stands where a directory should be, and answers what a test says. */
final class ScriptedGraph implements AutoCloseable {

    private final Certificate certificate = Certificate.create(Instant.now());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;

    record Answer(int status, String body) {}

    /** @param script from the path with its query to the answer */
    ScriptedGraph(Function<String, Answer> script) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    private static void answer(HttpExchange exchange, Function<String, Answer> script) throws IOException {
        exchange.getRequestBody().readAllBytes();
        Answer answer = script.apply(exchange.getRequestURI().toString());
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
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
