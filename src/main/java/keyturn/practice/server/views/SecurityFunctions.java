package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.User;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Who is asking, by names and numbers. */
final class SecurityFunctions {

    private static final SqlType NAME = nvarchar(128);
    private static final SqlType SID = varbinary(85);

    private SecurityFunctions() {}

    static List<ServerFunctions.Shape> shapes() {
        List<ServerFunctions.Shape> shapes = new ArrayList<>();
        shapes.add(
                shape("SYSTEM_USER", List.of(), 0, NAME, a -> a.scene().login().name()));
        shapes.add(shape(
                "ORIGINAL_LOGIN", List.of(), 0, NAME, a -> a.scene().session().original()));
        for (String name : List.of("SESSION_USER", "CURRENT_USER", "USER", "USER_NAME")) {
            shapes.add(
                    shape(name, name.equals("USER_NAME") ? List.of(INT) : List.of(), 0, NAME, SecurityFunctions::user));
        }
        for (String name : List.of("USER_ID", "DATABASE_PRINCIPAL_ID")) {
            shapes.add(shape(name, List.of(SYSNAME), 0, INT, SecurityFunctions::userId));
        }
        shapes.add(shape("SUSER_SNAME", List.of(SID), 0, NAME, SecurityFunctions::loginOfSid));
        shapes.add(shape("SUSER_NAME", List.of(INT), 0, NAME, SecurityFunctions::loginOfId));
        shapes.add(shape(
                "SUSER_ID",
                List.of(SYSNAME),
                0,
                INT,
                a -> named(a, 0).map(Login::id).orElse(null)));
        shapes.add(shape(
                "SUSER_SID",
                List.of(SYSNAME, INT),
                0,
                SID,
                a -> named(a, 0).map(Login::sid).orElse(null)));
        return shapes;
    }

    private static ServerFunctions.Shape shape(
            String name, List<SqlType> parameters, int required, SqlType result, ServerFunctions.Body body) {
        return new ServerFunctions.Shape(name, parameters, required, result, body);
    }

    /** The caller's own name, or that of a principal by its number. */
    private static @Nullable Object user(Args arguments) {
        Scene scene = arguments.scene();
        Integer id = arguments.number(0);
        if (arguments.omitted(0)) {
            return scene.rights().user(scene.database().id()).map(User::name).orElse("guest");
        }
        return id == null
                ? null
                : scene.instance().user(scene.database(), id).map(User::name).orElse(null);
    }

    /** Of the caller, or of a name. */
    private static @Nullable Object userId(Args arguments) {
        Scene scene = arguments.scene();
        String name = arguments.text(0);
        if (arguments.omitted(0)) {
            return scene.rights().user(scene.database().id()).map(User::id).orElse(User.GUEST);
        }
        return name == null
                ? null
                : scene.instance().user(scene.database(), name).map(User::id).orElse(null);
    }

    private static Optional<Login> named(Args arguments, int place) {
        String name = arguments.text(place);
        if (arguments.omitted(place)) {
            return Optional.of(arguments.scene().login());
        }
        return name == null
                ? Optional.empty()
                : arguments.scene().instance().security().login(name);
    }

    private static @Nullable Object loginOfSid(Args arguments) {
        if (arguments.omitted(0)) {
            return arguments.scene().login().name();
        }
        return arguments.values().getFirst() instanceof Bytes sid
                ? arguments
                        .scene()
                        .instance()
                        .security()
                        .login(sid)
                        .map(Login::name)
                        .orElse(null)
                : null;
    }

    private static @Nullable Object loginOfId(Args arguments) {
        Integer id = arguments.number(0);
        if (arguments.omitted(0)) {
            return arguments.scene().login().name();
        }
        return id == null
                ? null
                : arguments.scene().instance().security().logins().stream()
                        .filter(l -> l.id() == id)
                        .map(Login::name)
                        .findFirst()
                        .orElse(null);
    }
}
