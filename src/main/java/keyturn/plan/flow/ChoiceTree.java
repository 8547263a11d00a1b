package keyturn.plan.flow;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Choices as named values, for a file. Which names there are is part of the format of saved plans; their order is kept.
 *
 * @param fields by name, in the order in which they are written
 */
public record ChoiceTree(SequencedMap<String, Value> fields) {

    /** What a name stands for. */
    public sealed interface Value {}

    public record Text(String text) implements Value {}

    public record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Names that the file does not know before, such as databases, each with a text; sorted, so that bytes stay the same. */
    public record Pairs(SortedMap<String, String> pairs) implements Value {
        public Pairs {
            pairs = new TreeMap<>(pairs);
        }
    }

    /** Several things, each with names of its own. */
    public record Trees(List<ChoiceTree> trees) implements Value {
        public Trees {
            trees = List.copyOf(trees);
        }
    }

    /** A value is missing, of another shape, or not what its reader takes. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        private Malformed(String field) {
            super(field);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    public ChoiceTree {
        fields = new LinkedHashMap<>(fields);
    }

    public static ChoiceTree empty() {
        return new ChoiceTree(new LinkedHashMap<>());
    }

    /** With this at the end. */
    public ChoiceTree with(String name, Value value) {
        SequencedMap<String, Value> more = new LinkedHashMap<>(fields);
        more.putLast(name, value);
        return new ChoiceTree(more);
    }

    public ChoiceTree with(String name, String text) {
        return with(name, new Text(text));
    }

    /** Nothing is written where there is no value. */
    public ChoiceTree with(String name, Optional<String> text) {
        return text.map(there -> with(name, there)).orElse(this);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** @throws Malformed if it is missing or refused by its reader */
    public <T> T text(String name, Function<String, T> reader) {
        Text text = value(name, Text.class);
        return read(name, text.text(), reader);
    }

    /** @throws Malformed if it is refused by its reader */
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(text(name, reader)) : Optional.empty();
    }

    /** @throws Malformed if the list is missing or its reader refuses one of them */
    public <T> List<T> texts(String name, Function<String, T> reader) {
        return value(name, Texts.class).texts().stream()
                .map(text -> read(name, text, reader))
                .toList();
    }

    /** @throws Malformed if the list is missing or its reader refuses one of them */
    public <T> List<T> trees(String name, Function<ChoiceTree, T> reader) {
        if (value(name, Value.class).equals(new Texts(List.of()))) {
            return List.of();
        }
        return value(name, Trees.class).trees().stream().map(reader).toList();
    }

    /** @throws Malformed if the pairs are missing or a reader refuses one of them */
    public <K, V> Map<K, V> pairs(String name, Function<String, K> keys, Function<String, V> values) {
        Map<K, V> read = new LinkedHashMap<>();
        value(name, Pairs.class)
                .pairs()
                .forEach((key, value) -> read.put(read(name, key, keys), read(name + "." + key, value, values)));
        return read;
    }

    private <V extends Value> V value(String name, Class<V> shape) {
        return Optional.ofNullable(fields.get(name))
                .filter(shape::isInstance)
                .map(shape::cast)
                .orElseThrow(() -> new Malformed(name));
    }

    private static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException refused) {
            var malformed = new Malformed(name);
            malformed.initCause(refused);
            throw malformed;
        }
    }
}
