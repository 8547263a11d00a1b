package keyturn.practice.server.views;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Table;

/** The tables of users and sessions, as names find them and as the catalog lists them. */
final class UserTables {

    private static final String TEMPDB = "tempdb";

    private UserTables() {}

    /** @param databaseOf the database that a name means, opened */
    static Optional<Table> find(Scene scene, List<String> name, Function<List<String>, Database> databaseOf) {
        String last = name.getLast();
        if (last.startsWith("##")) {
            return scene.instance().database(TEMPDB).flatMap(d -> d.objects().table("dbo", last));
        }
        if (last.startsWith("#")) {
            return scene.workspace().table(last);
        }
        String schema = name.size() < 2 ? "" : name.get(name.size() - 2);
        return databaseOf.apply(name).objects().table(schema.isEmpty() ? "dbo" : schema, last);
    }

    /** The tables of the scene's database; in tempdb the session's own too. */
    static List<Table> listed(Scene scene) {
        Stream<Table> shared = scene.database().objects().tables().stream();
        boolean tempdb = scene.database().name().equalsIgnoreCase(TEMPDB);
        return (tempdb ? Stream.concat(shared, scene.workspace().temporary().stream()) : shared).toList();
    }
}
