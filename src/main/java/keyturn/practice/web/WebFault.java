package keyturn.practice.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that is made to go wrong at a door over HTTPS: {@code throttle}, {@code slow@graph}, {@code drop-after@vault:1}.
 *
 * @param door the one that it strikes
 * @param count which request after the fault was set, from 1; 0: each
 */
public record WebFault(String text, Kind kind, String door, int count) {

    private static final Set<Kind> SHARED = Set.of(Kind.THROTTLE, Kind.SECRET_REJECTED);

    /** Doors, as faults and the log name them. */
    public static final List<String> DOORS = List.of("vault", "login", "graph", "azure");

    /** The door of the Windows host. */
    public static final String HOST = "host";

    /** No door: what leads from a name to one. */
    public static final String DNS = "dns";

    /**
     * What can be made to go wrong.
     *
     * | fault | without a door | what happens |
     * |---|---|---|
     * | `throttle` | `vault` | 429 with `Retry-After: 1` |
     * | `unavailable` | `vault` | 503 |
     * | `secret-rejected` | `login` | a right client secret is refused with AADSTS7000215, as one that has not spread yet |
     * | `vault-unreachable` | `vault` | who connects is hung up on, and so is who was connected |
     * | `dns-gone` | `dns` | the SQL Server finds no vault by its name; who knows the address is not concerned |
     * | `unreachable` | must be named | the same at any door |
     * | `slow` | must be named | two seconds pass first |
     * | `hold-request` | must be named | it waits until released, then it is done |
     * | `hold-response` | must be named | it is done; its answer waits until released |
     * | `drop-before` | must be named | the connection dies; nothing was done |
     * | `drop-after` | must be named | it is done; the connection dies instead of an answer |
     * | `drop-inside` | must be named | it is done; the connection dies in the middle of the answer |
     *
     * `@DOOR` names another door, `@DOOR:COUNT` strikes its COUNT-th request after the fault was set. The SQL
     * Server's provider comes by these doors as everybody does.
     */
    public enum Kind {
        THROTTLE("vault"),
        UNAVAILABLE("vault"),
        SECRET_REJECTED("login"),
        VAULT_UNREACHABLE("vault"),
        DNS_GONE("dns"),
        UNREACHABLE(""),
        SLOW(""),
        HOLD_REQUEST(""),
        HOLD_RESPONSE(""),
        DROP_BEFORE(""),
        DROP_AFTER(""),
        DROP_INSIDE("");

        private final String door;

        Kind(String door) {
            this.door = door;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it is a fault of these doors, rightly written or not. */
    public static boolean concerns(String text) {
        String[] parts = text.split("@", 2);
        String door = parts.length == 1 ? "" : parts[1].split(":", 2)[0];
        boolean own = kind(parts[0])
                .filter(k -> !SHARED.contains(k) && !k.door.isEmpty())
                .isPresent();
        boolean bare =
                door.isEmpty() && kind(parts[0]).filter(k -> !k.door.isEmpty()).isPresent();
        return own || bare || (kind(parts[0]).isPresent() && (DOORS.contains(door) || HOST.equals(door)));
    }

    private static Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /** The faults that need no door, for who lists what is known. */
    public static String known() {
        return Arrays.stream(Kind.values())
                .filter(k -> !k.door.isEmpty())
                .map(Kind::word)
                .collect(Collectors.joining(" "));
    }

    /** @throws IllegalArgumentException that says what is known, for an unknown fault, door or count */
    public static WebFault parse(String text) {
        String[] parts = text.split("@", 2);
        Kind kind = kind(parts[0]).orElseThrow(() -> new IllegalArgumentException("Unknown fault '" + parts[0] + "'."));
        String[] when = parts.length == 1 ? new String[] {kind.door} : parts[1].split(":", 2);
        if (!DOORS.contains(when[0]) && !HOST.equals(when[0]) && !(kind == Kind.DNS_GONE && when[0].equals(DNS))) {
            throw new IllegalArgumentException(
                    "Unknown door '" + when[0] + "'. Known: " + String.join(" ", DOORS) + ".");
        }
        if (!kind.door.isEmpty() && kind != Kind.THROTTLE && kind != Kind.UNAVAILABLE && !kind.door.equals(when[0])) {
            throw new IllegalArgumentException("The fault '" + kind.word() + "' strikes the door '" + kind.door + "'.");
        }
        if (when.length == 2 && (!when[1].matches("\\d{1,9}") || Integer.parseInt(when[1]) < 1)) {
            throw new IllegalArgumentException("The count '" + when[1] + "' is not a number from 1.");
        }
        return new WebFault(text, kind, when[0], when.length == 1 ? 0 : Integer.parseInt(when[1]));
    }
}
