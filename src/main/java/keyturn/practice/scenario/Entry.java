package keyturn.practice.scenario;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import keyturn.practice.web.Switch;
import org.jspecify.annotations.Nullable;

/**
 * An object of a scenario file, read key by key; each read states the rule that the value must keep. Keys that nobody
 * asked for are faults, so {@link #end()} comes last.
 */
final class Entry {

    private final String file;
    private final int line;
    private final Map<String, Located> fields;
    private final Set<String> asked = new TreeSet<>();

    Entry(String file, Located located) {
        this.file = file;
        this.line = located.line();
        if (!(located.value() instanceof Located.Fields object)) {
            throw new ScenarioFault(file, located.line(), "an object in braces is expected");
        }
        this.fields = new LinkedHashMap<>(object.byName());
    }

    int line() {
        return line;
    }

    /** The line of a key's value, or of the object where the key is not given. */
    int line(String key) {
        Located located = fields.get(key);
        return located == null ? line : located.line();
    }

    ScenarioFault fault(String key, String rule) {
        return new ScenarioFault(file, line(key), rule);
    }

    /** @throws ScenarioFault if there is a key that was not asked for */
    void end() {
        for (String key : fields.keySet()) {
            if (!asked.contains(key)) {
                throw fault(key, "unknown key '" + key + "'; known here: " + String.join(" ", asked));
            }
        }
    }

    boolean has(String key) {
        asked.add(key);
        return fields.containsKey(key);
    }

    String text(String key) {
        return required(key, String.class, "text");
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** @param rule how the pattern is said in words */
    String text(String key, Pattern pattern, String rule) {
        String text = text(key);
        if (!pattern.matcher(text).matches()) {
            throw fault(key, "'" + key + "' must be " + rule + ", not '" + text + "'");
        }
        return text;
    }

    String choice(String key, String otherwise, List<String> words) {
        String text = text(key, otherwise);
        if (!words.contains(text)) {
            throw fault(key, "'" + key + "' must be one of " + String.join(" ", words) + ", not '" + text + "'");
        }
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        return has(key) ? required(key, Boolean.class, "true or false") : otherwise;
    }

    int number(String key, int least, int most, int otherwise) {
        long number = has(key) ? required(key, Long.class, "a whole number") : otherwise;
        if (number < least || number > most) {
            throw fault(key, "'" + key + "' must be " + least + " to " + most + ", not " + number);
        }
        return (int) number;
    }

    /** How long before the start of the range, as ISO 8601 writes it: P12DT3H. */
    Duration before(String key) {
        String text = text(key);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw fault(key, "'" + key + "' must not be negative");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw fault(key, "'" + key + "' must be a time span such as P12DT3H, not '" + text + "'");
        }
    }

    Entry object(String key) {
        asked.add(key);
        Located located = fields.get(key);
        if (located == null) {
            throw missing(key);
        }
        return new Entry(file, located);
    }

    Optional<Entry> optional(String key) {
        return has(key) ? Optional.of(object(key)) : Optional.empty();
    }

    /** What is chosen under {@code switches}. */
    Switch.Choice switches(List<? extends Switch> all) {
        return optional("switches")
                .map(given -> {
                    Switch.Choice choice = Switch.read(
                            all,
                            (key, form) -> given.has(key)
                                    ? Optional.of(given.text(key, form, "of the form " + form))
                                    : Optional.empty());
                    given.end();
                    return choice;
                })
                .orElse(Switch.Choice.STANDARD);
    }

    /** The objects of a list, in order; an absent list is empty. */
    <T> List<T> each(String key, Function<Entry, T> read) {
        List<T> all = new ArrayList<>();
        for (Located located : items(key)) {
            Entry entry = new Entry(file, located);
            all.add(read.apply(entry));
            entry.end();
        }
        return all;
    }

    /** The texts that the objects of a list have under a field, without reading the objects. */
    List<String> texts(String key, String field) {
        Located list = fields.get(key);
        return list == null || !(list.value() instanceof Located.Items items)
                ? List.of()
                : items.all().stream()
                        .map(Located::value)
                        .filter(Located.Fields.class::isInstance)
                        .map(v -> ((Located.Fields) v).byName().get(field))
                        .filter(Objects::nonNull)
                        .map(Located::value)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
    }

    List<String> words(String key) {
        return items(key).stream()
                .map(l -> {
                    if (l.value() instanceof String word) {
                        return word;
                    }
                    throw new ScenarioFault(file, l.line(), "'" + key + "' must be a list of texts");
                })
                .toList();
    }

    private List<Located> items(String key) {
        return has(key) ? required(key, Located.Items.class, "a list").all() : List.of();
    }

    private <T> T required(String key, Class<T> type, String what) {
        asked.add(key);
        Located located = fields.get(key);
        if (located == null) {
            throw missing(key);
        }
        @Nullable Object value = located.value();
        if (!type.isInstance(value)) {
            throw fault(key, "'" + key + "' must be " + what);
        }
        return type.cast(value);
    }

    private ScenarioFault missing(String key) {
        return new ScenarioFault(file, line, "missing key '" + key + "'");
    }
}
