package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SQL_VARIANT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.state.Procedure;
import keyturn.practice.server.views.ObjectViews.Listed;
import keyturn.practice.server.views.ServerFunctions.Shape;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Properties of objects, and what is NULL here since there are no such objects. */
final class ObjectFunctions {

    private static final SqlType NAME = nvarchar(128);

    private ObjectFunctions() {}

    static List<Shape> shapes() {
        return List.of(
                new Shape("OBJECT_SCHEMA_NAME", List.of(INT, INT), 1, NAME, ObjectFunctions::schema),
                new Shape("OBJECT_DEFINITION", List.of(INT), 1, nvarchar(SqlType.MAX), ObjectFunctions::definition),
                new Shape("OBJECTPROPERTY", List.of(INT, NAME), 2, INT, ObjectFunctions::property),
                new Shape("OBJECTPROPERTYEX", List.of(INT, NAME), 2, SQL_VARIANT, ObjectFunctions::extended),
                new Shape("INDEXPROPERTY", List.of(INT, NAME, NAME), 3, INT, a -> null),
                new Shape("INDEXKEY_PROPERTY", List.of(INT, INT, INT, NAME), 4, INT, a -> null),
                new Shape("INDEX_COL", List.of(NAME, INT, INT), 3, NAME, a -> null),
                new Shape("STATS_DATE", List.of(INT, INT), 2, DATETIME, a -> null),
                new Shape("DATABASEPROPERTY", List.of(NAME, NAME), 2, INT, ObjectFunctions::database),
                new Shape("SID_BINARY", List.of(nvarchar(256)), 1, varbinary(85), ObjectFunctions::sid),
                new Shape("ASSEMBLYPROPERTY", List.of(NAME, NAME), 2, SQL_VARIANT, a -> null),
                new Shape("XML_SCHEMA_NAMESPACE", List.of(NAME, NAME, nvarchar(4000)), 2, SqlType.XML, a -> null),
                new Shape("HOST_ID", List.of(), 0, nvarchar(10), a -> "1000"),
                new Shape("CONTEXT_INFO", List.of(), 0, varbinary(128), a -> null),
                new Shape("GETANSINULL", List.of(SYSNAME), 0, INT, a -> 1));
    }

    private static Optional<Listed> object(Args arguments) {
        Integer id = arguments.number(0);
        Scene scene = arguments.scene();
        return Stream.concat(
                        ObjectViews.own(scene).stream(),
                        id != null && id < 0 ? SystemViews.listed(scene).stream() : Stream.of())
                .filter(o -> id != null && o.id() == id)
                .findFirst();
    }

    private static @Nullable Object schema(Args arguments) {
        return object(arguments)
                .flatMap(o -> ObjectViews.SCHEMAS.stream()
                        .filter(s -> s.id() == o.schema())
                        .findFirst())
                .map(ObjectViews.Schema::name)
                .orElse(null);
    }

    private static @Nullable Object definition(Args arguments) {
        Integer id = arguments.number(0);
        return arguments.scene().database().objects().procedures().stream()
                .filter(p -> id != null && p.id() == id)
                .map(Procedure::text)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object extended(Args arguments) {
        return property(arguments) instanceof Integer number ? Property.number(number) : null;
    }

    private static @Nullable Object property(Args arguments) {
        return object(arguments)
                .<Object>map(o -> of(o, Property.key(arguments, 1)))
                .orElse(null);
    }

    private static @Nullable Object of(Listed object, String property) {
        return switch (property) {
            case "istable", "isusertable" -> object.user() ? 1 : 0;
            case "isview" -> object.user() || object.procedure() ? 0 : 1;
            case "ismsshipped" -> object.shipped() ? 1 : 0;
            case "isprocedure" -> object.procedure() ? 1 : 0;
            case "istrigger", "isscalarfunction", "istablefunction", "issystemtable" -> 0;
            case "isschemabound", "isencrypted", "tablehasidentity", "tablehasprimarykey" -> 0;
            case "ownerid", "schemaid" -> object.schema();
            default -> null;
        };
    }

    private static @Nullable Object database(Args arguments) {
        var value = DatabaseProperties.of(arguments.scene(), arguments.text(0), Property.key(arguments, 1));
        return value != null && value.value() instanceof Integer number ? number : null;
    }

    /** From S-1-5-…; NULL for what is no such text. */
    private static @Nullable Object sid(Args arguments) {
        String text = String.valueOf(arguments.text(0)).strip();
        if (!text.matches("(?i)S-1-\\d{1,3}(?:-\\d{1,10}){1,15}")) {
            return null;
        }
        String[] parts = text.split("-");
        byte[] sid = new byte[8 + 4 * (parts.length - 3)];
        sid[0] = 1;
        sid[1] = (byte) (parts.length - 3);
        sid[7] = (byte) Integer.parseInt(parts[2]);
        for (int i = 3; i < parts.length; i++) {
            long part = Long.parseLong(parts[i]);
            for (int at = 0; at < 4; at++) {
                sid[8 + 4 * (i - 3) + at] = (byte) (part >> (8 * at));
            }
        }
        return Bytes.of(sid);
    }
}
