package keyturn.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;

/** Problems of the host, with the numbers that came from there: {@code host.msi.1618}. */
final class HostProblems {

    /** A message of PowerShell fills no more. */
    private static final int LONGEST = 2000;

    private HostProblems() {}

    /** What a script said; codes without words of their own are told as a failure. */
    static Problem said(JsonNode error) {
        String code = "host." + error.path("code").asText("failed");
        String key = worded(code);
        String message = cut(error.path("message").asText(""));
        return new Problem(
                code, Message.of(key, code.substring(code.lastIndexOf('.') + 1)), Optional.of(message), next(key));
    }

    private static String worded(String code) {
        if (Message.of(code).isWorded()) {
            return code;
        }
        return code.startsWith("host.msi.") ? "host.msi" : "host.failed";
    }

    static Problem noProgram() {
        return plain("host.no-powershell");
    }

    static Problem notStarted(String why) {
        return withDetail("host.not-started", why);
    }

    static Problem unreachable(String computer, String why) {
        return new Problem(
                "host.unreachable",
                Message.of("host.unreachable", computer),
                Optional.of(cut(why)),
                next("host.unreachable"));
    }

    static Problem noAnswer(String detail) {
        return withDetail("host.no-answer", detail);
    }

    static Problem late(Duration limit) {
        return new Problem(
                "host.late", Message.of("host.late", limit.toSeconds()), Optional.empty(), next("host.late"));
    }

    static Problem none() {
        return plain("host.none");
    }

    private static Problem plain(String key) {
        return new Problem(key, Message.of(key), Optional.empty(), next(key));
    }

    private static Problem withDetail(String key, String detail) {
        Optional<String> told = detail.isBlank() ? Optional.empty() : Optional.of(cut(detail));
        return new Problem(key, Message.of(key), told, next(key));
    }

    private static Message next(String key) {
        return Message.of(key + ".next");
    }

    private static String cut(String text) {
        String line = OneLine.shown(text.strip());
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
