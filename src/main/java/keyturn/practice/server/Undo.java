package keyturn.practice.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Objects;

/**
 * What ROLLBACK brings back: tables and procedures as they were when the transaction, or a point saved in it, began. Table variables
 * and what IDENTITY gave stay.
 */
final class Undo {

    /** The way back to what stood in a database before a change. */
    record Before(int database, UnaryOperator<Objects> back) {}

    private record Point(String name, Scopes.Own own, List<Before> shared) {}

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
