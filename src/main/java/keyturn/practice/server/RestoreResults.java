package keyturn.practice.server;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import keyturn.practice.server.state.BackupRecord;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.state.Dek;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** What RESTORE HEADERONLY, FILELISTONLY and LABELONLY show. */
final class RestoreResults {

    private static final int PAGE = 8192;
    private static final SqlType NAME = SqlType.nvarchar(128);
    private static final SqlType LSN = SqlType.decimal(25, 0);

    private final Turn turn;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    RestoreResults(Turn turn) {
        this.turn = turn;
    }

    /** What a column shows of a row's source. */
    @FunctionalInterface
    private interface Shown<T> {
        @Nullable
        Object of(T source);
    }

    private <T> void column(List<T> sources, String name, SqlType type, Shown<T> shown) {
        columns.add(new Column(name, type, true));
        for (int i = 0; i < sources.size(); i++) {
            if (rows.size() <= i) {
                rows.add(new ArrayList<>());
            }
            rows.get(i).add(shown.of(sources.get(i)));
        }
    }

    private void send() {
        List<@Nullable Object[]> sent = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            sent.add(row.toArray(new @Nullable Object[0]));
        }
        turn.result(columns, sent);
    }

    private static UUID guid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    private static BigDecimal lsn(BackupRecord set, int more) {
        return BigDecimal.valueOf(set.lsn() + more);
    }

    private static int type(BackupRecord set) {
        return switch (set.type()) {
            case 'L' -> 2;
            case 'I' -> 5;
            default -> 1;
        };
    }

    void headers(List<BackupRecord> sets) {
        var identity = turn.instance().identity();
        column(sets, "BackupName", NAME, s -> s.name().orElse(null));
        column(
                sets,
                "BackupDescription",
                SqlType.nvarchar(255),
                s -> s.media().description().orElse(null));
        column(sets, "BackupType", SqlType.SMALLINT, RestoreResults::type);
        column(sets, "ExpirationDate", SqlType.DATETIME, s -> null);
        column(sets, "Compressed", SqlType.TINYINT, s -> s.media().compressed() ? 1 : 0);
        column(sets, "Position", SqlType.SMALLINT, s -> s.media().position());
        column(sets, "DeviceType", SqlType.TINYINT, s -> 2);
        column(sets, "UserName", NAME, BackupRecord::user);
        column(sets, "ServerName", NAME, s -> identity.serverName());
        column(sets, "DatabaseName", NAME, BackupRecord::database);
        column(sets, "DatabaseVersion", SqlType.INT, s -> 957);
        column(
                sets,
                "DatabaseCreationDate",
                SqlType.DATETIME,
                s -> s.media().content().map(c -> c.database().created()).orElse(null));
        column(sets, "BackupSize", SqlType.decimal(20, 0), s -> BigDecimal.valueOf(s.pages() * PAGE));
        column(sets, "FirstLSN", LSN, s -> lsn(s, 0));
        column(sets, "LastLSN", LSN, s -> lsn(s, 2));
        column(sets, "CheckpointLSN", LSN, s -> lsn(s, 0));
        column(sets, "DatabaseBackupLSN", LSN, s -> lsn(s, 0));
        column(sets, "BackupStartDate", SqlType.DATETIME, BackupRecord::started);
        column(sets, "BackupFinishDate", SqlType.DATETIME, BackupRecord::finished);
        sorting(sets);
        software(sets);
        flags(sets);
        column(sets, "FirstRecoveryForkID", SqlType.UNIQUEIDENTIFIER, s -> guid("fork " + s.database()));
        column(sets, "ForkPointLSN", LSN, s -> null);
        column(
                sets,
                "RecoveryModel",
                SqlType.nvarchar(60),
                s -> s.recovery().name().replace('_', '-'));
        column(sets, "DifferentialBaseLSN", LSN, s -> s.type() == 'I' ? lsn(s, 0) : null);
        column(sets, "DifferentialBaseGUID", SqlType.UNIQUEIDENTIFIER, s -> s.type() == 'I' ? guid("base") : null);
        column(sets, "BackupTypeDescription", SqlType.nvarchar(60), RestoreResults::described);
        column(sets, "BackupSetGUID", SqlType.UNIQUEIDENTIFIER, s -> guid("set" + s.id()));
        column(sets, "CompressedBackupSize", SqlType.BIGINT, s -> s.pages() * PAGE);
        column(sets, "Containment", SqlType.TINYINT, s -> 0);
        column(sets, "KeyAlgorithm", SqlType.nvarchar(32), s -> s.encryptor().isPresent() ? "aes_256" : null);
        column(
                sets,
                "EncryptorThumbprint",
                SqlType.varbinary(20),
                s -> s.encryptor().orElse(null));
        column(sets, "EncryptorType", SqlType.nvarchar(32), s -> s.encryptor().isPresent() ? "ASYMMETRIC KEY" : null);
        send();
    }

    private static String described(BackupRecord set) {
        return switch (set.type()) {
            case 'L' -> "Transaction Log";
            case 'I' -> "Database Differential";
            default -> "Database";
        };
    }

    private void sorting(List<BackupRecord> sets) {
        column(sets, "SortOrder", SqlType.SMALLINT, s -> 52);
        column(sets, "CodePage", SqlType.SMALLINT, s -> 0);
        column(sets, "UnicodeLocaleId", SqlType.INT, s -> 1033);
        column(sets, "UnicodeComparisonStyle", SqlType.INT, s -> 196609);
        column(
                sets,
                "CompatibilityLevel",
                SqlType.TINYINT,
                s -> s.media()
                        .content()
                        .map(c -> c.database().compatibility())
                        .orElse(turn.scene().version().major() * 10));
    }

    private void software(List<BackupRecord> sets) {
        var version = turn.scene().version();
        column(sets, "SoftwareVendorId", SqlType.INT, s -> 4608);
        column(sets, "SoftwareVersionMajor", SqlType.INT, s -> version.major());
        column(sets, "SoftwareVersionMinor", SqlType.INT, s -> version.minor());
        column(sets, "SoftwareVersionBuild", SqlType.INT, s -> version.build());
        column(sets, "MachineName", NAME, s -> turn.instance().identity().machine());
        column(sets, "Flags", SqlType.INT, s -> s.copyOnly() ? 1024 : 512);
        column(sets, "BindingID", SqlType.UNIQUEIDENTIFIER, s -> guid("binding " + s.database()));
        column(sets, "RecoveryForkID", SqlType.UNIQUEIDENTIFIER, s -> guid("fork " + s.database()));
        column(
                sets,
                "Collation",
                NAME,
                s -> s.media()
                        .content()
                        .map(c -> c.database().settings().collation())
                        .orElse("SQL_Latin1_General_CP1_CI_AS"));
        column(sets, "FamilyGUID", SqlType.UNIQUEIDENTIFIER, s -> guid("family " + s.database()));
    }

    private void flags(List<BackupRecord> sets) {
        column(sets, "HasBulkLoggedData", SqlType.BIT, s -> false);
        column(sets, "IsSnapshot", SqlType.BIT, s -> false);
        column(sets, "IsReadOnly", SqlType.BIT, s -> false);
        column(sets, "IsSingleUser", SqlType.BIT, s -> false);
        column(sets, "HasBackupChecksums", SqlType.BIT, s -> s.media().checksums());
        for (String name : List.of("IsDamaged", "BeginsLogChain", "HasIncompleteMetaData", "IsForceOffline")) {
            column(sets, name, SqlType.BIT, s -> false);
        }
        column(sets, "IsCopyOnly", SqlType.BIT, BackupRecord::copyOnly);
    }

    void files(BackupRecord set, Database database) {
        List<DatabaseFile> files = database.files();
        column(files, "LogicalName", NAME, DatabaseFile::name);
        column(files, "PhysicalName", SqlType.nvarchar(260), DatabaseFile::path);
        column(files, "Type", SqlType.chars(1), f -> f.log() ? "L" : "D");
        column(files, "FileGroupName", NAME, f -> f.log() ? null : "PRIMARY");
        column(files, "Size", SqlType.decimal(20, 0), f -> BigDecimal.valueOf((long) f.pages() * PAGE));
        column(files, "MaxSize", SqlType.decimal(20, 0), f -> BigDecimal.valueOf(35_184_372_080_640L));
        column(files, "FileId", SqlType.BIGINT, f -> (long) f.id());
        column(files, "CreateLSN", LSN, f -> BigDecimal.ZERO);
        column(files, "DropLSN", LSN, f -> BigDecimal.ZERO);
        column(files, "UniqueId", SqlType.UNIQUEIDENTIFIER, f -> guid("file " + f.path()));
        column(files, "ReadOnlyLSN", LSN, f -> BigDecimal.ZERO);
        column(files, "ReadWriteLSN", LSN, f -> BigDecimal.ZERO);
        column(files, "BackupSizeInBytes", SqlType.BIGINT, f -> f.log() ? 0L : (set.pages() - 2) * PAGE);
        column(files, "SourceBlockSize", SqlType.INT, f -> 4096);
        column(files, "FileGroupId", SqlType.INT, f -> f.log() ? 0 : 1);
        column(files, "LogGroupGUID", SqlType.UNIQUEIDENTIFIER, f -> null);
        column(files, "DifferentialBaseLSN", LSN, f -> f.log() ? BigDecimal.ZERO : lsn(set, 0));
        column(files, "DifferentialBaseGUID", SqlType.UNIQUEIDENTIFIER, f -> f.log() ? guid("none") : guid("base"));
        column(files, "IsReadOnly", SqlType.BIT, f -> false);
        column(files, "IsPresent", SqlType.BIT, f -> true);
        column(
                files,
                "TDEThumbprint",
                SqlType.varbinary(32),
                f -> database.dek().map(Dek::thumbprint).orElse(null));
        column(files, "SnapshotUrl", SqlType.nvarchar(360), f -> null);
        send();
    }

    void label(BackupRecord set) {
        List<BackupRecord> one = List.of(set);
        column(one, "MediaName", NAME, s -> null);
        column(
                one,
                "MediaSetId",
                SqlType.UNIQUEIDENTIFIER,
                s -> guid(("media " + s.device()).toLowerCase(Locale.ROOT)));
        column(one, "FamilyCount", SqlType.INT, s -> s.media().families());
        column(one, "FamilySequenceNumber", SqlType.INT, s -> 1);
        column(one, "MediaFamilyId", SqlType.UNIQUEIDENTIFIER, s -> guid("family " + s.device()));
        column(one, "MediaSequenceNumber", SqlType.INT, s -> 1);
        column(one, "MediaLabelPresent", SqlType.TINYINT, s -> 0);
        column(one, "MediaDescription", SqlType.nvarchar(255), s -> null);
        column(one, "SoftwareName", NAME, s -> "Microsoft SQL Server");
        column(one, "SoftwareVendorId", SqlType.INT, s -> 4608);
        column(one, "MediaDate", SqlType.DATETIME, BackupRecord::started);
        column(one, "Mirror_Count", SqlType.INT, s -> 1);
        column(one, "IsCompressed", SqlType.BIT, s -> s.media().compressed());
        send();
    }
}
