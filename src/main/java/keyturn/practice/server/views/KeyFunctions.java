package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SQL_VARIANT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.views.ServerFunctions.Shape;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** Keys and certificates of the current database by name and number. */
final class KeyFunctions {

    private static final SqlType NAME = nvarchar(128);

    private KeyFunctions() {}

    static List<Shape> shapes() {
        return List.of(
                new Shape(
                        "ASYMKEY_ID",
                        List.of(SYSNAME),
                        1,
                        INT,
                        a -> asymmetric(a).map(AsymmetricKey::id).orElse(null)),
                new Shape("ASYMKEYPROPERTY", List.of(INT, NAME), 2, SQL_VARIANT, KeyFunctions::ofKey),
                new Shape(
                        "CERT_ID",
                        List.of(SYSNAME),
                        1,
                        INT,
                        a -> certificate(a).map(Certificate::id).orElse(null)),
                new Shape("CERTPROPERTY", List.of(INT, NAME), 2, SQL_VARIANT, KeyFunctions::ofCertificate),
                new Shape("KEY_ID", List.of(SYSNAME), 1, INT, a -> null),
                new Shape("KEY_GUID", List.of(SYSNAME), 1, UNIQUEIDENTIFIER, a -> null),
                new Shape("KEY_NAME", List.of(UNIQUEIDENTIFIER), 1, NAME, a -> null));
    }

    private static Optional<AsymmetricKey> asymmetric(Args arguments) {
        return KeyViews.visible(arguments.scene()).stream()
                .filter(k -> Prevailing.here().same(k.name(), arguments.text(0)))
                .findFirst();
    }

    private static Optional<Certificate> certificate(Args arguments) {
        return KeyViews.ofMaster(arguments.scene()).stream()
                .filter(c -> Prevailing.here().same(c.name(), arguments.text(0)))
                .findFirst();
    }

    private static @Nullable Object ofKey(Args arguments) {
        Integer id = arguments.number(0);
        Optional<AsymmetricKey> key = KeyViews.visible(arguments.scene()).stream()
                .filter(k -> id != null && k.id() == id)
                .findFirst();
        return key.<Object>map(k -> of(arguments.scene(), k, Property.key(arguments, 1)))
                .orElse(null);
    }

    private static @Nullable Object of(Scene scene, AsymmetricKey key, String property) {
        return switch (property) {
            case "algorithm_desc" -> Property.text("RSA_" + Math.min(key.bits(), 2048));
            case "string_sid" -> KeyViews.showsSid(scene, key) ? Property.text("S-1-9-4-1-" + key.id()) : null;
            case "sid" -> KeyViews.showsSid(scene, key) ? new Variant(SqlType.varbinary(85), key.sid()) : null;
            default -> null;
        };
    }

    private static @Nullable Object ofCertificate(Args arguments) {
        Integer id = arguments.number(0);
        Optional<Certificate> certificate = KeyViews.ofMaster(arguments.scene()).stream()
                .filter(c -> id != null && c.id() == id)
                .findFirst();
        return certificate.<Object>map(c -> of(c, Property.key(arguments, 1))).orElse(null);
    }

    private static @Nullable Object of(Certificate certificate, String property) {
        return switch (property) {
            case "expiry_date" -> Property.instant(certificate.expires());
            case "start_date" -> Property.instant(certificate.starts());
            case "issuer_name", "subject" -> Property.text(certificate.subject());
            case "string_sid" -> Property.text("S-1-9-1-" + certificate.id());
            default -> null;
        };
    }
}
