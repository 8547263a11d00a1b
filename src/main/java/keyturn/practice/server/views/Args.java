package keyturn.practice.server.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of a server function; as text and as number one left out is NULL, like one given as NULL. */
record Args(Scene scene, List<@Nullable Object> values) {

    /** The argument as text, or null. */
    @Nullable
    String text(int place) {
        return value(place) instanceof String text ? text : null;
    }

    private @Nullable Object value(int place) {
        return place < values.size() ? values.get(place) : null;
    }

    /** Whether the argument was left out, which is not the same as given as NULL. */
    boolean omitted(int place) {
        return place >= values.size();
    }

    @Nullable
    Integer number(int place) {
        return value(place) instanceof Integer number ? number : null;
    }

    /** Whether the argument was given with a value. */
    boolean given(int place) {
        return value(place) != null;
    }
}
