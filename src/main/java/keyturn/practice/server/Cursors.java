package keyturn.practice.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cursors by name, of a text or of a session. */
final class Cursors {

    private final Map<String, Cursor> all = new HashMap<>();

    Optional<Cursor> find(String name) {
        return Optional.ofNullable(all.get(name.toLowerCase(Locale.ROOT)));
    }

    void put(String name, Cursor cursor) {
        all.put(name.toLowerCase(Locale.ROOT), cursor);
    }

    boolean remove(String name) {
        return all.remove(name.toLowerCase(Locale.ROOT)) != null;
    }
}
