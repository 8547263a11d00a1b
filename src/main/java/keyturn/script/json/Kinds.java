package keyturn.script.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kinds of step of one family, or of acts, as a file names them. A kind is made here only, with its reader: none can be
 * written that is not read.
 */
final class Kinds<T> {

    private final Map<String, Function<Fields, T>> readers = new HashMap<>();

    /**
     * @param name in the file
     * @throws IllegalArgumentException for a name that there is already
     */
    Kind kind(String name, Function<Fields, T> reader) {
        if (readers.putIfAbsent(name, reader) != null) {
            throw new IllegalArgumentException(name);
        }
        return new Kind(name);
    }

    /** Empty where there is no such kind here. */
    Optional<Function<Fields, T>> reader(String name) {
        return Optional.ofNullable(readers.get(name));
    }

    /** @throws IllegalArgumentException for a kind that was made elsewhere, where it would not be read */
    void check(Kind kind) {
        if (!readers.containsKey(kind.name())) {
            throw new IllegalArgumentException(kind.name());
        }
    }

    /** What a step or an act is called in a file. */
    static final class Kind {

        private final String name;

        private Kind(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }
}
