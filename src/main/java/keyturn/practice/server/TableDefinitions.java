package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.server.state.TableKey;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.syntax.TableElement;
import keyturn.practice.tsql.syntax.TableStatement;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/** CREATE, ALTER and DROP of tables. */
record TableDefinitions(Turn turn) {

    void create(TableStatement.Create create) {
        TablePlaces places = new TablePlaces(turn);
        String name = create.name().getLast();
        TablePlaces.Place room = room(places, create.name());
        int id = turn.server().numbers().next(name.startsWith("#"));
        Table table = new TableMaker(turn.catalog(), name, create.elements())
                .make(id, TablePlaces.schema(create.name()), turn.scene().now());
        places.add(room, table);
    }

    /**
     * Where a new table will stand.
     *
     * @throws keyturn.practice.tsql.SqlError 2714 the name is taken, 262 not permitted, 2760 no such schema
     */
    TablePlaces.Place room(TablePlaces places, List<String> name) {
        TablePlaces.Place room = places.room(name);
        boolean taken =
                switch (room) {
                    case TablePlaces.Own own -> turn.state().scopes().hasOwn(name.getLast());
                    case TablePlaces.Shared shared -> places.find(name).isPresent();
                    case TablePlaces.Variable variable -> false;
                };
        if (room instanceof TablePlaces.Shared shared && !name.getLast().startsWith("#")) {
            demandRight(shared);
            String schema = TablePlaces.schema(name);
            if (!Prevailing.here().same(schema, "dbo") && !Prevailing.here().same(schema, "guest")) {
                throw Messages.error(2760, 1, schema);
            }
        }
        if (taken) {
            throw Messages.error(2714, 6, name.getLast());
        }
        return room;
    }

    private void demandRight(TablePlaces.Shared shared) {
        boolean may = turn.scene().rights().has(Rights.CONTROL_SERVER)
                || turn.scene().holds(shared.database(), "CREATE TABLE");
        if (!may) {
            throw Messages.error(262, 1, "CREATE TABLE", shared.database().name());
        }
    }

    void drop(TableStatement.Drop drop) {
        TablePlaces places = new TablePlaces(turn);
        for (List<String> name : drop.names()) {
            Optional<TablePlaces.Found> found = places.find(name);
            if (found.isPresent()) {
                places.remove(found.get());
            } else if (!drop.ifExists()) {
                throw Messages.error(3701, 5, "drop", "table", String.join(".", name));
            }
        }
    }

    private static TablePlaces.Found altered(TablePlaces places, List<String> name) {
        return places.find(name).orElseThrow(() -> Messages.error(4902, 1, String.join(".", name)));
    }

    void add(TableStatement.Add add) {
        TablePlaces places = new TablePlaces(turn);
        TablePlaces.Found found = altered(places, add.name());
        Table table = found.table();
        TableMaker maker = new TableMaker(turn.catalog(), table.name(), add.elements(), table.columns());
        List<TableColumn> columns = new ArrayList<>(table.columns());
        for (TableColumn column : maker.columns()) {
            if (table.place(column.name()).isPresent()) {
                throw Messages.error(2705, 4, column.name(), table.name());
            }
            columns.add(column);
        }
        Table wider = widened(found, columns);
        Table made = maker.checked(maker.keyed(defaulted(wider, add.elements())));
        demandKeys(table, made);
        if (made.checks().size() > table.checks().size()) {
            TableWriter writer = new TableWriter(turn, new TablePlaces.Found(found.place(), made), "ALTER TABLE");
            made.rows().forEach(row -> writer.completed(row.clone()));
        }
        places.replace(found, IndexDefinitions.ordered(made));
    }

    /** @throws keyturn.practice.tsql.SqlError 1750 behind 8111 or 1505, which say why a new key cannot be */
    private void demandKeys(Table before, Table made) {
        for (TableKey key :
                made.keys().subList(before.keys().size(), made.keys().size())) {
            boolean nullable = key.kind() == TableKey.Kind.PRIMARY
                    && key.columns().stream()
                            .anyMatch(c -> c < before.columns().size()
                                    && before.columns().get(c).nullable());
            if (nullable) {
                turn.error(Messages.error(8111, 1, before.name()));
                throw Messages.error(1750, 0);
            }
            new TableKeys(made).duplicate(key).ifPresent(value -> {
                turn.error(Messages.error(1505, 1, made.schema() + "." + made.name(), key.name(), value));
                throw Messages.error(1750, 1);
            });
        }
    }

    private static Table defaulted(Table table, List<TableElement> elements) {
        List<TableColumn> columns = new ArrayList<>(table.columns());
        for (TableElement element : elements) {
            if (element instanceof TableElement.DefaultElement d) {
                int place = table.place(d.column()).orElseThrow(() -> Messages.error(1752, 0, d.column()));
                columns.set(place, columns.get(place).defaulted(d.defaulted()));
            }
        }
        return table.with(columns, table.rows());
    }

    /** The table with more columns; a row has the default in those that are not NULL, else NULL. */
    private Table widened(TablePlaces.Found found, List<TableColumn> columns) {
        Table table = found.table();
        int before = table.columns().size();
        Table empty = table.with(columns, Rows.NONE);
        TableWriter writer = new TableWriter(turn, new TablePlaces.Found(found.place(), empty), "ALTER TABLE");
        for (TableColumn column : columns.subList(before, columns.size())) {
            boolean fills = column.nullable()
                    || column.defaulted().isPresent()
                    || column.identity().isPresent()
                    || column.computed().isPresent()
                    || column.rowVersion();
            if (!fills && table.rows().size() > 0) {
                throw Messages.error(4901, 1, column.name(), table.name());
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : table.rows()) {
            rows.add(writer.widened(row));
        }
        return empty.with(Rows.of(rows)).counted(writer.spent().counter());
    }

    void alter(TableStatement.AlterColumn alter) {
        TablePlaces places = new TablePlaces(turn);
        TablePlaces.Found found = altered(places, alter.name());
        Table table = found.table();
        int place = table.place(alter.column().name())
                .orElseThrow(() -> Messages.error(
                        4924, 1, "ALTER TABLE ALTER COLUMN", alter.column().name(), table.name()));
        TableColumn now = new TableMaker(turn.catalog(), table.name(), List.of(alter.column()))
                .columns()
                .getFirst();
        TableColumn before = table.columns().get(place);
        List<TableColumn> columns = new ArrayList<>(table.columns());
        columns.set(place, before.typed(now.type(), alter.column().nullable().orElse(true)));
        Table retyped = table.with(columns, Rows.NONE);
        TablePlaces.Found target = new TablePlaces.Found(found.place(), retyped);
        TableWriter writer = new TableWriter(turn, target, "UPDATE");
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : table.rows()) {
            @Nullable Object[] copy = row.clone();
            copy[place] = Storing.fit(
                    row[place],
                    before.type(),
                    columns.get(place),
                    target,
                    turn.scene().version().year());
            rows.add(writer.completed(copy));
        }
        places.replace(found, retyped.with(Rows.of(rows)));
    }

    void remove(TableStatement.Remove remove) {
        TablePlaces places = new TablePlaces(turn);
        TablePlaces.Found found = altered(places, remove.name());
        Set<String> parts =
                remove.parts().stream().map(p -> Prevailing.here().key(p)).collect(Collectors.toSet());
        Table table = found.table();
        if (remove.constraints()) {
            places.replace(found, unconstrained(table, remove, parts));
            return;
        }
        for (String part : remove.parts()) {
            if (table.place(part).isEmpty() && !remove.ifExists()) {
                throw Messages.error(4924, 1, "ALTER TABLE DROP COLUMN", part, table.name());
            }
        }
        tellWhatNeeds(table, parts);
        places.replace(found, new Narrowed(table, parts).table());
    }

    /** What stands on columns that are to go; 4922 follows. */
    private void tellWhatNeeds(Table table, Set<String> parts) {
        table.checks()
                .forEach(check -> check.column()
                        .filter(c -> parts.contains(Prevailing.here().key(c)))
                        .ifPresent(c -> needs("object", check.name(), c)));
        for (TableKey key : table.keys()) {
            for (int place : key.columns()) {
                String column = table.columns().get(place).name();
                if (parts.contains(Prevailing.here().key(column))) {
                    needs(key.constraint() ? "object" : "index", key.name(), column);
                }
            }
        }
    }

    private void needs(String kind, String name, String column) {
        turn.error(Messages.error(5074, 1, kind, name, "column", column));
    }

    private static Table unconstrained(Table table, TableStatement.Remove remove, Set<String> names) {
        List<String> known = new ArrayList<>();
        table.keys().forEach(k -> known.add(k.name()));
        table.checks().forEach(c -> known.add(c.name()));
        table.columns()
                .forEach(c -> c.defaulted().flatMap(TableElement.Default::name).ifPresent(known::add));
        for (String part : remove.parts()) {
            if (known.stream().noneMatch(n -> Prevailing.here().same(part, n)) && !remove.ifExists()) {
                throw Messages.error(3728, 1, part);
            }
        }
        List<TableColumn> columns = table.columns().stream()
                .map(c -> c.defaulted()
                                .flatMap(TableElement.Default::name)
                                .filter(n -> names.contains(Prevailing.here().key(n)))
                                .isPresent()
                        ? c.withoutDefault()
                        : c)
                .toList();
        return table.with(columns, table.rows())
                .withKeys(table.keys().stream()
                        .filter(k -> !names.contains(Prevailing.here().key(k.name())))
                        .toList())
                .withChecks(table.checks().stream()
                        .filter(c -> !names.contains(Prevailing.here().key(c.name())))
                        .toList());
    }
}
