package keyturn.practice.server.views;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.catalog.ScalarFunction;
import keyturn.practice.tsql.catalog.TableFunction;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;

/** What names mean to one statement: the system views and functions of this version, seen by one login. */
public record ServerCatalog(Scene scene) implements Catalog {

    /** Tables of msdb that public may read: what Management Studio asks of them for everybody. Inferred. */
    private static final Set<String> FOR_ALL = Set.of("syspolicy_configuration", "syspolicy_system_health_state");

    @Override
    public Optional<Relation> relation(List<String> name) {
        Optional<Relation> table =
                UserTables.find(scene, name, this::databaseOf).map(Table::relation);
        if (table.isPresent()) {
            return name.getLast().startsWith("#") ? table : table.map(t -> t.of(collation(databaseOf(name))));
        }
        Scene there = scene.in(databaseOf(name));
        Optional<View<?>> view = SystemViews.find(there, schemaOf(name), name.getLast())
                .or(() -> SystemViews.findOld(there, schemaOf(name), name.getLast()));
        view.ifPresent(v -> demand(v, there));
        return view.map(v -> v.relation(there).of(v.collation(there)));
    }

    private static Collation collation(Database database) {
        return Collation.known(database.settings().collation());
    }

    private static void demand(View<?> view, Scene there) {
        there.rights().demandState(view.guard());
        if (!view.database().isEmpty()
                && !FOR_ALL.contains(view.name())
                && !there.holds(SystemViews.securable(view, there.database()), "SELECT")) {
            throw Messages.error(229, 5, "SELECT", view.name(), view.database(), view.schema());
        }
    }

    @Override
    public Optional<TableFunction> tableFunction(List<String> name) {
        Scene there = scene.in(databaseOf(name));
        boolean own = Prevailing.here().same(schemaOf(name), "sys")
                || (name.size() == 1 && Prevailing.here().key(name.getFirst()).startsWith("fn_"));
        return own ? ServerTables.find(there, name.getLast()) : Optional.empty();
    }

    @Override
    public Optional<ScalarFunction> scalarFunction(List<String> name) {
        return name.size() == 1
                ? ServerFunctions.find(scene, name.getFirst())
                : BinaryFunctions.find(schemaOf(name), name.getLast()).map(shape -> shape.in(scene));
    }

    @Override
    public Optional<Global> global(String name) {
        return Globals.find(scene, name);
    }

    @Override
    public LocalDateTime now() {
        return scene.now();
    }

    @Override
    public int offsetMinutes() {
        return scene.offsetMinutes();
    }

    private static String schemaOf(List<String> name) {
        String schema = name.size() < 2 ? "" : name.get(name.size() - 2);
        return schema.isEmpty() ? "dbo" : schema;
    }

    private Database databaseOf(List<String> name) {
        if (name.size() > 3
                && !Prevailing.server()
                        .same(name.getFirst(), scene.instance().identity().serverName())) {
            throw Messages.error(7202, 2, name.getFirst());
        }
        String database = name.size() < 3 ? "" : name.get(name.size() - 3);
        return database.isEmpty() ? scene.database() : Entrance.open(scene, database);
    }
}
