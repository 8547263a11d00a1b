package keyturn.practice.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.Table;

/**
 * What ROLLBACK brings back: the tables as they were when the transaction, or a point saved in it, began. Table variables
 * and what IDENTITY gave stay.
 */
final class Undo {

    /** A table of a database before it was changed; empty: it was not there. */
    record Before(int database, int table, Optional<Table> content) {}

    private record Point(String name, List<Scopes.Kept> own, List<Before> shared) {}

    private final Deque<Point> points = new ArrayDeque<>();

    void begin(Scopes scopes) {
        points.clear();
        save("", scopes);
    }

    void save(String name, Scopes scopes) {
        points.push(new Point(name.toLowerCase(Locale.ROOT), scopes.kept(), new ArrayList<>()));
    }

    void forget() {
        points.clear();
    }

    void note(Before before) {
        if (!points.isEmpty()) {
            points.element().shared().add(before);
        }
    }

    /**
     * Back to a point; it stays.
     *
     * @param name of the latest of that name; empty: the beginning
     * @return what to bring back, in order
     */
    List<Before> back(String name, Scopes scopes) {
        List<Before> all = new ArrayList<>();
        String wanted = name.toLowerCase(Locale.ROOT);
        while (!points.isEmpty()) {
            Point point = points.pop();
            all.addAll(point.shared().reversed());
            if (point.name().equals(wanted)) {
                scopes.restored(point.own());
                points.push(new Point(point.name(), point.own(), new ArrayList<>()));
                break;
            }
        }
        return all;
    }
}
