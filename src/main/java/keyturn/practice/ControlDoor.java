package keyturn.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The door by which a test or a trainer makes things happen: {@code POST /restart /stop /release},
 * {@code /drop?program=PART} (without: every connection), {@code /fault?set=NAME@WHEN} or {@code ?clear=NAME},
 * {@code /consent} and {@code /decline} to sign-ins that wait for a person. On loopback, plain HTTP, closed to web pages.
 */
final class ControlDoor implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads;
    private final Range range;

    private ControlDoor(HttpServer http, ExecutorService threads, Range range) {
        this.http = http;
        this.threads = threads;
        this.range = range;
    }

    static ControlDoor open(Range range) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ControlDoor door = new ControlDoor(http, threads, range);
        http.setExecutor(threads);
        http.createContext("/", door::answer);
        http.start();
        return door;
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestHeaders().containsKey("Origin") || !namesThisDoor(exchange)) {
                say(exchange, 403, "A web page has no business here.");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                say(exchange, 405, "POST it.");
            } else {
                act(exchange);
            }
        }
    }

    /** A page whose own name was made to lead to this machine still asks for that name. */
    private boolean namesThisDoor(HttpExchange exchange) {
        int port = http.getAddress().getPort();
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return host.equals("127.0.0.1:" + port) || host.equalsIgnoreCase("localhost:" + port);
    }

    private void act(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/restart" -> {
                boolean runs = range.restart();
                say(exchange, 200, runs ? "restarted" : "stopped, and the start failed");
            }
            case "/release" -> {
                range.release();
                say(exchange, 200, "released");
            }
            case "/stop" -> {
                say(exchange, 200, "stopping");
                Thread.ofVirtual().name("practice-stop").start(range::close);
            }
            case "/drop" -> say(exchange, 200, "dropped " + range.drop(value(exchange, "program")));
            case "/consent" ->
                say(exchange, 200, "consented to " + range.cloud().settle(true));
            case "/decline" -> say(exchange, 200, "declined " + range.cloud().settle(false));
            case "/fault" -> fault(exchange);
            default ->
                say(
                        exchange,
                        404,
                        "Known: POST /restart /stop /release /drop?program=PART /fault?set=NAME@WHEN /fault?clear=NAME /consent /decline");
        }
    }

    private void fault(HttpExchange exchange) throws IOException {
        String set = value(exchange, "set");
        String clear = value(exchange, "clear");
        try {
            if (!set.isEmpty()) {
                range.setFault(set);
                say(exchange, 200, "set " + set);
            } else if (!clear.isEmpty()) {
                say(exchange, range.clearFault(clear) ? 200 : 404, "cleared " + clear + " if it was set");
            } else {
                say(exchange, 400, "Say set=NAME@WHEN or clear=NAME.");
            }
        } catch (IllegalArgumentException e) {
            say(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

    /** What the one parameter of the address says, if it has that name. */
    private static String value(HttpExchange exchange, String name) {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        return query.startsWith(name + "=")
                ? URLDecoder.decode(query.substring(name.length() + 1), StandardCharsets.UTF_8)
                : "";
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
