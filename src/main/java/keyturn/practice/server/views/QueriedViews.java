package keyturn.practice.server.views;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.server.views.DeclaredView.Row;
import keyturn.practice.tsql.query.BoundQuery;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.query.Variables;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Views that are a query over other views and over values. They stand in {@code views.sql}: a line {@code --# name
 * [place]}, a line with the columns, and the query, whose columns are those in their order. It reads with the rights of
 * who reads the view.
 */
final class QueriedViews {

    private QueriedViews() {}

    static List<View<?>> views() {
        List<View<?>> views = new ArrayList<>();
        String text = DeclaredView.text("views.sql");
        for (String part : text.substring(text.indexOf("--# ") + 4).split("\n--# ")) {
            String[] lines = part.split("\n", 3);
            String[] head = lines[0].strip().split(" ");
            List<String> columns = DeclaredView.split(lines[1].substring(3).strip());
            DeclaredView declared = new DeclaredView(head[0], head.length > 1 ? head[1] : "", columns);
            Query query = query(head[0], lines[2]);
            List<SqlType> types = declared.types();
            views.add(declared.over(scene -> rows(scene, query, types)));
        }
        return views;
    }

    private static Query query(String name, String text) {
        if (Parser.parse(text, true).statements().getFirst() instanceof Statement.Select select) {
            return select.query();
        }
        throw new IllegalStateException("views.sql: no query for " + name);
    }

    private static List<Row> rows(Scene scene, Query query, List<SqlType> types) {
        BoundQuery bound = Queries.bind(query, new ServerCatalog(scene), Variables.NONE);
        List<Row> rows = new ArrayList<>();
        bound.run(
                values -> {
                    @Nullable Object[] row = new @Nullable Object[types.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = Conversions.convert(
                                values[i], bound.columns().get(i).type(), types.get(i));
                    }
                    rows.add(new Row(row));
                },
                () -> false);
        return rows;
    }
}
