package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.server.state.Builtin;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Grant;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Member;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.SecurableKind;
import keyturn.practice.server.state.User;

/** Permissions, roles and users of the server and of databases. Who may not see a principal does not see its rows. */
final class PermissionViews {

    private static final int NEWEST = 2025;

    private PermissionViews() {}

    static List<View<?>> views() {
        return List.of(
                permissions("server_permissions", PermissionViews::ofServer),
                permissions("database_permissions", PermissionViews::ofDatabase),
                members("server_role_members", PermissionViews::serverMembers),
                members("database_role_members", PermissionViews::databaseMembers),
                principals());
    }

    private interface Rows<T> {
        List<T> of(Scene scene);
    }

    private static View<Grant> permissions(String name, Rows<Grant> rows) {
        return View.<Grant>sys(name, rows::of)
                .column("class", TINYINT, g -> g.on().kind().number())
                .nullable("class_desc", nvarchar(60), g -> g.on().kind().described())
                .column("major_id", INT, g -> g.on().id())
                .column("minor_id", INT, g -> 0)
                .column("grantee_principal_id", INT, Grant::grantee)
                .column("grantor_principal_id", INT, Grant::grantor)
                .column("type", chars(4), PermissionViews::type)
                .nullable("permission_name", nvarchar(128), Grant::permission)
                .column("state", chars(1), g -> g.state().letter())
                .nullable("state_desc", nvarchar(60), g -> g.state().words())
                .build();
    }

    private static String type(Grant grant) {
        return Builtin.find(grant.on().kind(), grant.permission(), NEWEST)
                .map(Builtin::padded)
                .orElse("    ");
    }

    private static List<Grant> ofServer(Scene scene) {
        List<Integer> seen = LoginViews.visible(scene).stream().map(Login::id).toList();
        return sorted(scene.instance().security().access().of(0).filter(g -> seen.contains(g.grantee())));
    }

    /** Those of the database's own user dbo stand in no list: nothing can change them. */
    private static List<Grant> ofDatabase(Scene scene) {
        Database database = scene.database();
        List<Integer> seen = users(scene).stream().map(User::id).toList();
        Grant dbo = new Grant(Securable.of(database), "CONNECT", User.DBO, User.DBO, Grant.State.GRANTED);
        return sorted(Stream.concat(
                        Stream.of(dbo), scene.instance().security().access().of(database.id()))
                .filter(g -> seen.contains(g.grantee())));
    }

    private static List<Grant> sorted(Stream<Grant> grants) {
        return grants.sorted(Comparator.<Grant>comparingInt(g -> g.on().kind().number())
                        .thenComparingInt(g -> g.on().id())
                        .thenComparingInt(Grant::grantee)
                        .thenComparing(PermissionViews::type))
                .toList();
    }

    private static View<Member> members(String name, Rows<Member> rows) {
        return View.<Member>sys(name, rows::of)
                .column("role_principal_id", INT, Member::role)
                .column("member_principal_id", INT, Member::member)
                .build();
    }

    private static List<Member> serverMembers(Scene scene) {
        List<Integer> seen = LoginViews.visible(scene).stream().map(Login::id).toList();
        return scene.instance().security().access().members().stream()
                .filter(m -> m.database() == 0 && seen.contains(m.member()))
                .sorted(Comparator.comparingInt(Member::role).thenComparingInt(Member::member))
                .toList();
    }

    private static List<Member> databaseMembers(Scene scene) {
        int database = scene.database().id();
        List<Integer> seen = users(scene).stream().map(User::id).toList();
        Stream<Member> own =
                scene.instance().security().access().members().stream().filter(m -> m.database() == database);
        return Stream.concat(Stream.of(new Member(database, User.DB_OWNER, User.DBO)), own)
                .filter(m -> seen.contains(m.member()))
                .sorted(Comparator.comparingInt(Member::role).thenComparingInt(Member::member))
                .toList();
    }

    private static View<User> principals() {
        return View.<User>sys("database_principals", PermissionViews::users)
                .column("name", SYSNAME, User::name)
                .column("principal_id", INT, User::id)
                .column("type", chars(1), u -> u.kind().letter())
                .nullable("type_desc", nvarchar(60), u -> u.kind().words())
                .nullable("default_schema_name", SYSNAME, u -> u.schema().isEmpty() ? null : u.schema())
                .column("create_date", DATETIME, User::created)
                .column("modify_date", DATETIME, User::created)
                .nullable("owning_principal_id", INT, u -> u.owner() == 0 ? null : u.owner())
                .nullable("sid", varbinary(85), u -> u.sid().orElse(null))
                .column("is_fixed_role", BIT, User::fixedRole)
                .column("authentication_type", INT, PermissionViews::authentication)
                .nullable("authentication_type_desc", nvarchar(60), u -> authentication(u) == 1 ? "INSTANCE" : "NONE")
                .nullable("default_language_name", SYSNAME, u -> null)
                .nullable("default_language_lcid", INT, u -> null)
                .nullable("allow_encrypted_value_modifications", BIT, u -> false)
                .build();
    }

    private static int authentication(User user) {
        return switch (user.kind()) {
            case SQL, WINDOWS, EXTERNAL -> user.id() == User.GUEST ? 0 : 1;
            case LOGINLESS, ASYMMETRIC_KEY, CERTIFICATE, ROLE -> 0;
        };
    }

    /** A user sees itself, what every database has, its roles, and those on which it holds something. */
    static List<User> users(Scene scene) {
        Rights rights = scene.rights();
        Database database = scene.database();
        List<Integer> own = rights.tokens(database.id()).stream().toList();
        return scene.instance().users(database).stream()
                .filter(u -> u.fixed() || own.contains(u.id()) || rights.sees(securable(u)))
                .sorted(Comparator.comparingInt(User::id))
                .toList();
    }

    private static Securable securable(User user) {
        return new Securable(
                user.kind() == User.Kind.ROLE ? SecurableKind.ROLE : SecurableKind.USER, user.database(), 0, user.id());
    }
}
