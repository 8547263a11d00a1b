package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.function.Function;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Mirror;
import keyturn.practice.server.state.ShippedDatabase;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Mirroring and log shipping. */
final class PartnerViews {

    private static final SqlType NAME = nvarchar(128);
    private static final SqlType WORDS = nvarchar(60);

    private PartnerViews() {}

    static List<View<?>> views() {
        return List.of(mirroring(), primaries(), secondaries());
    }

    /** A value of a mirrored database; NULL for one that is not. */
    private static View.Value<Database> mirrored(Function<Mirror, Object> value) {
        return d -> orNull(d, value);
    }

    private static @Nullable Object orNull(Database database, Function<Mirror, Object> value) {
        return database.partners().mirror().map(value).orElse(null);
    }

    /** Every database has a row. */
    private static View<Database> mirroring() {
        return View.<Database>sys(
                        "database_mirroring", scene -> scene.instance().databases())
                .column("database_id", INT, Database::id)
                .nullable(
                        "mirroring_guid", UNIQUEIDENTIFIER, d -> orNull(d, m -> StorageViews.guid("mirror", d.name())))
                .nullable("mirroring_state", TINYINT, mirrored(m -> m.synchronizedNow() ? 4 : 0))
                .nullable(
                        "mirroring_state_desc",
                        WORDS,
                        mirrored(m -> m.synchronizedNow() ? "SYNCHRONIZED" : "SUSPENDED"))
                .nullable("mirroring_role", TINYINT, mirrored(m -> m.principal() ? 1 : 2))
                .nullable("mirroring_role_desc", WORDS, mirrored(m -> m.principal() ? "PRINCIPAL" : "MIRROR"))
                .nullable("mirroring_role_sequence", INT, mirrored(m -> 1))
                .nullable("mirroring_safety_level", TINYINT, mirrored(m -> 2))
                .nullable("mirroring_safety_level_desc", WORDS, mirrored(m -> "FULL"))
                .nullable("mirroring_safety_sequence", INT, mirrored(m -> 1))
                .nullable(
                        "mirroring_partner_name", NAME, mirrored(m -> "TCP://" + machine(m) + ".practice.invalid:5022"))
                .nullable("mirroring_partner_instance", NAME, mirrored(Mirror::partner))
                .nullable("mirroring_witness_name", NAME, mirrored(m -> ""))
                .nullable("mirroring_witness_state", TINYINT, mirrored(m -> 0))
                .nullable("mirroring_witness_state_desc", WORDS, mirrored(m -> "UNKNOWN"))
                .none("mirroring_failover_lsn", decimal(25, 0))
                .nullable("mirroring_connection_timeout", INT, mirrored(m -> 10))
                .none("mirroring_redo_queue", INT)
                .nullable("mirroring_redo_queue_type", WORDS, mirrored(m -> "UNLIMITED"))
                .none("mirroring_end_of_log_lsn", decimal(25, 0))
                .none("mirroring_replication_lsn", decimal(25, 0))
                .build();
    }

    private static String machine(Mirror mirror) {
        return mirror.partner().split("\\\\", 2)[0];
    }

    private static List<ShippedDatabase> shipped(Scene scene, boolean primary) {
        return scene.instance().topology().shipped().stream()
                .filter(s -> s.primary() == primary)
                .toList();
    }

    private static View<ShippedDatabase> primaries() {
        return View.<ShippedDatabase>msdb("log_shipping_primary_databases", scene -> shipped(scene, true))
                .nullable("primary_id", UNIQUEIDENTIFIER, s -> StorageViews.guid("shipped", s.database()))
                .nullable("primary_database", NAME, ShippedDatabase::database)
                .nullable("backup_directory", nvarchar(500), s -> "E:\\Ship")
                .nullable("backup_share", nvarchar(500), s -> "\\\\" + s.partner() + "\\Ship")
                .nullable("last_backup_file", nvarchar(500), s -> "E:\\Ship\\" + s.database() + ".trn")
                .nullable("last_backup_date", DATETIME, ShippedDatabase::last)
                .build();
    }

    private static View<ShippedDatabase> secondaries() {
        return View.<ShippedDatabase>msdb("log_shipping_secondary_databases", scene -> shipped(scene, false))
                .nullable("secondary_database", NAME, ShippedDatabase::database)
                .nullable("secondary_id", UNIQUEIDENTIFIER, s -> StorageViews.guid("shipped", s.database()))
                .nullable("restore_delay", INT, s -> 0)
                .nullable("last_restored_file", nvarchar(500), s -> "E:\\Ship\\" + s.database() + ".trn")
                .nullable("last_restored_date", DATETIME, ShippedDatabase::last)
                .build();
    }
}
