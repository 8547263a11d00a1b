package keyturn.practice.server.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments of a server function; one left out is NULL like one given as NULL. */
record Args(Scene scene, List<@Nullable Object> values) {

    /** The argument as text, or null. */
    @Nullable
    String text(int place) {
        return values.get(place) instanceof String text ? text : null;
    }

    @Nullable
    Integer number(int place) {
        return values.get(place) instanceof Integer number ? number : null;
    }

    /** Whether the argument was given with a value. */
    boolean given(int place) {
        return values.get(place) != null;
    }
}
