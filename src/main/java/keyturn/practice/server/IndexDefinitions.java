package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableKey;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/** CREATE and DROP of indexes: a unique one keeps its rows apart, a clustered one puts them in order. */
record IndexDefinitions(Turn turn) {

    void create(TableStatement.CreateIndex create) {
        TablePlaces places = new TablePlaces(turn);
        TablePlaces.Found found =
                places.find(create.name()).orElseThrow(() -> Messages.error(1088, 12, String.join(".", create.name())));
        Table table = found.table();
        if (table.keys().stream().anyMatch(k -> Prevailing.here().same(k.name(), create.index()))) {
            throw Messages.error(1913, 1, create.index(), "table", table.schema() + "." + table.name());
        }
        if (create.clustered() && table.clustered().isPresent()) {
            throw Messages.error(
                    1902,
                    3,
                    table.schema() + "." + table.name(),
                    table.clustered().get().name());
        }
        List<Integer> columns = create.columns().stream()
                .map(c -> table.place(c).orElseThrow(() -> Messages.error(1911, 1, c)))
                .toList();
        TableKey key = new TableKey(
                create.index(),
                create.unique() ? TableKey.Kind.INDEX : TableKey.Kind.PLAIN,
                create.clustered() && !columns.isEmpty(),
                columns);
        demandUnique(table, key);
        places.replace(found, ordered(table.plus(key)));
    }

    private static void demandUnique(Table table, TableKey key) {
        Optional<String> duplicate = key.unique() ? new TableKeys(table).duplicate(key) : Optional.empty();
        duplicate.ifPresent(value -> {
            throw Messages.error(1505, 1, table.schema() + "." + table.name(), key.name(), value);
        });
    }

    /** The rows in the order of the clustered key, if there is one. */
    static Table ordered(Table table) {
        if (table.clustered().isEmpty()) {
            return table;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        table.rows().forEach(rows::add);
        return table.with(TableKeys.sorted(table.with(Rows.NONE), rows));
    }

    void drop(TableStatement.DropIndex drop) {
        TablePlaces places = new TablePlaces(turn);
        String shown = String.join(".", drop.name()) + "." + drop.index();
        Optional<TablePlaces.Found> found = places.find(drop.name());
        Optional<TableKey> key = found.flatMap(f -> f.table().keys().stream()
                .filter(k -> Prevailing.here().same(k.name(), drop.index()))
                .findFirst());
        if (key.isEmpty()) {
            if (drop.ifExists()) {
                return;
            }
            throw Messages.error(3701, 7, "drop", "index", shown);
        }
        if (key.get().constraint()) {
            throw Messages.error(
                    3723, 4, shown, key.get().kind() == TableKey.Kind.PRIMARY ? "PRIMARY KEY" : "UNIQUE KEY");
        }
        Table table = found.orElseThrow().table();
        places.replace(
                found.get(),
                table.withKeys(
                        table.keys().stream().filter(k -> !k.equals(key.get())).toList()));
    }
}
