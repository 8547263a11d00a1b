package keyturn.practice.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.practice.server.state.Ekm;
import keyturn.practice.server.state.Provider;

/** The section {@code keys}. Their thumbprints are nowhere written: they follow from the keys. */
final class KeyReader {

    private static final Pattern KEY_NAME = Pattern.compile("[A-Za-z0-9-]{1,26}");
    private static final List<String> CONDITIONS = List.of(ServerKey.OPEN, ServerKey.DISABLED, ServerKey.GONE);

    private final Entry root;
    private final Ekm ekm;

    KeyReader(Entry root, Ekm ekm) {
        this.root = root;
        this.ekm = ekm;
    }

    List<ServerKey> read() {
        return root.each("keys", this::key);
    }

    private ServerKey key(Entry entry) {
        Provider provider = provider(ekm, entry);
        boolean old = ekm.build(provider.id()).shortThumbprints();
        return new ServerKey(
                entry.text("name"),
                entry.has("database") ? Optional.of(database(entry)) : Optional.empty(),
                provider,
                entry.text("keyName", KEY_NAME, "1 to 26 letters, digits and hyphens"),
                entry.number("bits", 2048, 3072, 2048),
                entry.flag("shortThumbprint", old),
                entry.choice("vault", ServerKey.OPEN, CONDITIONS),
                entry.flag("dropped", false));
    }

    private String database(Entry entry) {
        String name = entry.text("database");
        if (!root.texts("databases", "name").contains(name)) {
            throw entry.fault("database", "the key lies in '" + name + "', which is not among 'databases'");
        }
        return name;
    }

    static Provider provider(Ekm ekm, Entry entry) {
        String name = entry.text("provider");
        return ekm.provider(name)
                .orElseThrow(() ->
                        entry.fault("provider", "'" + name + "' is named as a provider and is not among 'providers'"));
    }
}
