package keyturn.practice.scenario;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import keyturn.practice.server.state.DerivedKey;
import keyturn.practice.server.state.KeyAccess;
import keyturn.practice.server.state.KeyRegistry;
import keyturn.practice.server.state.StoredSecret;
import keyturn.practice.server.state.Vault;
import keyturn.practice.server.state.VaultApplication;
import keyturn.practice.tsql.types.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The vault, the application that may sign in there, and what the connector has written into the registry. Without a
 * word about its keys it holds those that the server uses, a newer version of the first, and two more.
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
    private static final int SHORT = 9;

    private final Optional<Entry> entry;
    private final LocalDateTime now;
    private final String name;
    private final VaultApplication application;
    private final boolean writable;

    /** A key of the vault that the server uses, as its catalog tells of it. */
    record Used(String name, Bytes thumbprint, int bits, KeyAccess access) {}

    /** A key that the file tells of beside. */
    private record More(String name, int versions, int bits, boolean rsa, boolean deleted) {}

    VaultReader(Entry root, LocalDateTime now) {
        this.entry = root.optional("vault");
        this.now = now;
        this.name = entry.filter(e -> e.has("name"))
                .map(e -> e.text("name", VAULT, "3 to 24 small letters, digits and hyphens"))
                .orElse(NAME);
        this.application = application();
        Optional<Entry> registry = root.optional("registry");
        this.writable = registry.map(r -> r.flag("writable", true)).orElse(true);
        registry.ifPresent(Entry::end);
    }

    private VaultApplication application() {
        String client = entry.filter(e -> e.has("client"))
                .map(e -> e.text("client", GUID, "a GUID"))
                .orElse(CLIENT);
        String secret = entry.map(e -> e.text("secret", SECRET)).orElse(SECRET);
        Set<String> rights =
                entry.filter(e -> e.has("rights")).map(VaultReader::rights).orElse(RIGHTS);
        return new VaultApplication(
                client.replace("-", "").toLowerCase(Locale.ROOT),
                List.of(new VaultApplication.ClientSecret(secret, until())),
                rights);
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
        return entry.filter(e -> e.has("secretExpiresAfter"))
                .map(e -> now.plus(e.before("secretExpiresAfter")))
                .orElse(now.plusDays(365));
    }

    /** Who may sign in. */
    VaultApplication applicant() {
        return application;
    }

    /** What credentials for the vault hold. */
    StoredSecret secret() {
        return application.stored();
    }

    /** The vault with the keys that the server uses and those that the file tells of. */
    Vault vault(List<Used> used) {
        Map<String, Vault.Stored> keys = new LinkedHashMap<>();
        used.forEach(u -> keys.put(u.name(), with(keys.get(u.name()), u)));
        more(used).forEach(m -> keys.put(m.name(), with(keys.get(m.name()), m)));
        int code = entry.map(e -> e.number("code", 0, 9999, 0)).orElse(0);
        entry.ifPresent(Entry::end);
        return new Vault(name, code, List.of(application), List.copyOf(keys.values()));
    }

    private List<More> more(List<Used> used) {
        if (entry.filter(e -> e.has("keys")).isPresent()) {
            return entry.get().each("keys", VaultReader::more);
        }
        List<More> more = new ArrayList<>();
        used.stream().findFirst().ifPresent(u -> more.add(new More(u.name(), 1, u.bits(), true, false)));
        more.add(new More("tde-key-2026", 1, 2048, true, false));
        more.add(new More("tde-key-3072", 1, 3072, true, false));
        return more;
    }

    private static More more(Entry key) {
        return new More(
                key.text("name", KEY, "letters, digits and hyphens"),
                key.number("versions", 1, 100, 1),
                key.number("bits", 256, 4096, 2048),
                key.choice("type", "RSA", List.of("RSA", "EC")).equals("RSA"),
                key.flag("deleted", false));
    }

    private Vault.Stored with(Vault.@Nullable Stored before, Used used) {
        boolean isShort = used.thumbprint().length() == SHORT;
        int number = before == null ? 1 : before.versions().size() + 1;
        Vault.Version derived = DerivedKey.version(name, used.name(), number, used.bits());
        Vault.Version version = new Vault.Version(
                derived.id(), isShort ? derived.thumbprint() : used.thumbprint(), used.bits(), used.access());
        Bytes shortThumbprint = isShort ? used.thumbprint() : DerivedKey.shortThumbprint(used.name());
        return before == null
                ? new Vault.Stored(used.name(), shortThumbprint, true, false, List.of(version))
                : before.with(version);
    }

    private Vault.Stored with(Vault.@Nullable Stored before, More more) {
        int first = before == null ? 1 : before.versions().size() + 1;
        List<Vault.Version> versions = new ArrayList<>(before == null ? List.of() : before.versions());
        for (int i = 0; i < more.versions(); i++) {
            versions.add(DerivedKey.version(name, more.name(), first + i, more.bits()));
        }
        Bytes shortThumbprint = before == null ? DerivedKey.shortThumbprint(more.name()) : before.shortThumbprint();
        return new Vault.Stored(more.name(), shortThumbprint, more.rsa(), more.deleted(), versions);
    }

    /** What the connector wrote when the server's keys were registered. */
    KeyRegistry registry(Vault vault, List<Used> used) {
        KeyRegistry registry = new KeyRegistry(writable, Map.of());
        for (Vault.Stored key : vault.keys()) {
            for (Vault.Version version : key.versions()) {
                if (used.stream().anyMatch(u -> u.thumbprint().equals(version.thumbprint()))) {
                    registry = registry.with(version.thumbprint(), vault.uri(key, version));
                }
            }
        }
        return registry;
    }
}
