package keyturn.practice.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.SqlError;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.query.BoundQuery;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/** {@code SELECT ... INTO t}: a new table with the columns and the rows of the query. */
record SelectInto(Turn turn, Query query, List<String> name) {

    /** The name behind INTO, if there is one. */
    static Optional<List<String>> name(Query query) {
        return into(query.body());
    }

    private static Optional<List<String>> into(Query.Body body) {
        return switch (body) {
            case Query.Select select -> select.into();
            case Query.SetOperation set -> into(set.left());
            case Query.Nested nested -> Optional.empty();
        };
    }

    void run() {
        BoundQuery bound = Queries.bind(query, turn.catalog(), turn.variables());
        List<TableColumn> columns = columns(bound.columns());
        List<@Nullable Object[]> rows = new ArrayList<>();
        new TableLock(turn).around(fresh -> {
            TablePlaces places = new TablePlaces(fresh);
            TablePlaces.Place room = new TableDefinitions(fresh).room(places, name);
            int id = fresh.server().numbers().next(name.getLast().startsWith("#"));
            Table table = new Table(
                    id,
                    TablePlaces.schema(name),
                    name.getLast(),
                    fresh.scene().now(),
                    columns,
                    List.of(),
                    List.of(),
                    Rows.NONE,
                    Optional.empty());
            TableSize size = new TableSize(new TablePlaces.Found(room, table));
            bound.run(row -> rows.add(size.counted(row)), fresh.cancel()::requested);
            places.add(room, table.with(Rows.of(rows)));
        });
        turn.state().ended(0, rows.size());
        turn.reply()
                .done(
                        turn.state().options().noCount() ? Optional.empty() : Optional.of((long) rows.size()),
                        Backend.StatementKind.SELECT);
    }

    /** @throws SqlError 1038 a column has no name, 2705 two have the same */
    private List<TableColumn> columns(List<Column> of) {
        List<TableColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Column column : of) {
            if (column.name().isEmpty()) {
                throw Messages.error(1038, 5);
            }
            if (!seen.add(Prevailing.here().key(column.name()))) {
                throw Messages.error(2705, 3, column.name(), name.getLast());
            }
            columns.add(TableColumn.plain(column));
        }
        return columns;
    }
}
