package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SQL_VARIANT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Identity;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** SERVERPROPERTY, DATABASEPROPERTYEX, CONNECTIONPROPERTY: sql_variant, NULL for an unknown property. */
final class PropertyFunctions {

    private PropertyFunctions() {}

    static List<ServerFunctions.Shape> shapes() {
        return List.of(
                new ServerFunctions.Shape(
                        "XACT_STATE",
                        List.of(),
                        0,
                        SMALLINT,
                        a -> a.scene().session().transactions() > 0 ? 1 : 0),
                new ServerFunctions.Shape(
                        "SERVERPROPERTY", List.of(nvarchar(128)), 1, SQL_VARIANT, a -> server(a.scene(), key(a, 0))),
                new ServerFunctions.Shape(
                        "DATABASEPROPERTYEX",
                        List.of(nvarchar(128), nvarchar(128)),
                        2,
                        SQL_VARIANT,
                        a -> database(a.scene(), a.text(0), key(a, 1))),
                new ServerFunctions.Shape(
                        "CONNECTIONPROPERTY",
                        List.of(nvarchar(128)),
                        1,
                        SQL_VARIANT,
                        a -> connection(a.scene(), key(a, 0))));
    }

    private static String key(Args arguments, int place) {
        String name = arguments.text(place);
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static Variant text(String value) {
        return new Variant(nvarchar(128), value);
    }

    private static Variant number(int value) {
        return new Variant(INT, value);
    }

    private static Variant flag(boolean value) {
        return number(value ? 1 : 0);
    }

    private static @Nullable Object server(Scene scene, String property) {
        Identity identity = scene.instance().identity();
        return switch (property) {
            case "servername" -> text(identity.serverName());
            case "machinename" -> text(identity.machine());
            case "computernamephysicalnetbios" ->
                text(scene.instance().topology().node(identity));
            case "ishadrenabled" -> flag(scene.instance().topology().hadrEnabled());
            case "hadrmanagerstatus" -> number(scene.instance().topology().hadrEnabled() ? 1 : 2);
            case "instancename" ->
                identity.instance().map(PropertyFunctions::text).orElse(null);
            case "productversion", "resourceversion" -> text(identity.version().toString());
            case "productlevel" -> text("RTM");
            case "productmajorversion" -> text(String.valueOf(identity.version().major()));
            case "productminorversion" -> text(String.valueOf(identity.version().minor()));
            case "productbuild" -> text(String.valueOf(identity.version().build()));
            case "edition" -> text(identity.edition());
            case "engineedition" -> number(identity.engineEdition());
            case "processid" -> number(4312);
            default -> environment(identity, property);
        };
    }

    private static @Nullable Object environment(Identity identity, String property) {
        return switch (property) {
            case "collation" -> text(DatabaseViews.COLLATION);
            case "collationid" -> number(872468488);
            case "sqlcharset" -> number(1);
            case "sqlcharsetname" -> text("iso_1");
            case "sqlsortorder" -> number(52);
            case "sqlsortordername" -> text("nocase_iso");
            case "buildclrversion" -> text("v4.0.30319");
            case "comparisonstyle" -> number(196609);
            case "errorlogfilename" -> text(identity.folder() + "\\Log\\ERRORLOG");
            case "instancedefaultdatapath" -> text(identity.folder() + "\\DATA\\");
            case "instancedefaultlogpath" -> text(identity.folder() + "\\DATA\\");
            case "instancedefaultbackuppath" ->
                identity.version().year() >= 2019 ? text(identity.folder() + "\\Backup") : null;
            case "pathseparator" -> identity.version().year() >= 2017 ? text("\\") : null;
            default -> switches(identity, property);
        };
    }

    private static @Nullable Object switches(Identity identity, String property) {
        return switch (property) {
            case "isclustered" -> flag(identity.clustered());
            case "isintegratedsecurityonly",
                    "issingleuser",
                    "islocaldb",
                    "ispolybaseinstalled",
                    "isadvancedanalyticsinstalled" -> flag(false);
            case "isfulltextinstalled", "isxtpsupported" -> flag(true);
            case "istempdbmetadatamemoryoptimized" -> identity.version().year() >= 2019 ? flag(false) : null;
            default -> null;
        };
    }

    private static @Nullable Object database(Scene scene, @Nullable String name, String property) {
        Optional<Database> found =
                name == null ? Optional.empty() : scene.instance().database(name);
        if (found.isEmpty()) {
            return null;
        }
        Database database = found.get();
        return switch (property) {
            case "status" -> text(database.state().name());
            case "recovery" -> text(database.recovery().name());
            case "updateability" -> text(database.openness().readOnly() ? "READ_ONLY" : "READ_WRITE");
            case "useraccess" -> text(database.openness().access().name());
            case "collation" -> database.online() ? text(DatabaseViews.COLLATION) : null;
            case "isinstandby", "isautoclose", "isautoshrink", "ispublished", "issubscribed" -> flag(false);
            case "isautocreatestatistics", "isautoupdatestatistics", "isfulltextenabled" -> flag(true);
            case "version" -> database.online() ? number(957) : null;
            default -> null;
        };
    }

    private static @Nullable Object connection(Scene scene, String property) {
        return switch (property) {
            case "net_transport" -> text("TCP");
            case "protocol_type" -> text("TSQL");
            case "auth_scheme" -> text("SQL");
            case "local_net_address", "client_net_address" -> text("127.0.0.1");
            case "physical_net_transport" -> text("TCP");
            case "encrypt_option" -> text(scene.session().encrypted() ? "TRUE" : "FALSE");
            default -> null;
        };
    }
}
