package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.views.ColumnViews.Placed;
import keyturn.practice.server.views.ServerFunctions.Shape;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Types and columns by name and number. */
final class TypeFunctions {

    private static final SqlType NAME = nvarchar(128);

    private TypeFunctions() {}

    static List<Shape> shapes() {
        return List.of(
                new Shape("TYPE_NAME", List.of(INT), 1, NAME, TypeFunctions::typeName),
                new Shape(
                        "TYPE_ID",
                        List.of(nvarchar(517)),
                        1,
                        INT,
                        a -> type(a).map(SystemType::user).orElse(null)),
                new Shape("TYPEPROPERTY", List.of(nvarchar(517), NAME), 2, INT, TypeFunctions::ofType),
                new Shape("COL_NAME", List.of(INT, INT), 2, NAME, TypeFunctions::columnName),
                new Shape("COL_LENGTH", List.of(nvarchar(4000), SYSNAME), 2, SMALLINT, TypeFunctions::columnLength),
                new Shape("COLUMNPROPERTY", List.of(INT, NAME, NAME), 3, INT, TypeFunctions::ofColumn));
    }

    private static @Nullable Object typeName(Args arguments) {
        Integer id = arguments.number(0);
        return SystemType.ALL.stream()
                .filter(t -> id != null && t.user() == id)
                .map(SystemType::name)
                .findFirst()
                .orElse(null);
    }

    private static Optional<SystemType> type(Args arguments) {
        String name = arguments.text(0);
        return name == null ? Optional.empty() : SystemType.named(Names.single(name));
    }

    private static @Nullable Object ofType(Args arguments) {
        return type(arguments)
                .<Object>map(t -> of(t, Property.key(arguments, 1)))
                .orElse(null);
    }

    private static @Nullable Object of(SystemType type, String property) {
        return switch (property) {
            case "precision" -> type.precision();
            case "scale" -> type.scale();
            case "allowsnull" -> type.name().equals("sysname") ? 0 : 1;
            case "usesansitrim" -> type.text() ? 1 : 0;
            case "ownerid" -> 4;
            default -> null;
        };
    }

    private static Stream<Placed> columns(Scene scene, int object) {
        return Stream.concat(ColumnViews.ofTables(scene).stream(), ColumnViews.ofViews(scene).stream())
                .filter(p -> p.object() == object);
    }

    private static @Nullable Object columnName(Args arguments) {
        Integer object = arguments.number(0);
        Integer number = arguments.number(1);
        return object == null || number == null
                ? null
                : columns(arguments.scene(), object)
                        .filter(p -> p.number() == number)
                        .map(p -> p.column().name())
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Object columnLength(Args arguments) {
        Object object = NameFunctions.objectId(arguments);
        return object instanceof Integer id
                ? named(arguments.scene(), id, arguments.text(1))
                        .map(p -> p.type().bytes(p.column().type()))
                        .orElse(null)
                : null;
    }

    private static Optional<Placed> named(Scene scene, int object, @Nullable String column) {
        return columns(scene, object)
                .filter(p -> Prevailing.here().same(p.column().name(), column))
                .findFirst();
    }

    private static @Nullable Object ofColumn(Args arguments) {
        Integer object = arguments.number(0);
        String property = Property.key(arguments, 2);
        return object == null
                ? null
                : named(arguments.scene(), object, arguments.text(1))
                        .<Object>map(p -> of(p, property))
                        .orElse(null);
    }

    private static @Nullable Object of(Placed placed, String property) {
        return switch (property) {
            case "allowsnull" -> placed.column().nullable() ? 1 : 0;
            case "columnid" -> placed.number();
            case "isidentity" -> placed.identity() ? 1 : 0;
            case "iscomputed" -> placed.computed() ? 1 : 0;
            case "precision" -> placed.type().precision(placed.column().type());
            case "scale" -> placed.type().scale(placed.column().type());
            case "isrowguidcol", "issparse", "iscolumnset", "ishidden", "isfulltextindexed", "isxmlindexable" -> 0;
            default -> null;
        };
    }
}
