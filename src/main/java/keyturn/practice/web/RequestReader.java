package keyturn.practice.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads HTTP/1.1 requests off a connection, within limits. */
final class RequestReader {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final Limits limits;
    private int left;

    RequestReader(InputStream in, OutputStream out, Limits limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
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
        left = limits.head();
        String line = line(start);
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !METHOD.matcher(words[0]).matches()) {
            throw refusal(400, "This is no request of HTTP.");
        }
        if (!words[2].equals("HTTP/1.1") && !words[2].equals("HTTP/1.0")) {
            throw refusal(505, "HTTP/1.1 is spoken here.");
        }
        String target = target(words[1]);
        Map<String, String> headers = headers();
        return Optional.of(new Request(words[0], target, headers, Body.of(body(headers))));
    }

    private static String target(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        try {
            URI uri = URI.create(target);
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            if (uri.isAbsolute() && path.startsWith("/")) {
                return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
            }
        } catch (IllegalArgumentException e) {
            throw refusal(400, "The address is none.");
        }
        throw refusal(400, "The address is none.");
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in.read()); !line.isEmpty(); line = line(in.read())) {
            int colon = line.indexOf(':');
            if (colon < 0 || !HEADER.matcher(line.substring(0, colon)).matches()) {
                throw refusal(400, "A header is none.");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String before = headers.put(name, line.substring(colon + 1).strip());
            // two lengths, or a length twice: two readers would see two requests
            if (before != null && (name.equals("content-length") || name.equals("transfer-encoding"))) {
                throw refusal(400, "The length is said twice.");
            }
        }
        return headers;
    }

    /** A line without its end, beginning with a byte that was read already. */
    private String line(int start) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = start; b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            if (--left < 0) {
                throw refusal(431, "The head of the request is too large.");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
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
        return coding.isEmpty() ? exactly(Integer.parseInt(length)) : chunks();
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            left = limits.head();
            String size = line(in.read()).split(";", 2)[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) {
                throw refusal(400, "A part of the body has no length.");
            }
            int count = Integer.parseInt(size, 16);
            if (whole.size() + count > limits.body()) {
                throw refusal(413, "The body is too large.");
            }
            if (count == 0) {
                headers();
                return whole.toByteArray();
            }
            whole.writeBytes(exactly(count));
            if (!line(in.read()).isEmpty()) {
                throw refusal(400, "A part of the body is longer than it says.");
            }
        }
    }

    private static Refusal refusal(int status, String why) {
        return new Refusal(Reply.text(status, why + "\n"));
    }
}
