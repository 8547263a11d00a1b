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
import keyturn.practice.server.state.Securable;
import keyturn.practice.tsql.types.SqlType;

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

    private static View<AsymmetricKey> asymmetric() {
        return View.<AsymmetricKey>sys("asymmetric_keys", KeyViews::visible)
                .column("name", SYSNAME, AsymmetricKey::name)
                .fixed("principal_id", INT, 1)
                .column("asymmetric_key_id", INT, AsymmetricKey::id)
                .column("pvt_key_encryption_type", chars(2), KeyViews::protection)
                .nullable("pvt_key_encryption_type_desc", nvarchar(60), k -> PROTECTIONS.get(protection(k)))
                .column("thumbprint", varbinary(32), AsymmetricKey::thumbprint)
                .column("algorithm", chars(2), k -> k.bits() >= 2048 ? "3R" : "2R")
                .nullable("algorithm_desc", nvarchar(60), k -> k.bits() >= 2048 ? "RSA_2048" : "RSA_1024")
                .column("key_length", INT, k -> Math.min(k.bits(), 2048))
                .nullable("sid", varbinary(85), AsymmetricKey::sid)
                .nullable("string_sid", nvarchar(128), k -> "S-1-9-4-1-" + k.id())
                .nullable("public_key", varbinary(SqlType.MAX), AsymmetricKey::publicKey)
                .none("attested_by", nvarchar(260))
                .nullable(
                        "provider_type", nvarchar(120), k -> k.provider().isPresent() ? "CRYPTOGRAPHIC PROVIDER" : null)
                .nullable(
                        "cryptographic_provider_guid",
                        UNIQUEIDENTIFIER,
                        k -> k.provider().orElse(null))
                .none("cryptographic_provider_algid", SQL_VARIANT)
                .build();
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
