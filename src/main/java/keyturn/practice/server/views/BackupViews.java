package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.decimal;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.math.BigDecimal;
import java.util.List;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Backup history, tables of msdb. */
final class BackupViews {

    private static final SqlType NAME = nvarchar(128);
    private static final SqlType LSN = decimal(25, 0);

    private BackupViews() {}

    static List<View<?>> views() {
        return List.of(sets(), media());
    }

    private record Taken(BackupRecord backup, String server) {
        @Nullable
        Object encrypted(String value) {
            return backup.encryptor().isPresent() ? value : null;
        }
    }

    private static View<Taken> sets() {
        return View.<Taken>msdb("backupset", BackupViews::taken)
                .column("backup_set_id", INT, t -> t.backup().id())
                .column(
                        "backup_set_uuid",
                        UNIQUEIDENTIFIER,
                        t -> StorageViews.guid("set", "" + t.backup().id()))
                .column("media_set_id", INT, t -> t.backup().id())
                .nullable("position", INT, t -> 1)
                .nullable("name", NAME, t -> t.backup().name().orElse(null))
                .none("description", nvarchar(255))
                .nullable("user_name", NAME, t -> t.backup().user())
                .nullable("software_major_version", TINYINT, t -> 16)
                .nullable("first_lsn", LSN, t -> BigDecimal.valueOf(t.backup().lsn()))
                .nullable("last_lsn", LSN, t -> BigDecimal.valueOf(t.backup().lsn() + 2))
                .nullable(
                        "checkpoint_lsn",
                        LSN,
                        t -> BigDecimal.valueOf(t.backup().lsn()))
                .nullable("backup_start_date", DATETIME, t -> t.backup().started())
                .nullable("backup_finish_date", DATETIME, t -> t.backup().finished())
                .nullable("type", chars(1), t -> String.valueOf(t.backup().type()))
                .nullable("compatibility_level", TINYINT, t -> 160)
                .nullable(
                        "backup_size",
                        decimal(20, 0),
                        t -> BigDecimal.valueOf(t.backup().pages() * 8192))
                .nullable("database_name", NAME, t -> t.backup().database())
                .nullable("server_name", NAME, Taken::server)
                .nullable("machine_name", NAME, t -> t.server().split("\\\\")[0])
                .nullable(
                        "recovery_model",
                        nvarchar(60),
                        t -> t.backup().recovery().name())
                .nullable("is_copy_only", BIT, t -> t.backup().copyOnly())
                .nullable("has_backup_checksums", BIT, t -> false)
                .nullable("is_damaged", BIT, t -> false)
                .nullable(
                        "compressed_backup_size",
                        decimal(20, 0),
                        t -> BigDecimal.valueOf(t.backup().pages() * 8192))
                .nullable("key_algorithm", nvarchar(32), t -> t.encrypted("aes_256"))
                .nullable(
                        "encryptor_thumbprint",
                        varbinary(20),
                        t -> t.backup().encryptor().orElse(null))
                .nullable("encryptor_type", nvarchar(32), t -> t.encrypted("ASYMMETRIC KEY"))
                .build();
    }

    private static List<Taken> taken(Scene scene) {
        String server = scene.instance().identity().serverName();
        return scene.instance().history().backups().stream()
                .map(b -> new Taken(b, server))
                .toList();
    }

    private static View<Taken> media() {
        return View.<Taken>msdb("backupmediafamily", BackupViews::taken)
                .column("media_set_id", INT, t -> t.backup().id())
                .column("family_sequence_number", TINYINT, t -> 1)
                .nullable(
                        "media_family_id",
                        UNIQUEIDENTIFIER,
                        t -> StorageViews.guid("media", "" + t.backup().id()))
                .nullable("media_count", INT, t -> 1)
                .none("logical_device_name", NAME)
                .nullable("physical_device_name", nvarchar(260), t -> t.backup().device())
                .nullable("device_type", TINYINT, t -> 2)
                .nullable("physical_block_size", INT, t -> 512)
                .column("mirror", TINYINT, t -> 0)
                .build();
    }
}
