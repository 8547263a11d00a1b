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
import keyturn.practice.server.state.AsymmetricKey;
import keyturn.practice.tsql.types.SqlType;

/** Keys and certificates of the current database; this server keeps them in master only. */
final class KeyViews {

    private KeyViews() {}

    static List<View<?>> views() {
        return List.of(asymmetric(), symmetric(), certificates());
    }

    private static View<AsymmetricKey> asymmetric() {
        return View.<AsymmetricKey>sys("asymmetric_keys", KeyViews::visible)
                .column("name", SYSNAME, AsymmetricKey::name)
                .fixed("principal_id", INT, 1)
                .column("asymmetric_key_id", INT, AsymmetricKey::id)
                .column("pvt_key_encryption_type", chars(2), k -> "NA")
                .nullable("pvt_key_encryption_type_desc", nvarchar(60), k -> "NO_PRIVATE_KEY")
                .column("thumbprint", varbinary(32), AsymmetricKey::thumbprint)
                .column("algorithm", chars(2), k -> k.bits() >= 2048 ? "3R" : "2R")
                .nullable("algorithm_desc", nvarchar(60), k -> k.bits() >= 2048 ? "RSA_2048" : "RSA_1024")
                .column("key_length", INT, k -> Math.min(k.bits(), 2048))
                .nullable("sid", varbinary(85), AsymmetricKey::sid)
                .nullable("string_sid", nvarchar(128), k -> "S-1-9-4-1-" + k.id())
                .nullable("public_key", varbinary(SqlType.MAX), AsymmetricKey::thumbprint)
                .none("attested_by", nvarchar(260))
                .fixed("provider_type", nvarchar(120), "CRYPTOGRAPHIC PROVIDER")
                .nullable("cryptographic_provider_guid", UNIQUEIDENTIFIER, AsymmetricKey::provider)
                .none("cryptographic_provider_algid", SQL_VARIANT)
                .build();
    }

    private static List<AsymmetricKey> visible(Scene scene) {
        boolean here = scene.database().id() == 1 && scene.rights().has("VIEW ANY DEFINITION");
        return here ? scene.instance().security().keys() : List.of();
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

    private static View<AsymmetricKey> certificates() {
        return View.<AsymmetricKey>sys("certificates", scene -> List.of())
                .column("name", SYSNAME, AsymmetricKey::name)
                .none("certificate_id", INT)
                .none("principal_id", INT)
                .none("pvt_key_encryption_type", chars(2))
                .none("pvt_key_encryption_type_desc", nvarchar(60))
                .none("is_active_for_begin_dialog", BIT)
                .none("issuer_name", nvarchar(442))
                .none("cert_serial_number", nvarchar(64))
                .none("sid", varbinary(85))
                .none("string_sid", nvarchar(128))
                .none("subject", nvarchar(4000))
                .none("expiry_date", DATETIME)
                .none("start_date", DATETIME)
                .none("thumbprint", varbinary(32))
                .none("attested_by", nvarchar(260))
                .none("pvt_key_last_backup_date", DATETIME)
                .since(2017, "key_length", INT, k -> null)
                .build();
    }
}
