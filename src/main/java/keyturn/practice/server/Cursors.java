package keyturn.practice.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.types.Prevailing;

/** Cursors by name, of a text or of a session. */
final class Cursors {

    private final Map<String, Cursor> all = new HashMap<>();

    Optional<Cursor> find(String name) {
        return Optional.ofNullable(all.get(Prevailing.server().key(name)));
    }

    void put(String name, Cursor cursor) {
        all.put(Prevailing.server().key(name), cursor);
    }

    boolean remove(String name) {
        return all.remove(Prevailing.server().key(name)) != null;
    }
}
