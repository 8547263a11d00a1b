package keyturn.practice.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import keyturn.practice.server.state.KeyRegistry;

/**
 * The server's vault, the application that may sign in there, and what the connector has written into the registry.
 * Without a word about its keys it holds those that the server uses, a newer version of the first, and two more.
 */
final class VaultReader {

    private static final String NAME = "keyturn-practice-vault";
    private static final String CLIENT = "00000000-7072-6163-7469-636500000001";
    private static final String SECRET = "practice~NotASecret.OfAnybody-0123456789";
    private static final Set<String> RIGHTS = Set.of("get", "list", "wrapKey", "unwrapKey");
    private static final Set<String> ALL_RIGHTS =
            Set.of("get", "list", "wrapKey", "unwrapKey", "create", "delete", "backup", "restore");
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern VAULT = Pattern.compile("[a-z][a-z0-9-]{2,23}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,127}");

    private static final Pattern PERIOD = Pattern.compile("P\\d{1,3}[DMY]");

    private final Optional<Entry> entry;
    private final LocalDateTime now;
    private final String name;
    private final Applicant applicant;
    private final boolean writable;

    VaultReader(Entry root, LocalDateTime now) {
        this.entry = root.optional("vault");
        this.now = now;
        this.name = entry.filter(e -> e.has("name"))
                .map(e -> e.text("name", VAULT, "3 to 24 small letters, digits and hyphens"))
                .orElse(NAME);
        this.applicant = read();
        Optional<Entry> registry = root.optional("registry");
        this.writable = registry.map(r -> r.flag("writable", true)).orElse(true);
        registry.ifPresent(Entry::end);
    }

    private Applicant read() {
        String client = entry.filter(e -> e.has("client"))
                .map(e -> e.text("client", GUID, "a GUID"))
                .orElse(CLIENT);
        return new Applicant(
                client.toLowerCase(Locale.ROOT),
                entry.map(e -> e.text("secret", SECRET)).orElse(SECRET),
                until().toInstant(ZoneOffset.UTC),
                entry.filter(e -> e.has("rights")).map(VaultReader::rights).orElse(RIGHTS));
    }

    private static Set<String> rights(Entry entry) {
        Set<String> rights = Set.copyOf(entry.words("rights"));
        if (!ALL_RIGHTS.containsAll(rights)) {
            throw entry.fault("rights", "'rights' may hold " + String.join(" ", new TreeSet<>(ALL_RIGHTS)));
        }
        return rights;
    }

    private LocalDateTime until() {
        if (entry.filter(e -> e.has("secretExpiredBefore")).isPresent()) {
            return now.minus(entry.get().before("secretExpiredBefore"));
        }
        return now.plus(entry.filter(e -> e.has("secretExpiresAfter"))
                .map(e -> e.before("secretExpiresAfter"))
                .orElse(Duration.ofDays(365)));
    }

    String name() {
        return name;
    }

    Applicant applicant() {
        return applicant;
    }

    /** Whether the vault was deleted, and has no address any more. */
    boolean deleted() {
        return entry.map(e -> e.flag("deleted", false)).orElse(false);
    }

    void end() {
        entry.ifPresent(Entry::end);
    }

    /** Makes the keys that the server uses, and after them those that the file tells of beside. */
    List<ServerKey.Registered> fill(VaultKeys keys, List<ServerKey> used) {
        List<ServerKey.Registered> registered = used.stream().map(keys::used).toList();
        if (entry.filter(e -> e.has("keys")).isPresent()) {
            entry.get().each("keys", e -> more(keys, e));
        } else {
            // a connector that knows keys by their names gets lost where a name has two versions
            used.stream()
                    .findFirst()
                    .filter(k -> !k.shortThumbprint())
                    .ifPresent(k -> keys.more(k.keyName(), k.bits()));
            keys.more("tde-key-2026", 2048);
            keys.more("tde-key-3072", 3072);
        }
        return registered;
    }

    private static String more(VaultKeys keys, Entry key) {
        String name = key.text("name", KEY, "letters, digits and hyphens");
        int versions = key.number("versions", 1, 100, 1);
        int bits = key.number("bits", 256, 4096, 2048);
        String type = key.choice("type", "RSA", List.of("RSA", "RSA-HSM", "EC"));
        boolean deleted = key.flag("deleted", false);
        Optional<Duration> life = key.has("expiresAfter") ? Optional.of(key.before("expiresAfter")) : Optional.empty();
        for (int i = 0; i < versions; i++) {
            keys.more(name, bits, type, life, deleted);
        }
        if (key.has("rotatesAfter")) {
            keys.turning(name, key.text("rotatesAfter", PERIOD, "a period such as P18M"));
        }
        return name;
    }

    /** What the connector wrote when the server's keys were registered. */
    KeyRegistry registry(List<ServerKey.Registered> used) {
        KeyRegistry registry = new KeyRegistry(writable, Map.of());
        for (ServerKey.Registered each : used) {
            registry = each.key().shortThumbprint() ? registry : registry.with(each.thumbprint(), each.uri());
        }
        return registry;
    }
}
