package keyturn.practice.server.views;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.types.SqlType;

/**
 * Functions in FROM that have no row here, since nothing that they tell of can be on this server. They stand in
 * {@code rowless-functions.tsv}: name, the first version's year, types of the parameters, columns as declared.
 */
final class RowlessTables {

    private record Shape(String name, int since, List<SqlType> parameters, List<Column> columns) {}

    private static final Map<String, Shape> ALL = all();

    private RowlessTables() {}

    static Optional<TableFunction> find(Scene scene, String name) {
        return Optional.ofNullable(ALL.get(name))
                .filter(s -> s.since() <= scene.version().year())
                .map(s -> new TableFunction(s.name(), s.parameters(), s.columns(), arguments -> List.of()));
    }

    private static Map<String, Shape> all() {
        Map<String, Shape> all = new HashMap<>();
        RowlessViews.lines("rowless-functions.tsv").forEach(line -> {
            List<String> parts = List.of(line.split("\t"));
            List<SqlType> parameters = DeclaredView.split(parts.get(2)).stream()
                    .map(DeclaredView::type)
                    .toList();
            List<Column> columns = DeclaredView.split(parts.get(3)).stream()
                    .map(RowlessTables::column)
                    .toList();
            String name = parts.getFirst();
            all.put(
                    name.toLowerCase(Locale.ROOT),
                    new Shape(name, Integer.parseInt(parts.get(1)), parameters, columns));
        });
        return Map.copyOf(all);
    }

    private static Column column(String declared) {
        int blank = declared.indexOf(' ');
        return new Column(declared.substring(0, blank), DeclaredView.type(declared.substring(blank + 1)), true);
    }
}
