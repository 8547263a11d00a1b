package keyturn.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.domain.Message;

/**
 * What the connector's own code inside a message of SQL Server says of the cause (document: SQL Server Connector maintenance
 * and troubleshooting, error codes). Codes that point to no one cause are left to the reader of the message.
 */
final class ProviderCodes {

    /** The last number of the sentence in any language of the server: {@code … error code: 3303.} */
    private static final Pattern CODE = Pattern.compile("\\b(\\d{1,4})\\.(?:\\s|$)");

    /** Two generations of the connector have codes of their own for the same cause. */
    private static final Map<Integer, String> CAUSES = causes(Map.of(
            "authentication", List.of(5),
            "signIn", List.of(401, 2050, 3010, 3108, 3303, 3304, 3305),
            "forbidden", List.of(3077, 3113),
            "gone", List.of(404, 3076, 3112),
            "name", List.of(2049, 2052, 3012, 3110),
            "registry", List.of(2057, 2058),
            "network",
                    List.of(
                            3003, 3004, 3005, 3006, 3008, 3009, 3019, 3101, 3102, 3103, 3104, 3107, 3119, 3403, 3503,
                            3609, 3709, 3900),
            "unsent", List.of(3106),
            "notSupported", List.of(3),
            "busy", List.of(3011, 3013, 3109, 3111)));

    private ProviderCodes() {}

    /** Cause and next step, where the message bears a code that tells it. */
    static Optional<Message> next(String message) {
        Matcher code = CODE.matcher(message);
        Optional<Integer> last = Optional.empty();
        while (code.find()) {
            last = Optional.of(Integer.parseInt(code.group(1)));
        }
        return last.filter(CAUSES::containsKey)
                .map(number -> Message.of("sql.provider." + CAUSES.get(number), String.valueOf(number)));
    }

    private static Map<Integer, String> causes(Map<String, List<Integer>> codes) {
        Map<Integer, String> causes = new TreeMap<>();
        codes.forEach((cause, numbers) -> numbers.forEach(number -> causes.put(number, cause)));
        return Map.copyOf(causes);
    }
}
