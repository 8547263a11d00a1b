package keyturn.practice.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param code of an error in its body, for the log; empty where there is none
 * @param broken half of the body is sent, then nothing more
 */
public record Reply(int status, Map<String, String> headers, Body body, String code, boolean broken) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    private Reply(int status, Map<String, String> headers, Body body, String code) {
        this(status, headers, body, code, false);
    }

    public static Reply json(int status, JsonNode body) {
        return new Reply(
                status, Map.of("Content-Type", "application/json; charset=utf-8"), Body.of(Json.bytes(body)), "");
    }

    public static Reply text(int status, String text) {
        return new Reply(status, Map.of("Content-Type", "text/plain; charset=utf-8"), Body.of(text), "");
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Body.of(""), "");
    }

    public Reply with(String header, String value) {
        Map<String, String> now = new LinkedHashMap<>(headers);
        now.put(header, value);
        return new Reply(status, now, body, code, broken);
    }

    public Reply coded(String error) {
        return new Reply(status, headers, body, error, broken);
    }

    Reply brokenOff() {
        return new Reply(status, headers, body, code, true);
    }
}
