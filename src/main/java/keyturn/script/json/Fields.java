package keyturn.script.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fields of a JSON object, each asked for by name and type; a missing or wrong one is told by its path.
 *
 * @param path of the object in the file, such as {@code steps[2].about}; empty for the file itself
 */
record Fields(JsonNode object, String path) {

    /** A field is missing or not what belongs there. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        Malformed(String field) {
            super(field);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new Malformed(at(name));
        }
        return value.textValue();
    }

    /** A text that is read as something else; what its reader refuses is malformed. */
    <T> T text(String name, Function<String, T> reader) {
        try {
            return reader.apply(text(name));
        } catch (IllegalArgumentException | DateTimeException refused) {
            var malformed = new Malformed(at(name));
            malformed.initCause(refused);
            throw malformed;
        }
    }

    int whole(String name) {
        JsonNode value = object.path(name);
        if (!value.isInt()) {
            throw new Malformed(at(name));
        }
        return value.intValue();
    }

    long number(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Malformed(at(name));
        }
        return value.longValue();
    }

    boolean truth(String name) {
        JsonNode value = object.path(name);
        if (!value.isBoolean()) {
            throw new Malformed(at(name));
        }
        return value.booleanValue();
    }

    Fields object(String name) {
        JsonNode value = object.path(name);
        if (!value.isObject()) {
            throw new Malformed(at(name));
        }
        return new Fields(value, at(name));
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : array(name)) {
            String place = at(name) + "[" + objects.size() + "]";
            if (!item.isObject()) {
                throw new Malformed(place);
            }
            objects.add(new Fields(item, place));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!item.isTextual()) {
                throw new Malformed(at(name) + "[" + texts.size() + "]");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** The names of all fields. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The name of a field, where it is data and read as something else; what its reader refuses is malformed. */
    <T> T name(String name, Function<String, T> reader) {
        try {
            return reader.apply(name);
        } catch (IllegalArgumentException refused) {
            var malformed = new Malformed(at(name));
            malformed.initCause(refused);
            throw malformed;
        }
    }

    boolean isNull(String name) {
        return object.path(name).isNull();
    }

    boolean isObject(String name) {
        return object.path(name).isObject();
    }

    boolean isTruth(String name) {
        return object.path(name).isBoolean();
    }

    /** All fields of an object that holds nothing but texts. */
    SortedMap<String, String> allTexts() {
        SortedMap<String, String> texts = new TreeMap<>();
        object.fieldNames().forEachRemaining(name -> texts.put(name, text(name)));
        return texts;
    }

    boolean isArray(String name) {
        return object.path(name).isArray();
    }

    /** @throws Malformed if it is none */
    JsonNode array(String name) {
        JsonNode value = object.path(name);
        if (!value.isArray()) {
            throw new Malformed(at(name));
        }
        return value;
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
