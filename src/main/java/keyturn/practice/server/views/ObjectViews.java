package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.nchar;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Procedure;
import keyturn.practice.server.state.Table;
import keyturn.practice.tsql.types.Prevailing;

/** What objects, schemas and messages there are. The system views are the objects that ship, tables those of users. */
final class ObjectViews {

    static final LocalDateTime SHIPPED = LocalDateTime.of(2022, 10, 8, 6, 31, 59, 300_000_000);

    private ObjectViews() {}

    /** An object as the object views list it. */
    record Listed(int id, String name, int schema, String type, LocalDateTime created, LocalDateTime modified) {

        Listed(int id, String name, int schema, String type, LocalDateTime created) {
            this(id, name, schema, type, created, created);
        }

        static Listed shipped(int id, String name, int schema) {
            return new Listed(id, name, schema, "V ", SHIPPED);
        }

        static Listed of(Table table) {
            return new Listed(table.id(), table.shown(), schemaId(table.schema()), "U ", table.created());
        }

        static Listed of(Procedure procedure) {
            return new Listed(
                    procedure.id(),
                    procedure.name(),
                    schemaId(procedure.schema()),
                    "P ",
                    procedure.created(),
                    procedure.modified());
        }

        boolean user() {
            return type.equals("U ");
        }

        boolean procedure() {
            return type.equals("P ");
        }

        /** It came with the server. */
        boolean shipped() {
            return created.equals(SHIPPED);
        }

        String description() {
            return switch (type) {
                case "U " -> "USER_TABLE";
                case "P " -> "SQL_STORED_PROCEDURE";
                case "X " -> "EXTENDED_STORED_PROCEDURE";
                default -> "VIEW";
            };
        }
    }

    static int schemaId(String name) {
        return SCHEMAS.stream()
                .filter(s -> Prevailing.here().same(s.name(), name))
                .map(Schema::id)
                .findFirst()
                .orElse(1);
    }

    private static List<Listed> views(Scene scene) {
        return SystemViews.listed(scene);
    }

    /** What users made in the scene's database. */
    static List<Listed> own(Scene scene) {
        return Stream.concat(
                        UserTables.listed(scene).stream().map(Listed::of),
                        scene.database().objects().procedures().stream().map(Listed::of))
                .toList();
    }

    private static List<Listed> shipped(Scene scene) {
        return Stream.concat(
                        views(scene).stream(),
                        SystemProcedures.in(scene.database().name()).stream())
                .toList();
    }

    private static List<Listed> all(Scene scene) {
        return Stream.concat(shipped(scene).stream(), own(scene).stream()).toList();
    }

    static List<View<?>> views() {
        return List.of(
                objects("objects", ObjectViews::own),
                objects("all_objects", ObjectViews::all),
                objects("system_objects", ObjectViews::shipped),
                objects("views", scene -> List.of()),
                objects("all_views", ObjectViews::views),
                objects("system_views", ObjectViews::views),
                schemas(),
                messages(),
                languages(),
                fullTextLanguages());
    }

    private static View<Listed> objects(String name, Function<Scene, List<Listed>> rows) {
        View.Builder<Listed> view = View.<Listed>sys(name, rows)
                .column("name", SYSNAME, Listed::name)
                .column("object_id", INT, Listed::id)
                .none("principal_id", INT)
                .column("schema_id", INT, Listed::schema)
                .column("parent_object_id", INT, o -> 0)
                .nullable("type", chars(2), Listed::type)
                .nullable("type_desc", nvarchar(60), Listed::description)
                .column("create_date", DATETIME, Listed::created)
                .column("modify_date", DATETIME, Listed::modified)
                .nullable("is_ms_shipped", BIT, Listed::shipped)
                .nullable("is_published", BIT, o -> false)
                .nullable("is_schema_published", BIT, o -> false);
        return (name.endsWith("views") ? ofViews(view) : view).build();
    }

    private static View.Builder<Listed> ofViews(View.Builder<Listed> view) {
        view.nullable("is_replicated", BIT, o -> false)
                .nullable("has_replication_filter", BIT, o -> false)
                .column("has_opaque_metadata", BIT, o -> false)
                .column("has_unchecked_assembly_data", BIT, o -> false)
                .column("with_check_option", BIT, o -> false)
                .column("is_date_correlation_view", BIT, o -> false)
                .nullable("is_tracked_by_cdc", BIT, o -> false)
                .since(2019, "has_snapshot", BIT, o -> false);
        return view.since(2022, "ledger_view_type", TINYINT, o -> 0)
                .since(2022, "ledger_view_type_desc", nvarchar(60), o -> "NON_LEDGER_VIEW")
                .since(2022, "is_dropped_ledger_view", BIT, o -> false);
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
                .column("dateformat", nchar(3), s -> "mdy")
                .column("datefirst", TINYINT, s -> 7)
                .nullable("upgrade", INT, s -> 0)
                .column("name", SYSNAME, s -> "us_english")
                .column("alias", SYSNAME, s -> "English")
                .nullable(
                        "months",
                        nvarchar(372),
                        s -> "January,February,March,April,May,June,July,August,September,October,November,December")
                .nullable("shortmonths", nvarchar(132), s -> "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec")
                .nullable("days", nvarchar(217), s -> "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday")
                .column("lcid", INT, s -> 1033)
                .column("msglangid", SMALLINT, s -> 1033)
                .build();
    }

    private static View<Scene> fullTextLanguages() {
        return View.<Scene>sys("fulltext_languages", List::of)
                .column("lcid", INT, s -> 1033)
                .column("name", SYSNAME, s -> "English")
                .build();
    }
}
