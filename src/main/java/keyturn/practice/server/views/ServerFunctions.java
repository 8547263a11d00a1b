package keyturn.practice.server.views;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.catalog.ScalarFunction;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** All server functions by name. Those without a permission are answered from the scene alone. */
final class ServerFunctions {

    /** What a function does with its arguments. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(Args arguments);
    }

    /** A function's shape. */
    record Shape(String name, List<SqlType> parameters, int required, SqlType result, Body body) {
        Shape {
            parameters = List.copyOf(parameters);
        }

        ScalarFunction in(Scene scene) {
            return new ScalarFunction(
                    name,
                    parameters,
                    required,
                    result,
                    (List<@Nullable Object> arguments) -> body.apply(new Args(scene, arguments)));
        }
    }

    private static final Map<String, Shape> ALL = all();

    private ServerFunctions() {}

    static Optional<ScalarFunction> find(Scene scene, String name) {
        return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT))).map(shape -> shape.in(scene));
    }

    private static Map<String, Shape> all() {
        Map<String, Shape> all = new HashMap<>();
        List.of(
                        PropertyFunctions.shapes(),
                        NameFunctions.shapes(),
                        SecurityFunctions.shapes(),
                        PermissionFunctions.shapes(),
                        ErrorFunctions.shapes(),
                        LockViews.shapes(),
                        IdentityFunctions.shapes(),
                        FileFunctions.shapes(),
                        TypeFunctions.shapes(),
                        ObjectFunctions.shapes(),
                        KeyFunctions.shapes())
                .forEach(family -> family.forEach(shape -> all.put(shape.name(), shape)));
        return Map.copyOf(all);
    }
}
