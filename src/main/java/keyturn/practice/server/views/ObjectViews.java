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
import keyturn.practice.server.state.Messages;

/** What objects, schemas and messages there are. The system views are the objects; there are no user tables. */
final class ObjectViews {

    static final LocalDateTime SHIPPED = LocalDateTime.of(2022, 10, 8, 6, 31, 59, 300_000_000);

    private ObjectViews() {}

    /** An object as the object views list it. */
    record Listed(int id, String name, int schema) {}

    static List<View<?>> views() {
        return List.of(
                objects("objects", false),
                objects("all_objects", true),
                objects("views", false),
                objects("all_views", true),
                objects("system_views", true),
                objects("tables", false),
                schemas(),
                messages(),
                languages(),
                servers());
    }

    private static View<Listed> objects(String name, boolean system) {
        return View.<Listed>sys(name, scene -> system ? SystemViews.listed(scene) : List.of())
                .column("name", SYSNAME, Listed::name)
                .column("object_id", INT, Listed::id)
                .none("principal_id", INT)
                .column("schema_id", INT, Listed::schema)
                .column("parent_object_id", INT, o -> 0)
                .nullable("type", chars(2), o -> "V ")
                .nullable("type_desc", nvarchar(60), o -> "VIEW")
                .column("create_date", DATETIME, o -> SHIPPED)
                .column("modify_date", DATETIME, o -> SHIPPED)
                .nullable("is_ms_shipped", BIT, o -> true)
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
