package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseGrant;
import keyturn.practice.server.state.Login;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Who is asking, and what it may do. */
final class SecurityFunctions {

    private static final SqlType NAME = nvarchar(128);
    private static final SqlType SID = varbinary(85);
    private static final Set<String> ROLES = Set.of(
            "sysadmin",
            "serveradmin",
            "securityadmin",
            "processadmin",
            "setupadmin",
            "bulkadmin",
            "diskadmin",
            "dbcreator");

    private SecurityFunctions() {}

    static List<ServerFunctions.Shape> shapes() {
        List<ServerFunctions.Shape> shapes = new ArrayList<>();
        for (String name : List.of("SYSTEM_USER", "ORIGINAL_LOGIN")) {
            shapes.add(shape(name, List.of(), 0, NAME, a -> a.scene().login().name()));
        }
        for (String name : List.of("SESSION_USER", "CURRENT_USER", "USER", "USER_NAME")) {
            shapes.add(shape(name, name.equals("USER_NAME") ? List.of(INT) : List.of(), 0, NAME, a -> user(a.scene())));
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
        shapes.add(shape("IS_SRVROLEMEMBER", List.of(SYSNAME, SYSNAME), 1, INT, SecurityFunctions::serverRole));
        shapes.add(shape("IS_MEMBER", List.of(SYSNAME), 1, INT, SecurityFunctions::databaseRole));
        shapes.add(shape("IS_ROLEMEMBER", List.of(SYSNAME, SYSNAME), 1, INT, SecurityFunctions::databaseRole));
        shapes.add(shape("HAS_DBACCESS", List.of(SYSNAME), 1, INT, SecurityFunctions::hasAccess));
        shapes.add(shape(
                "HAS_PERMS_BY_NAME",
                List.of(nvarchar(4000), NAME, NAME, NAME, NAME),
                3,
                INT,
                SecurityFunctions::hasPermission));
        return shapes;
    }

    private static ServerFunctions.Shape shape(
            String name, List<SqlType> parameters, int required, SqlType result, ServerFunctions.Body body) {
        return new ServerFunctions.Shape(name, parameters, required, result, body);
    }

    private static String user(Scene scene) {
        return scene.login().sysadmin()
                ? "dbo"
                : scene.database().system() ? "guest" : scene.login().name();
    }

    private static Optional<Login> named(Args arguments, int place) {
        String name = arguments.text(place);
        return name == null
                ? Optional.of(arguments.scene().login())
                : arguments.scene().instance().security().login(name);
    }

    private static @Nullable Object loginOfSid(Args arguments) {
        return arguments.values().getFirst() instanceof Bytes sid
                ? arguments
                        .scene()
                        .instance()
                        .security()
                        .login(sid)
                        .map(Login::name)
                        .orElse(null)
                : arguments.scene().login().name();
    }

    private static @Nullable Object loginOfId(Args arguments) {
        Integer id = arguments.number(0);
        return id == null
                ? arguments.scene().login().name()
                : arguments.scene().instance().security().logins().stream()
                        .filter(l -> l.id() == id)
                        .map(Login::name)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Object serverRole(Args arguments) {
        String role = String.valueOf(arguments.text(0)).toLowerCase(Locale.ROOT);
        Optional<Login> login = named(arguments, 1);
        if (login.isEmpty() || !(ROLES.contains(role) || role.equals("public"))) {
            return null;
        }
        return role.equals("public") || login.get().sysadmin() ? 1 : 0;
    }

    private static @Nullable Object databaseRole(Args arguments) {
        String role = String.valueOf(arguments.text(0)).toLowerCase(Locale.ROOT);
        boolean known = role.equals("public") || role.startsWith("db_");
        return !known
                ? null
                : role.equals("public") || arguments.scene().login().sysadmin() ? Integer.valueOf(1) : 0;
    }

    private static @Nullable Object hasAccess(Args arguments) {
        String name = arguments.text(0);
        Optional<Database> database =
                name == null ? Optional.empty() : arguments.scene().instance().database(name);
        return database.<Object>map(d -> d.online() && arguments.scene().mayEnter(d) ? 1 : 0)
                .orElse(null);
    }

    private static @Nullable Object hasPermission(Args arguments) {
        String securable = arguments.text(0);
        String kind = arguments.text(1);
        String permission = String.valueOf(arguments.text(2)).toUpperCase(Locale.ROOT);
        Rights rights = arguments.scene().rights();
        if (securable == null && (kind == null || kind.equalsIgnoreCase("SERVER"))) {
            return permission.equals("ANY")
                    ? Integer.valueOf(1)
                    : rights.known(permission) ? Integer.valueOf(rights.has(permission) ? 1 : 0) : null;
        }
        if (securable == null || kind == null) {
            return null;
        }
        return on(arguments.scene(), kind.toUpperCase(Locale.ROOT), securable, permission);
    }

    private static @Nullable Object on(Scene scene, String kind, String securable, String permission) {
        boolean all = scene.rights().has(Rights.CONTROL_SERVER);
        if (kind.equals("OBJECT") && permission.equals("SELECT")) {
            return onObject(scene, Names.split(securable));
        }
        if (!kind.equals("DATABASE")) {
            return all ? 1 : 0;
        }
        Optional<Database> database = scene.instance().database(Names.single(securable));
        boolean enters = permission.equals("CONNECT") || permission.equals("ANY");
        return database.<Object>map(d -> scene.holds(d, permission) || (enters && scene.mayEnter(d)) ? 1 : 0)
                .orElse(null);
    }

    /** System views are readable by all, tables of msdb by those who were let; NULL for what is not there. */
    private static @Nullable Object onObject(Scene scene, List<String> parts) {
        Optional<Database> database = parts.size() < 3
                ? Optional.of(scene.database())
                : scene.instance().database(parts.get(parts.size() - 3));
        String schema = parts.size() < 2 ? "dbo" : parts.get(parts.size() - 2);
        return database.flatMap(d -> SystemViews.find(scene.in(d), schema.isEmpty() ? "dbo" : schema, parts.getLast())
                        .<Object>map(v ->
                                v.database().isEmpty() || scene.holds(d, DatabaseGrant.on("SELECT", v.name())) ? 1 : 0))
                .orElse(null);
    }
}
