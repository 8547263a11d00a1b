package keyturn.practice.server.views;

import static keyturn.practice.server.views.Property.key;
import static keyturn.practice.server.views.Property.number;
import static keyturn.practice.server.views.Property.text;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SQL_VARIANT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Login;
import keyturn.practice.server.views.ServerFunctions.Shape;
import keyturn.practice.tsql.types.Collation;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** SERVERPROPERTY, DATABASEPROPERTYEX, CONNECTIONPROPERTY and their like: NULL for an unknown property. */
final class PropertyFunctions {

    private static final SqlType NAME = nvarchar(128);

    private PropertyFunctions() {}

    static List<Shape> shapes() {
        return List.of(
                new Shape(
                        "XACT_STATE",
                        List.of(),
                        0,
                        SMALLINT,
                        a -> a.scene().session().transactions() > 0 ? 1 : 0),
                variant("SERVERPROPERTY", List.of(NAME), a -> ServerProperties.of(a.scene(), key(a, 0))),
                variant(
                        "DATABASEPROPERTYEX",
                        List.of(NAME, NAME),
                        a -> DatabaseProperties.of(a.scene(), a.text(0), key(a, 1))),
                variant("CONNECTIONPROPERTY", List.of(NAME), a -> connection(a.scene(), key(a, 0))),
                variant("LOGINPROPERTY", List.of(SYSNAME, NAME), PropertyFunctions::login),
                variant("COLLATIONPROPERTY", List.of(NAME, NAME), PropertyFunctions::collation),
                variant("SESSION_CONTEXT", List.of(SYSNAME), a -> null),
                new Shape("FULLTEXTSERVICEPROPERTY", List.of(NAME), 1, INT, a -> fullText(key(a, 0))),
                new Shape("FULLTEXTCATALOGPROPERTY", List.of(SYSNAME, NAME), 2, INT, a -> null));
    }

    private static Shape variant(String name, List<SqlType> parameters, ServerFunctions.Body body) {
        return new Shape(name, parameters, parameters.size(), SQL_VARIANT, body);
    }

    private static @Nullable Object connection(Scene scene, String property) {
        return switch (property) {
            case "net_transport", "physical_net_transport" -> text("TCP");
            case "protocol_type" -> text("TSQL");
            case "auth_scheme" -> text("SQL");
            case "local_net_address", "client_net_address" -> text("127.0.0.1");
            case "encrypt_option" -> text(scene.session().encrypted() ? "TRUE" : "FALSE");
            default -> null;
        };
    }

    /** Of logins with a password; NULL for others, and for one that the caller may not see. */
    private static @Nullable Object login(Args arguments) {
        String name = arguments.text(0);
        Optional<Login> login = LoginViews.visible(arguments.scene()).stream()
                .filter(l -> l.kind() == Login.Kind.SQL && Prevailing.server().same(l.name(), name))
                .findFirst();
        return login.map(l -> of(l, key(arguments, 1))).orElse(null);
    }

    private static @Nullable Object of(Login login, String property) {
        return switch (property) {
            case "badpasswordcount", "historylength", "isexpired", "islocked", "ismustchange" -> number(0);
            case "badpasswordtime", "lockouttime" -> Property.instant(DatabaseProperties.NEVER);
            case "passwordlastsettime" -> Property.instant(login.created());
            case "defaultdatabase" -> text("master");
            case "defaultlanguage" -> text("us_english");
            case "passwordhashalgorithm" -> number(2);
            default -> null;
        };
    }

    private static @Nullable Object collation(Args arguments) {
        String name = arguments.text(0);
        Optional<Collation> found = name == null ? Optional.empty() : Collations.listed(name);
        return found.isEmpty()
                ? null
                : switch (key(arguments, 1)) {
                    case "codepage" -> number(1252);
                    case "lcid" -> number(1033);
                    case "comparisonstyle" -> number(Collations.style(found.get()));
                    case "version" -> number(found.get().name().contains("_100_") ? 2 : 0);
                    default -> null;
                };
    }

    private static @Nullable Object fullText(String property) {
        return switch (property) {
            case "isfulltextinstalled", "verifysignature" -> 1;
            case "loadosresources", "connecttimeout", "datatimeout", "memoryusage", "resourceusage" -> 0;
            default -> null;
        };
    }
}
