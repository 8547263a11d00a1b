package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import keyturn.practice.server.state.Builtin;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Roles that somebody is in, permissions that the caller holds. NULL for what is not there or may not be seen. */
final class PermissionFunctions {

    private static final SqlType NAME = nvarchar(128);

    private PermissionFunctions() {}

    static List<ServerFunctions.Shape> shapes() {
        return List.of(
                shape("IS_SRVROLEMEMBER", List.of(SYSNAME, SYSNAME), 1, PermissionFunctions::serverRole),
                shape("IS_MEMBER", List.of(SYSNAME), 1, PermissionFunctions::databaseRole),
                shape("IS_ROLEMEMBER", List.of(SYSNAME, SYSNAME), 1, PermissionFunctions::databaseRole),
                shape("HAS_DBACCESS", List.of(SYSNAME), 1, PermissionFunctions::hasAccess),
                shape(
                        "HAS_PERMS_BY_NAME",
                        List.of(nvarchar(4000), NAME, NAME, NAME, NAME),
                        3,
                        PermissionFunctions::hasPermission));
    }

    private static ServerFunctions.Shape shape(
            String name, List<SqlType> parameters, int required, ServerFunctions.Body body) {
        return new ServerFunctions.Shape(name, parameters, required, INT, body);
    }

    private static @Nullable Object serverRole(Args arguments) {
        Scene scene = arguments.scene();
        Optional<Login> role = seen(scene, String.valueOf(arguments.text(0)))
                .filter(l -> l.kind() == Login.Kind.ROLE || l.id() == Login.PUBLIC);
        if (role.isEmpty()) {
            return null;
        }
        String name = arguments.text(1);
        if (name == null) {
            Set<Integer> own = scene.rights().serverTokens();
            boolean confined = scene.caller().as().isPresent() && role.get().id() != Login.PUBLIC;
            return confined ? 0 : in(role.get(), own, scene.rights().sysadmin());
        }
        return seen(scene, name)
                .<Object>map(l -> in(
                        role.get(),
                        Rights.of(scene.instance(), l).serverTokens(),
                        scene.instance().security().sysadmin(l)))
                .orElse(null);
    }

    /** A sysadmin is in every fixed role. */
    private static int in(Login role, Set<Integer> tokens, boolean sysadmin) {
        return tokens.contains(role.id()) || (sysadmin && role.fixedRole()) ? 1 : 0;
    }

    private static Optional<Login> seen(Scene scene, String name) {
        return LoginViews.visible(scene).stream()
                .filter(l -> Prevailing.server().same(l.name(), name))
                .findFirst();
    }

    private static @Nullable Object databaseRole(Args arguments) {
        Scene scene = arguments.scene();
        int database = scene.database().id();
        Optional<User> role = user(scene, String.valueOf(arguments.text(0))).filter(u -> u.kind() == User.Kind.ROLE);
        if (role.isEmpty()) {
            return null;
        }
        String name = arguments.values().size() < 2 ? null : arguments.text(1);
        Optional<User> who = name == null ? scene.rights().user(database) : user(scene, name);
        if (name != null && who.isEmpty()) {
            return null;
        }
        Set<Integer> tokens = scene.instance()
                .security()
                .access()
                .tokens(database, who.map(User::id).orElse(User.GUEST));
        boolean owner =
                who.filter(u -> u.id() == User.DBO).isPresent() && role.get().id() == User.DB_OWNER;
        return owner
                        || role.get().id() == User.PUBLIC
                        || tokens.contains(role.get().id())
                ? 1
                : 0;
    }

    private static Optional<User> user(Scene scene, String name) {
        return PermissionViews.users(scene).stream()
                .filter(u -> Prevailing.here().same(u.name(), name))
                .findFirst();
    }

    private static @Nullable Object hasAccess(Args arguments) {
        String name = arguments.text(0);
        Optional<Database> database =
                name == null ? Optional.empty() : arguments.scene().instance().database(name);
        return database.<Object>map(d -> d.online() && arguments.scene().mayEnter(d) ? 1 : 0)
                .orElse(null);
    }

    private static @Nullable Object hasPermission(Args arguments) {
        Scene scene = arguments.scene();
        String name = arguments.text(0);
        String words = arguments.text(1);
        String permission = String.valueOf(arguments.text(2)).toUpperCase(Locale.ROOT);
        Optional<SecurableKind> kind =
                words == null && name == null ? Optional.of(SecurableKind.SERVER) : SecurableKind.of("" + words);
        if (kind.isEmpty() || (name == null) != (kind.get() == SecurableKind.SERVER)) {
            return null;
        }
        Optional<Securable> on = Securables.existing(scene, kind.get(), name == null ? List.of("") : Names.split(name));
        return on.map(s -> held(scene, s, permission)).orElse(null);
    }

    private static @Nullable Integer held(Scene scene, Securable on, String permission) {
        int year = scene.version().year();
        if (permission.equals("ANY")) {
            return Builtin.all(on.kind(), year).stream().anyMatch(b -> holds(scene, on, b.name())) ? 1 : 0;
        }
        return Builtin.find(on.kind(), permission, year).isEmpty() ? null : holds(scene, on, permission) ? 1 : 0;
    }

    /** Everybody reads the system's views and enters where guests do. */
    static boolean holds(Scene scene, Securable on, String permission) {
        boolean open = on.kind() == SecurableKind.OBJECT && on.schema() == 4 && permission.equals("SELECT");
        boolean enters = on.kind() == SecurableKind.DATABASE
                && permission.equals("CONNECT")
                && scene.instance()
                        .database(on.database())
                        .filter(scene::mayEnter)
                        .isPresent();
        return open || enters || scene.holds(on, permission);
    }
}
