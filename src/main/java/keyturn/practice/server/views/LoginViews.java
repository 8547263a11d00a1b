package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.List;
import java.util.Set;
import keyturn.practice.server.state.Credential;
import keyturn.practice.server.state.KeySids;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.state.Mapping;
import keyturn.practice.server.state.Securable;
import keyturn.practice.server.state.Sid;
import org.jspecify.annotations.Nullable;

/** Logins, credentials, and which login holds which. */
final class LoginViews {

    private static final int FIRST_OWN = 256;

    private LoginViews() {}

    static List<View<?>> views() {
        return List.of(principals(), sqlLogins(), credentials(), mappings());
    }

    private static View<Login> principals() {
        View.Builder<Login> view = View.sys("server_principals", LoginViews::shown);
        principal(view);
        return view.nullable("owning_principal_id", INT, l -> l.kind() == Login.Kind.ROLE ? 1 : null)
                .column("is_fixed_role", BIT, l -> l.kind() == Login.Kind.ROLE && l.fixedRole())
                .build();
    }

    private static void principal(View.Builder<Login> view) {
        view.column("name", SYSNAME, Login::name)
                .column("principal_id", INT, Login::id)
                .nullable("sid", varbinary(85), Login::sid)
                .column("type", chars(1), l -> l.kind().letter())
                .nullable("type_desc", nvarchar(60), l -> l.kind().words())
                .nullable("is_disabled", BIT, Login::disabled)
                .column("create_date", DATETIME, Login::created)
                .column("modify_date", DATETIME, Login::modified)
                .nullable(
                        "default_database_name",
                        SYSNAME,
                        l -> ofLogin(l, l.settings().database()))
                .nullable(
                        "default_language_name",
                        SYSNAME,
                        l -> ofLogin(l, l.settings().language()))
                .nullable("credential_id", INT, l -> l.settings().credential().orElse(null));
    }

    /** What the catalog shows of the SIDs of logins that were made from a key. */
    private static List<Login> shown(Scene scene) {
        return scene.instance().ekm().behaviour().keySids() != KeySids.OPAQUE
                ? visible(scene)
                : visible(scene).stream()
                        .map(login -> login.kind() == Login.Kind.ASYMMETRIC_KEY
                                ? login.withSid(Sid.of("login " + login.name()))
                                : login)
                        .toList();
    }

    /** A role has none. */
    private static @Nullable String ofLogin(Login login, String value) {
        return switch (login.kind()) {
            case ROLE -> null;
            case SQL, WINDOWS, EXTERNAL, ASYMMETRIC_KEY, CERTIFICATE -> value;
        };
    }

    private static View<Login> sqlLogins() {
        View.Builder<Login> view = View.sys(
                "sql_logins",
                scene -> visible(scene).stream()
                        .filter(l -> l.kind() == Login.Kind.SQL)
                        .toList());
        principal(view);
        return view.nullable("is_policy_checked", BIT, l -> l.settings().policy())
                .nullable("is_expiration_checked", BIT, l -> l.settings().expiration())
                .none("password_hash", varbinary(256))
                .build();
    }

    /** A login sees itself, sa, the fixed roles, those that it is in, and those on which it holds something. */
    static List<Login> visible(Scene scene) {
        Rights rights = scene.rights();
        Set<Integer> own = rights.serverTokens();
        return scene.instance().security().logins().stream()
                .filter(l -> l.id() == Login.SA
                        || (l.kind() == Login.Kind.ROLE && l.id() < FIRST_OWN)
                        || own.contains(l.id())
                        || rights.sees(Securable.of(l)))
                .toList();
    }

    private static View<Credential> credentials() {
        return View.<Credential>sys(
                        "credentials",
                        scene -> seesCredentials(scene)
                                ? scene.instance().security().credentials()
                                : List.of())
                .column("credential_id", INT, Credential::id)
                .column("name", SYSNAME, Credential::name)
                .nullable("credential_identity", nvarchar(4000), Credential::identity)
                .column("create_date", DATETIME, Credential::created)
                .column("modify_date", DATETIME, Credential::modified)
                .nullable("target_type", nvarchar(100), c -> c.provider().isPresent() ? "CRYPTOGRAPHIC PROVIDER" : null)
                .nullable("target_id", INT, c -> c.provider().orElse(null))
                .build();
    }

    private static View<Mapping> mappings() {
        return View.<Mapping>sys(
                        "server_principal_credentials",
                        scene -> seesCredentials(scene)
                                ? scene.instance().security().mappings()
                                : List.of())
                .column("principal_id", INT, Mapping::login)
                .column("credential_id", INT, Mapping::credential)
                .build();
    }

    private static boolean seesCredentials(Scene scene) {
        return scene.rights().has("VIEW ANY DEFINITION") || scene.rights().has("ALTER ANY CREDENTIAL");
    }
}
