package keyturn.practice.scenario;

import java.util.Locale;
import java.util.stream.Stream;

/** What goes wrong in a scenario, or what is special about it. */
public enum ScenarioGroup {
    USUAL,
    KEYS,
    CONNECTOR,
    DATABASES,
    SERVERS,
    VERSIONS,
    NAMES,
    SIZE;

    /** Of a file's root; one that names none is usual. */
    static ScenarioGroup of(Entry root) {
        return valueOf(root.choice(
                        "group",
                        USUAL.word(),
                        Stream.of(values()).map(ScenarioGroup::word).toList())
                .toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
