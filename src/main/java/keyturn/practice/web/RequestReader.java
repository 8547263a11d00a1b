package keyturn.practice.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads HTTP/1.1 requests off a connection, within limits. */
final class RequestReader {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> ONCE = Set.of("content-length", "transfer-encoding", "host");
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final Limits limits;
    private final Lines lines;
    private final BodyReader bodies;

    RequestReader(InputStream in, OutputStream out, Limits limits, Room room) {
        this.in = in;
        this.out = out;
        this.limits = limits;
        this.lines = new Lines(in);
        this.bodies = new BodyReader(in, lines, limits, room);
    }

    /**
     * The next request; empty where the client has gone.
     *
     * @param first told once its first byte is there
     * @throws Refusal for one that is none, or too large
     */
    Optional<Request> next(Runnable first) throws IOException {
        int start = in.read();
        if (start < 0) {
            return Optional.empty();
        }
        first.run();
        lines.allow(limits.head());
        String[] words = lines.next(start).split(" ", -1);
        if (words.length != 3 || !METHOD.matcher(words[0]).matches()) {
            throw refusal(400, "This is no request of HTTP.");
        }
        if (!words[2].equals("HTTP/1.1") && !words[2].equals("HTTP/1.0")) {
            throw refusal(505, "HTTP/1.1 is spoken here.");
        }
        String target = target(words[1]);
        Map<String, String> headers = headers();
        if (words[2].equals("HTTP/1.0")) {
            headers.putIfAbsent("connection", "close");
        } else if (!headers.containsKey("host")) {
            throw refusal(400, "The request names no host.");
        }
        return Optional.of(new Request(words[0], target, headers, Body.of(body(headers))));
    }

    private static String target(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        try {
            URI uri = URI.create(target);
            if (uri.isAbsolute() && uri.getRawAuthority() != null) {
                String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
                return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
            }
        } catch (IllegalArgumentException e) {
            throw refusal(400, "The address is none.");
        }
        throw refusal(400, "The address is none.");
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon < 0 || !HEADER.matcher(line.substring(0, colon)).matches()) {
                throw refusal(400, "A header is none.");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String before = headers.put(name, line.substring(colon + 1).strip());
            // with two lengths, or a length twice, two readers would see two requests
            if (before != null && ONCE.contains(name)) {
                throw refusal(400, "The header " + name + " is there twice.");
            }
        }
        return headers;
    }

    /** The last request is answered: what it took is free. */
    void done() {
        bodies.done();
    }

    /** Takes what a refused client still sends, up to a bound: hung up on in the middle, it would not see the answer. */
    void drain() throws IOException {
        byte[] unread = new byte[8 * 1024];
        int left = 2 * limits.body();
        for (int came = 0; came >= 0 && left > 0; left -= came) {
            came = in.read(unread);
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", "");
        String length = headers.getOrDefault("content-length", "");
        if (coding.isEmpty() && length.isEmpty()) {
            return new byte[0];
        }
        if (!coding.isEmpty() && (!length.isEmpty() || !coding.equalsIgnoreCase("chunked"))) {
            throw refusal(400, "The length is said in two ways, or in an unknown one.");
        }
        if (coding.isEmpty() && (!length.matches("\\d{1,18}") || Long.parseLong(length) > limits.body())) {
            throw refusal(length.matches("\\d+") ? 413 : 400, "The body is too large, or its length is none.");
        }
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
        return coding.isEmpty() ? bodies.exactly(Integer.parseInt(length)) : bodies.chunks();
    }

    private static Refusal refusal(int status, String why) {
        return new Refusal(Reply.text(status, why + "\n"));
    }
}
