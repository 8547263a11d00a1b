package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SQL_VARIANT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.List;
import java.util.Map;
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.server.state.Certificate;
import keyturn.practice.server.state.KeySids;
import keyturn.practice.server.state.Securable;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Keys and certificates of the current database. */
final class KeyViews {

    private static final Map<String, String> PROTECTIONS =
            Map.of("NA", "NO_PRIVATE_KEY", "MK", "ENCRYPTED_BY_MASTER_KEY", "PW", "ENCRYPTED_BY_PASSWORD");

    private KeyViews() {}

    private static String protection(AsymmetricKey key) {
        return key.provider().isPresent() ? "NA" : key.password() ? "PW" : "MK";
    }

    static List<View<?>> views() {
        return List.of(asymmetric(), symmetric(), certificates());
    }

    private static View<Shown> asymmetric() {
        return View.<Shown>sys("asymmetric_keys", KeyViews::shown)
                .column("name", SYSNAME, k -> k.key().name())
                .fixed("principal_id", INT, 1)
                .column("asymmetric_key_id", INT, k -> k.key().id())
                .column("pvt_key_encryption_type", chars(2), k -> protection(k.key()))
                .nullable("pvt_key_encryption_type_desc", nvarchar(60), k -> PROTECTIONS.get(protection(k.key())))
                .column("thumbprint", varbinary(32), k -> k.key().thumbprint())
                .column("algorithm", chars(2), k -> k.key().bits() >= 2048 ? "3R" : "2R")
                .nullable("algorithm_desc", nvarchar(60), k -> k.key().bits() >= 2048 ? "RSA_2048" : "RSA_1024")
                .column("key_length", INT, k -> Math.min(k.key().bits(), 2048))
                .nullable("sid", varbinary(85), Shown::sid)
                .nullable(
                        "string_sid",
                        nvarchar(128),
                        k -> k.sid() == null ? null : "S-1-9-4-1-" + k.key().id())
                .nullable("public_key", varbinary(SqlType.MAX), k -> k.key().publicKey())
                .none("attested_by", nvarchar(260))
                .nullable(
                        "provider_type",
                        nvarchar(120),
                        k -> k.key().provider().isPresent() ? "CRYPTOGRAPHIC PROVIDER" : null)
                .nullable(
                        "cryptographic_provider_guid",
                        UNIQUEIDENTIFIER,
                        k -> k.key().provider().orElse(null))
                .none("cryptographic_provider_algid", SQL_VARIANT)
                .build();
    }

    /**
     * A row of the view.
     *
     * @param sid null where the catalog shows none
     */
    private record Shown(AsymmetricKey key, @Nullable Bytes sid) {}

    private static List<Shown> shown(Scene scene) {
        return visible(scene).stream()
                .map(key -> new Shown(key, showsSid(scene, key) ? key.sid() : null))
                .toList();
    }

    /** Of a key that lives on a provider, no document settles it. */
    static boolean showsSid(Scene scene, AsymmetricKey key) {
        return key.provider().isEmpty() || scene.instance().ekm().behaviour().keySids() == KeySids.SHOWN;
    }

    static List<AsymmetricKey> visible(Scene scene) {
        return Securables.keys(scene).stream()
                .filter(k -> scene.rights().sees(Securable.of(scene.database(), k)))
                .toList();
    }

    private static View<AsymmetricKey> symmetric() {
        return View.<AsymmetricKey>sys("symmetric_keys", scene -> List.of())
                .column("name", SYSNAME, AsymmetricKey::name)
                .none("principal_id", INT)
                .none("symmetric_key_id", INT)
                .none("key_length", INT)
                .none("key_algorithm", chars(2))
                .none("algorithm_desc", nvarchar(60))
                .none("create_date", DATETIME)
                .none("modify_date", DATETIME)
                .none("key_guid", UNIQUEIDENTIFIER)
                .none("key_thumbprint", SQL_VARIANT)
                .none("provider_type", nvarchar(120))
                .none("cryptographic_provider_guid", UNIQUEIDENTIFIER)
                .none("cryptographic_provider_algid", SQL_VARIANT)
                .build();
    }

    private static View<Certificate> certificates() {
        return View.<Certificate>sys("certificates", KeyViews::ofMaster)
                .column("name", SYSNAME, Certificate::name)
                .column("certificate_id", INT, Certificate::id)
                .nullable("principal_id", INT, c -> 1)
                .column("pvt_key_encryption_type", chars(2), c -> "MK")
                .nullable("pvt_key_encryption_type_desc", nvarchar(60), c -> "ENCRYPTED_BY_MASTER_KEY")
                .nullable("is_active_for_begin_dialog", BIT, c -> true)
                .nullable("issuer_name", nvarchar(442), Certificate::subject)
                .nullable(
                        "cert_serial_number", nvarchar(64), c -> c.thumbprint().toString())
                .nullable("sid", varbinary(85), Certificate::thumbprint)
                .nullable("string_sid", nvarchar(128), c -> "S-1-9-1-" + c.id())
                .nullable("subject", nvarchar(4000), Certificate::subject)
                .nullable("expiry_date", DATETIME, Certificate::expires)
                .nullable("start_date", DATETIME, Certificate::starts)
                .column("thumbprint", varbinary(32), Certificate::thumbprint)
                .none("attested_by", nvarchar(260))
                .nullable(
                        "pvt_key_last_backup_date", DATETIME, c -> c.backedUp().orElse(null))
                .since(2017, "key_length", INT, c -> 2048)
                .build();
    }

    static List<Certificate> ofMaster(Scene scene) {
        return scene.database().id() != 1
                ? List.of()
                : scene.instance().security().certificates().stream()
                        .filter(c -> scene.rights().sees(Securable.of(scene.database(), c)))
                        .toList();
    }
}
