package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Objects;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.views.Entrance;
import keyturn.practice.tsql.syntax.Query;

/** Where tables stand: in the session, in a database, in a variable; and the ways to find, change and drop one. */
record TablePlaces(Turn turn) {

    private static final String TEMPDB = "tempdb";

    /** Where a table stands. */
    sealed interface Place {}

    /** {@code #t}. */
    record Own() implements Place {}

    /** {@code ##t} in tempdb, {@code t} in any. */
    record Shared(Database database) implements Place {}

    /** {@code @t}. */
    record Variable() implements Place {}

    /** A table, or the room for one. */
    record Found(Place place, Table table) {

        /** {@code tempdb.dbo.#t}, as errors name it. */
        String fullName() {
            return switch (place) {
                case Own own -> TEMPDB + "." + table.schema() + "." + table.shown();
                case Shared shared -> shared.database().name() + "." + table.schema() + "." + table.name();
                case Variable variable -> table.name();
            };
        }

        String databaseName() {
            return place instanceof Shared shared ? shared.database().name() : TEMPDB;
        }
    }

    Optional<Found> find(Query.Source source) {
        return switch (source) {
            case Query.Table table -> find(table.name());
            case Query.VariableTable variable ->
                turn.variables().tableVariable(variable.name()).map(t -> new Found(new Variable(), t));
            default -> Optional.empty();
        };
    }

    /** @throws keyturn.practice.tsql.SqlError 911 and their kin, if the database in the name does not open */
    Optional<Found> find(List<String> name) {
        String last = name.getLast();
        if (isLocal(last)) {
            return turn.scene().workspace().table(last).map(t -> new Found(new Own(), t));
        }
        Database database = database(name);
        return database.objects().table(schema(name), last).map(t -> new Found(new Shared(database), t));
    }

    static boolean isLocal(String name) {
        return name.startsWith("#") && !name.startsWith("##");
    }

    static String schema(List<String> name) {
        String schema = name.size() < 2 ? "" : name.get(name.size() - 2);
        return schema.isEmpty() || name.getLast().startsWith("#") ? "dbo" : schema;
    }

    /** The database that a name means. */
    Database database(List<String> name) {
        if (name.getLast().startsWith("##")) {
            return turn.instance().database(TEMPDB).orElseThrow();
        }
        String database = name.size() < 3 ? "" : name.get(name.size() - 3);
        return database.isEmpty() ? turn.scene().database() : Entrance.open(turn.scene(), database);
    }

    /** Where a new table of that name will stand. */
    Place room(List<String> name) {
        return isLocal(name.getLast()) ? new Own() : new Shared(database(name));
    }

    /** @throws keyturn.practice.tsql.SqlError 3906 if the database takes no change */
    void add(Place place, Table table) {
        switch (place) {
            case Own own -> turn.state().scopes().add(table);
            case Shared shared -> change(shared.database(), table.id(), o -> o.with(table));
            case Variable variable -> turn.variables().replace(table);
        }
    }

    void replace(Found found, Table table) {
        switch (found.place()) {
            case Own own -> turn.state().scopes().replace(table);
            case Shared shared -> change(shared.database(), table.id(), o -> o.with(table));
            case Variable variable -> turn.variables().replace(table);
        }
    }

    void remove(Found found) {
        switch (found.place()) {
            case Own own -> turn.state().scopes().remove(found.table());
            case Shared shared ->
                change(
                        shared.database(),
                        found.table().id(),
                        o -> o.withoutTable(found.table().id()));
            case Variable variable ->
                throw new IllegalArgumentException(found.table().name());
        }
    }

    private void change(Database database, int table, UnaryOperator<Objects> change) {
        Optional<Table> before = turn.server()
                .instance()
                .database(database.id())
                .flatMap(d -> d.objects().table(table));
        change(database, change, o -> before.map(o::with).orElseGet(() -> o.withoutTable(table)));
    }

    /**
     * @param back what ROLLBACK does to have it as it was
     * @throws keyturn.practice.tsql.SqlError 3906 if the database takes no change
     */
    void change(Database database, UnaryOperator<Objects> change, UnaryOperator<Objects> back) {
        if (database.openness().readOnly()) {
            throw Messages.error(3906, 1, database.name());
        }
        turn.state().undo().note(new Undo.Before(database.id(), back));
        turn.change(i -> changed(i, database.id(), change));
    }

    private static Instance changed(Instance instance, int database, UnaryOperator<Objects> change) {
        return instance.database(database)
                .map(d -> instance.with(d.objects(change.apply(d.objects()))))
                .orElse(instance);
    }

    /** Brings back what was before the transaction, or before a point saved in it. */
    static void undo(Turn turn, String point) {
        List<Undo.Before> all = turn.state().undo().back(point, turn.state().scopes());
        for (Undo.Before before : all) {
            turn.change(i -> changed(i, before.database(), before.back()));
        }
    }
}
