package keyturn.practice.server.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Views that have no row here, since nothing that they tell of can be made on this server. They stand in
 * {@code rowless.tsv}: name, where needed the place, then the columns; a name with a plus sign stands for columns that
 * several views begin with.
 */
final class RowlessViews {

    private final Map<String, List<String>> shared = new HashMap<>();
    private final List<View<?>> views = new ArrayList<>();

    private RowlessViews() {}

    static List<View<?>> views() {
        RowlessViews all = new RowlessViews();
        lines("rowless.tsv").forEach(all::read);
        return List.copyOf(all.views);
    }

    /** The lines of a file beside the messages. */
    static Stream<String> lines(String file) {
        return DeclaredView.text(file).lines();
    }

    private void read(String line) {
        List<String> parts = List.of(line.split("\t"));
        List<String> columns = columns(parts.getLast());
        if (parts.getFirst().startsWith("+")) {
            shared.put(parts.getFirst(), columns);
            return;
        }
        String place = parts.size() > 2 ? parts.get(1) : "";
        views.add(new DeclaredView(parts.getFirst(), place, columns).over(scene -> List.of()));
    }

    private List<String> columns(String list) {
        List<String> columns = new ArrayList<>();
        for (String column : DeclaredView.split(list)) {
            if (column.startsWith("+")) {
                columns.addAll(shared.getOrDefault(column, List.of()));
            } else {
                columns.add(column);
            }
        }
        return columns;
    }
}
