package keyturn.practice.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param target path and query, still encoded
 * @param headers by name in small letters; the last of each
 */
public record Request(String method, String target, Map<String, String> headers, Body body) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public String path() {
        return target.split("[?#]", 2)[0];
    }

    /** The path's parts, decoded, {@code /keys/a/} being {@code keys}, {@code a} and an empty one. */
    public List<String> parts() {
        return Arrays.stream(path().substring(1).split("/", -1))
                .map(Request::decoded)
                .toList();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A parameter of the query. */
    public Optional<String> query(String name) {
        String[] halves = target.split("[?]", 2);
        return Optional.ofNullable(halves.length == 1 ? null : pairs(halves[1]).get(name));
    }

    /** The fields of a form. */
    public Map<String, String> form() {
        return pairs(body.text());
    }

    /** The body as JSON; empty where it is none. */
    public Optional<JsonNode> json() {
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(body.bytes())).filter(n -> !n.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The token that the caller shows. */
    public Optional<String> bearer() {
        return header("authorization")
                .filter(a -> a.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(a -> a.substring(7).strip())
                .filter(t -> !t.isEmpty());
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            if (!halves[0].isEmpty()) {
                pairs.put(decoded(halves[0]), halves.length == 1 ? "" : decoded(halves[1]));
            }
        }
        return pairs;
    }

    /** What cannot be decoded is taken as it stands. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Without headers and body, which may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path();
    }
}
