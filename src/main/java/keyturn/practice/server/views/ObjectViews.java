package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;

/** What objects, schemas and messages there are. The system views are the objects that ship, tables those of users. */
final class ObjectViews {

    static final LocalDateTime SHIPPED = LocalDateTime.of(2022, 10, 8, 6, 31, 59, 300_000_000);

    private ObjectViews() {}

    /** An object as the object views list it. */
    record Listed(int id, String name, int schema, String type, LocalDateTime created) {

        static Listed shipped(int id, String name, int schema) {
            return new Listed(id, name, schema, "V ", SHIPPED);
        }

        static Listed of(Table table) {
            return new Listed(table.id(), table.shown(), schemaId(table.schema()), "U ", table.created());
        }

        boolean user() {
            return !type.equals("V ");
        }

        String description() {
            return user() ? "USER_TABLE" : "VIEW";
        }
    }

    static int schemaId(String name) {
        return SCHEMAS.stream()
                .filter(s -> s.name().equalsIgnoreCase(name))
                .map(Schema::id)
                .findFirst()
                .orElse(1);
    }

    private static List<Listed> listed(Scene scene, boolean system, boolean users) {
        Stream<Listed> shipped = system ? SystemViews.listed(scene).stream() : Stream.of();
        Stream<Listed> own = users ? UserTables.listed(scene).stream().map(Listed::of) : Stream.of();
        return Stream.concat(shipped, own).toList();
    }

    static List<View<?>> views() {
        return List.of(
                objects("objects", false, true),
                objects("all_objects", true, true),
                objects("views", false, false),
                objects("all_views", true, false),
                objects("system_views", true, false),
                schemas(),
                messages(),
                languages(),
                servers());
    }

    private static View<Listed> objects(String name, boolean system, boolean users) {
        return View.<Listed>sys(name, scene -> listed(scene, system, users))
                .column("name", SYSNAME, Listed::name)
                .column("object_id", INT, Listed::id)
                .none("principal_id", INT)
                .column("schema_id", INT, Listed::schema)
                .column("parent_object_id", INT, o -> 0)
                .nullable("type", chars(2), Listed::type)
                .nullable("type_desc", nvarchar(60), Listed::description)
                .column("create_date", DATETIME, Listed::created)
                .column("modify_date", DATETIME, Listed::created)
                .nullable("is_ms_shipped", BIT, o -> !o.user())
                .nullable("is_published", BIT, o -> false)
                .nullable("is_schema_published", BIT, o -> false)
                .build();
    }

    /** A schema with its number. */
    record Schema(int id, String name) {}

    static final List<Schema> SCHEMAS = List.of(
            new Schema(1, "dbo"), new Schema(2, "guest"), new Schema(3, "INFORMATION_SCHEMA"), new Schema(4, "sys"));

    private static View<Schema> schemas() {
        return View.<Schema>sys("schemas", scene -> SCHEMAS)
                .column("name", SYSNAME, Schema::name)
                .column("schema_id", INT, Schema::id)
                .nullable("principal_id", INT, Schema::id)
                .build();
    }

    private static View<Messages.Message> messages() {
        return View.<Messages.Message>sys("messages", scene -> Messages.all())
                .column("message_id", INT, Messages.Message::number)
                .column("language_id", SMALLINT, m -> 1033)
                .nullable("severity", TINYINT, Messages.Message::severity)
                .column("is_event_logged", BIT, m -> m.number() == 18456 || m.number() == 33032)
                .column("text", nvarchar(2048), Messages.Message::template)
                .build();
    }

    private static View<Scene> languages() {
        return View.<Scene>sys("syslanguages", List::of)
                .column("langid", SMALLINT, s -> 0)
                .nullable("dateformat", chars(3), s -> "mdy")
                .column("datefirst", TINYINT, s -> 7)
                .nullable("name", SYSNAME, s -> "us_english")
                .nullable("alias", SYSNAME, s -> "English")
                .nullable("lcid", INT, s -> 1033)
                .nullable("msglangid", SMALLINT, s -> 1033)
                .build();
    }

    private static View<Scene> servers() {
        return View.<Scene>sys("servers", List::of)
                .column("server_id", INT, s -> 0)
                .column("name", SYSNAME, s -> s.instance().identity().serverName())
                .column("product", SYSNAME, s -> "SQL Server")
                .column("provider", SYSNAME, s -> "SQLNCLI")
                .nullable(
                        "data_source",
                        nvarchar(4000),
                        s -> s.instance().identity().serverName())
                .column("is_linked", BIT, s -> false)
                .build();
    }
}
