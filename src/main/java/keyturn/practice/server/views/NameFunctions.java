package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Numbers to names and back: databases, objects, schemas; the client's host and program. */
final class NameFunctions {

    private static final SqlType NAME = nvarchar(128);

    private NameFunctions() {}

    static List<ServerFunctions.Shape> shapes() {
        return List.of(
                new ServerFunctions.Shape("DB_NAME", List.of(INT), 0, NAME, NameFunctions::databaseName),
                new ServerFunctions.Shape("DB_ID", List.of(NAME), 0, SMALLINT, NameFunctions::databaseId),
                new ServerFunctions.Shape("ORIGINAL_DB_NAME", List.of(), 0, NAME, a -> "master"),
                new ServerFunctions.Shape("OBJECT_ID", List.of(nvarchar(4000), NAME), 1, INT, NameFunctions::objectId),
                new ServerFunctions.Shape("OBJECT_NAME", List.of(INT, INT), 1, NAME, NameFunctions::objectName),
                new ServerFunctions.Shape("SCHEMA_NAME", List.of(INT), 0, NAME, NameFunctions::schemaName),
                new ServerFunctions.Shape("SCHEMA_ID", List.of(NAME), 0, INT, NameFunctions::schemaId),
                new ServerFunctions.Shape(
                        "HOST_NAME",
                        List.of(),
                        0,
                        NAME,
                        a -> a.scene().session().host()),
                new ServerFunctions.Shape(
                        "APP_NAME", List.of(), 0, NAME, a -> a.scene().session().program()));
    }

    private static @Nullable Object databaseName(Args arguments) {
        Integer id = arguments.number(0);
        if (arguments.omitted(0)) {
            return arguments.scene().database().name();
        }
        return id == null
                ? null
                : arguments.scene().instance().database(id).map(Database::name).orElse(null);
    }

    private static @Nullable Object databaseId(Args arguments) {
        String name = arguments.text(0);
        if (arguments.omitted(0)) {
            return arguments.scene().database().id();
        }
        return name == null
                ? null
                : arguments.scene().instance().database(name).map(Database::id).orElse(null);
    }

    /** Of a name of one to three parts, quoted or not; NULL where this version has no such object. */
    static @Nullable Object objectId(Args arguments) {
        String name = arguments.text(0);
        if (name == null) {
            return null;
        }
        List<String> parts = Names.split(name);
        Scene scene = parts.size() == 3
                ? arguments
                        .scene()
                        .instance()
                        .database(parts.getFirst())
                        .map(arguments.scene()::in)
                        .orElse(arguments.scene())
                : arguments.scene();
        String schema = parts.size() < 2 || parts.get(parts.size() - 2).isEmpty() ? "dbo" : parts.get(parts.size() - 2);
        String wanted = String.valueOf(arguments.text(1)).strip();
        return typed(scene, parts, schema)
                .filter(t -> arguments.text(1) == null || t.type().strip().equalsIgnoreCase(wanted))
                .map(ObjectViews.Listed::id)
                .orElse(null);
    }

    private static Optional<ObjectViews.Listed> typed(Scene scene, List<String> parts, String schema) {
        String name = parts.getLast();
        return UserTables.find(scene, parts, any -> scene.database())
                .map(ObjectViews.Listed::of)
                .or(() -> scene.database().objects().procedure(schema, name).map(ObjectViews.Listed::of))
                .or(() -> SystemViews.find(scene, schema, name)
                        .or(() -> SystemViews.findOld(scene, schema, name))
                        .map(v -> ObjectViews.Listed.shipped(SystemViews.id(v), v.name(), 4)))
                .or(() -> SystemProcedures.find(scene.database().name(), schema, name))
                .or(() -> function(scene, schema, name));
    }

    private static Optional<ObjectViews.Listed> function(Scene scene, String schema, String name) {
        boolean known = Prevailing.here().same(schema, "sys")
                && ServerTables.find(scene, name).isPresent();
        int id = -(name.hashCode() & 0x3FFF_FFFF) - 1;
        return known ? Optional.of(new ObjectViews.Listed(id, name, 4, "IF", ObjectViews.SHIPPED)) : Optional.empty();
    }

    private static @Nullable Object objectName(Args arguments) {
        Integer id = arguments.number(0);
        Integer database = arguments.number(1);
        Scene scene = database == null
                ? arguments.scene()
                : arguments
                        .scene()
                        .instance()
                        .database(database)
                        .map(arguments.scene()::in)
                        .orElse(arguments.scene());
        Optional<String> own = ObjectViews.own(scene).stream()
                .filter(o -> id != null && o.id() == id)
                .map(ObjectViews.Listed::name)
                .findFirst();
        return own.isPresent()
                ? own.get()
                : SystemViews.listed(arguments.scene()).stream()
                        .filter(o -> id != null && o.id() == id)
                        .map(ObjectViews.Listed::name)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Object schemaName(Args arguments) {
        Integer id = arguments.number(0);
        return ObjectViews.SCHEMAS.stream()
                .filter(s -> s.id() == (arguments.omitted(0) ? 1 : id == null ? 0 : id))
                .map(ObjectViews.Schema::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object schemaId(Args arguments) {
        String name = arguments.text(0);
        return ObjectViews.SCHEMAS.stream()
                .filter(s -> Prevailing.here().same(s.name(), arguments.omitted(0) ? "dbo" : name))
                .map(ObjectViews.Schema::id)
                .findFirst()
                .orElse(null);
    }
}
