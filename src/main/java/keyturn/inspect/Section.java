package keyturn.inspect;

import java.util.Optional;
import keyturn.domain.inspection.Scope;

/** A part of the batch of facts: one SELECT each, columns by name, nothing that SQL Server 2016 lacks unless said. */
enum Section {
    EKM("sys.configurations", """
            SELECT CONVERT(int, c.value) AS configured, CONVERT(int, c.value_in_use) AS running
            FROM sys.configurations AS c WHERE c.name = N'EKM provider enabled'"""),

    PROVIDERS("sys.cryptographic_providers", """
            SELECT p.provider_id, p.name, CONVERT(nvarchar(36), p.guid) AS guid, p.version, p.dll_path, p.is_enabled
            FROM sys.cryptographic_providers AS p ORDER BY p.provider_id"""),

    MODULES("sys.dm_os_loaded_modules", """
            SELECT m.name, m.file_version FROM sys.dm_os_loaded_modules AS m
            WHERE LOWER(m.name) LIKE N'%ekm%.dll' OR m.name IN (SELECT p.dll_path FROM sys.cryptographic_providers AS p)
            ORDER BY m.name"""),

    /** The four system databases cannot be encrypted by a user's choice (document: transparent data encryption). */
    DATABASES("sys.databases", """
            SELECT d.database_id, d.name, d.state_desc, d.recovery_model_desc, d.is_read_only, d.is_in_standby,
              d.source_database_id, d.log_reuse_wait_desc,
              CASE WHEN d.state = 0 THEN HAS_PERMS_BY_NAME(QUOTENAME(d.name), N'DATABASE', N'BACKUP DATABASE') END
                AS may_back_up,
              CASE WHEN d.state = 0 THEN HAS_PERMS_BY_NAME(QUOTENAME(d.name), N'DATABASE', N'BACKUP LOG') END
                AS may_back_up_log,
              CASE WHEN d.state = 0 THEN HAS_PERMS_BY_NAME(QUOTENAME(d.name), N'DATABASE', N'CONTROL') END
                AS may_control,
              HAS_DBACCESS(d.name) AS may_enter
            FROM sys.databases AS d WHERE d.database_id > 4{one} AND d.name = @database{} ORDER BY d.database_id"""),

    /** The scan's own column came with 2019. */
    ENCRYPTION_KEYS("sys.dm_database_encryption_keys", """
            SELECT k.database_id, k.encryption_state, k.encryptor_thumbprint, k.encryptor_type,
              DB_NAME(k.database_id) AS name, k.percent_complete{2019},
              k.encryption_scan_state_desc{}
            FROM sys.dm_database_encryption_keys AS k
            WHERE k.database_id > 4{one} AND k.database_id = DB_ID(@database){}"""),

    /** The view tries to start a database that is not open: asked only where all are. */
    LOG_CHAINS("sys.database_recovery_status", """
            SELECT r.database_id, CASE WHEN r.last_log_backup_lsn IS NULL THEN 0 ELSE 1 END AS chain
            FROM sys.database_recovery_status AS r{one} WHERE r.database_id = DB_ID(@database){}"""),

    ASYMMETRIC_KEYS("master.sys.asymmetric_keys", """
            SELECT a.name, a.thumbprint, CONVERT(nvarchar(36), a.cryptographic_provider_guid) AS guid, a.key_length
            FROM master.sys.asymmetric_keys AS a WHERE a.provider_type = N'CRYPTOGRAPHIC PROVIDER' ORDER BY a.name"""),

    /** No view says when a key was registered; its login was made from it, and so not before. */
    REGISTRATIONS("master.sys.asymmetric_keys, sys.server_principals", """
            SELECT a.name, a.public_key, s.create_date, SYSDATETIMEOFFSET() AS server_now
            FROM master.sys.asymmetric_keys AS a LEFT JOIN sys.server_principals AS s ON s.sid = a.sid
              OR (a.sid IS NULL AND s.type = 'K'
                AND SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32) = a.thumbprint)
            WHERE a.provider_type = N'CRYPTOGRAPHIC PROVIDER' ORDER BY a.name"""),

    CREDENTIALS("sys.credentials", """
            SELECT c.credential_id, c.name, c.credential_identity, c.target_id
            FROM sys.credentials AS c WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' ORDER BY c.credential_id"""),

    /** Of a provider's key, documents say that its sid is NULL; then the end of the login's SID leads to it, if anything does. */
    KEY_LOGINS("sys.server_principals, sys.server_principal_credentials", """
            SELECT s.name, a.name AS key_name, t.name AS key_of_thumbprint, c.name AS credential_name, s.is_disabled
            FROM sys.server_principals AS s
            LEFT JOIN master.sys.asymmetric_keys AS a ON a.sid = s.sid
            LEFT JOIN master.sys.asymmetric_keys AS t ON t.sid IS NULL
              AND SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(t.thumbprint) + 1, 32) = t.thumbprint
            LEFT JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            LEFT JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.type = 'K' ORDER BY s.name, c.name"""),

    /** From 2017. Folders are taken from the catalog; the builds are those that the connector was published as. */
    DLL_FILES("sys.dm_os_file_exists", """
            SELECT DISTINCT c.path
            FROM sys.cryptographic_providers AS p
            CROSS APPLY (SELECT LEFT(p.dll_path, LEN(p.dll_path) - CHARINDEX(N'\\', REVERSE(p.dll_path))) AS folder) AS f
            CROSS APPLY (SELECT LEFT(f.folder, LEN(f.folder) - CHARINDEX(N'\\', REVERSE(f.folder))) AS parent) AS g
            CROSS JOIN (VALUES (N''), (N'\\15.0.2000.440'), (N'\\15.0.2000.367'), (N'\\15.0.300.96'),
              (N'\\13.0.811.168'), (N'\\1.0.5.0'), (N'\\1.0.4.0'), (N'\\1.0.0.440')) AS b(build)
            CROSS APPLY (VALUES (p.dll_path), (f.folder + b.build + N'\\Microsoft.AzureKeyVaultService.EKM.dll'),
              (g.parent + b.build + N'\\Microsoft.AzureKeyVaultService.EKM.dll')) AS c(path)
            CROSS APPLY sys.dm_os_file_exists(c.path) AS e
            WHERE e.file_exists = 1 ORDER BY c.path"""),

    STARTED("sys.dm_os_sys_info", """
            SELECT i.sqlserver_start_time, SYSDATETIMEOFFSET() AS server_now FROM sys.dm_os_sys_info AS i"""),

    /** The listener whose address this connection came in by. */
    LISTENER("sys.availability_group_listeners", """
            SELECT l.dns_name FROM sys.availability_group_listeners AS l
            JOIN sys.availability_group_listener_ip_addresses AS i ON i.listener_id = l.listener_id
            WHERE i.ip_address = CONVERT(nvarchar(48), CONNECTIONPROPERTY('local_net_address')) ORDER BY l.dns_name"""),

    SERVICE_ACCOUNT("sys.dm_server_services", """
            SELECT v.service_account, v.startup_type_desc FROM sys.dm_server_services AS v WHERE v.servicename LIKE N'SQL Server (%'"""),

    /** Pages of 8 KB; type 1 is the log, 2 a container of FILESTREAM or In-Memory data, which has no size here. */
    SIZES("sys.master_files", """
            SELECT d.name, SUM(CASE WHEN f.type = 1 THEN 0 ELSE CONVERT(bigint, f.size) END) / 128 AS data_mb,
              SUM(CASE WHEN f.type = 1 THEN CONVERT(bigint, f.size) ELSE 0 END) / 128 AS log_mb,
              MAX(CASE WHEN f.type = 2 THEN 1 ELSE 0 END) AS containers,
              MAX(CASE WHEN f.type <> 1 AND (f.is_read_only = 1 OR (f.read_only_lsn IS NOT NULL
                AND ISNULL(f.read_write_lsn, 0) < f.read_only_lsn)) THEN 1 ELSE 0 END) AS read_only_files
            FROM sys.master_files AS f JOIN sys.databases AS d ON d.database_id = f.database_id
            WHERE d.database_id > 4 GROUP BY d.name"""),

    /** Of rows alone: a snapshot needs a sparse file for each. */
    DATA_FILES("sys.master_files", """
            SELECT d.name, f.name AS file_name, f.physical_name
            FROM sys.master_files AS f JOIN sys.databases AS d ON d.database_id = f.database_id
            WHERE d.database_id > 4 AND f.type = 0 ORDER BY d.database_id, f.file_id"""),

    CLOCK("SYSDATETIMEOFFSET", "SELECT SYSDATETIMEOFFSET() AS server_now"),

    /** A backup to NUL is no backup, and tests go there; one of the log that is only a copy leaves the log as it was. */
    BACKUPS("msdb.dbo.backupset", """
            SELECT b.database_name AS name, b.type, MAX(b.backup_start_date) AS begun, MAX(b.backup_finish_date) AS finished,
              MAX(CASE WHEN b.name LIKE N'Keyturn [0-9]%' THEN b.name END) AS ours, SYSDATETIMEOFFSET() AS server_now
            FROM msdb.dbo.backupset AS b WHERE b.type IN ('D', 'I', 'L'){one} AND b.database_name = @database{}
              AND b.database_name IN
              (SELECT d.name FROM sys.databases AS d WHERE d.database_id > 4)
              AND NOT (b.type = 'L' AND b.is_copy_only = 1)
              AND NOT EXISTS (SELECT 1 FROM msdb.dbo.backupmediafamily AS f
                WHERE f.media_set_id = b.media_set_id AND f.physical_device_name = N'NUL')
            GROUP BY b.database_name, b.type"""),

    BACKUP_KEYS("msdb.dbo.backupset, master.sys.asymmetric_keys", """
            SELECT DISTINCT b.database_name AS name, a.name AS key_name,
              CONVERT(nvarchar(36), a.cryptographic_provider_guid) AS guid
            FROM msdb.dbo.backupset AS b JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = b.encryptor_thumbprint
            WHERE a.provider_type = N'CRYPTOGRAPHIC PROVIDER'"""),

    /** The agent keeps dates and times as numbers: 20261125 and 93000. */
    JOBS("msdb.dbo.sysjobs, msdb.dbo.sysjobschedules", """
            SELECT TOP (200) j.name, s.next_run_date, s.next_run_time, SYSDATETIMEOFFSET() AS server_now
            FROM msdb.dbo.sysjobs AS j JOIN msdb.dbo.sysjobschedules AS s ON s.job_id = j.job_id
            WHERE j.enabled = 1 AND s.next_run_date > 0 ORDER BY s.next_run_date, s.next_run_time, j.name"""),

    SESSIONS("sys.dm_cryptographic_provider_sessions", """
            SELECT s.provider_id, s.spid, e.login_name, e.program_name, e.host_name
            FROM sys.dm_cryptographic_provider_sessions(1) AS s
            LEFT JOIN sys.dm_exec_sessions AS e ON e.session_id = s.spid ORDER BY s.provider_id, s.spid"""),

    /** The login that asks, if it is one of its own and not known through a group alone. */
    CALLER("sys.server_principals, sys.server_principal_credentials", """
            SELECT s.name AS login_name, c.credential_id, c.name, c.credential_identity, c.target_id
            FROM sys.server_principals AS s
            LEFT JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            LEFT JOIN sys.credentials AS c ON c.credential_id = m.credential_id
              AND c.target_type = N'CRYPTOGRAPHIC PROVIDER'
            WHERE s.sid = SUSER_SID() ORDER BY c.credential_id"""),

    HOLDERS("sys.server_principals, sys.server_principal_credentials", """
            SELECT s.name AS login_name, c.credential_id, c.name, c.credential_identity, c.target_id
            FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' ORDER BY s.name, c.credential_id"""),

    NAMES("sys.server_principals, sys.credentials, sys.asymmetric_keys", """
            SELECT N'LOGIN' AS kind, s.name FROM sys.server_principals AS s
            UNION ALL
            SELECT N'CREDENTIAL', c.name FROM sys.credentials AS c
            UNION ALL
            SELECT N'KEY', a.name FROM master.sys.asymmetric_keys AS a"""),

    /** These times are UTC. */
    KEY_CHANGES("sys.dm_database_encryption_keys", """
            SELECT d.name, k.modify_date, k.opened_date
            FROM sys.dm_database_encryption_keys AS k JOIN sys.databases AS d ON d.database_id = k.database_id
            WHERE k.database_id > 4 AND k.modify_date IS NOT NULL{one} AND d.name = @database{}"""),

    /** To NUL or anywhere: each of an encrypted database needed its key. Histories of other servers come along with a restore. */
    TESTS("msdb.dbo.backupset", """
            SELECT b.database_name AS name, MAX(b.backup_start_date) AS begun, SYSDATETIMEOFFSET() AS server_now
            FROM msdb.dbo.backupset AS b WHERE b.type IN ('D', 'I', 'L') AND b.server_name = @@SERVERNAME
              AND b.database_name IN (SELECT d.name FROM sys.databases AS d WHERE d.database_id > 4)
            GROUP BY b.database_name"""),

    ALTERATIONS("sys.credentials, sys.server_principals", """
            SELECT N'CREDENTIAL' AS kind, c.name, c.create_date, c.modify_date,
              SYSDATETIMEOFFSET() AS server_now
            FROM sys.credentials AS c WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER'
            UNION ALL
            SELECT N'LOGIN', s.name, s.create_date, s.modify_date, SYSDATETIMEOFFSET()
            FROM sys.server_principals AS s WHERE s.type = 'K'"""),

    TOPOLOGY("SERVERPROPERTY", """
            SELECT CONVERT(int, SERVERPROPERTY('IsClustered')) AS is_clustered,
              CONVERT(int, SERVERPROPERTY('IsHadrEnabled')) AS is_hadr_enabled"""),

    /** That a database is in a group stands in its own row; only the group's name comes from elsewhere. */
    GROUPS("sys.databases, sys.availability_groups", """
            SELECT d.database_id, g.name AS group_name
            FROM sys.databases AS d
            LEFT JOIN sys.availability_databases_cluster AS c ON c.group_database_id = d.group_database_id
            LEFT JOIN sys.availability_groups AS g ON g.group_id = c.group_id
            WHERE (d.replica_id IS NOT NULL OR d.group_database_id IS NOT NULL){one} AND d.name = @database{}"""),

    MIRRORS("sys.database_mirroring", """
            SELECT m.database_id, CASE WHEN m.mirroring_guid IS NULL THEN 0 ELSE 1 END AS mirrored
            FROM sys.database_mirroring AS m{one} WHERE m.database_id = DB_ID(@database){}"""),

    RUNNING_BACKUPS("sys.dm_exec_requests", """
            SELECT r.session_id, DB_NAME(r.database_id) AS name, r.percent_complete, r.start_time,
              SYSDATETIMEOFFSET() AS server_now
            FROM sys.dm_exec_requests AS r WHERE r.command LIKE N'BACKUP %' ORDER BY r.session_id"""),

    /** Who else is connected, those with open transactions first; a time of its own for each transaction takes further views. */
    CONNECTIONS("sys.dm_exec_sessions, sys.dm_exec_requests", """
            SELECT TOP (1000) s.session_id, s.login_name, s.program_name, s.host_name, DB_NAME(s.database_id) AS name,
              s.open_transaction_count, s.last_request_start_time, r.command, SYSDATETIMEOFFSET() AS server_now
            FROM sys.dm_exec_sessions AS s LEFT JOIN sys.dm_exec_requests AS r ON r.session_id = s.session_id
            WHERE s.is_user_process = 1 AND s.session_id <> @@SPID ORDER BY s.open_transaction_count DESC, s.session_id"""),

    /** The flag that ends encryption scans and lets none begin. */
    TRACE_FLAG("DBCC TRACESTATUS", "DBCC TRACESTATUS (5004, -1) WITH NO_INFOMSGS"),

    /** From 2019. */
    OLD_LOG("sys.dm_db_log_info", """
            SELECT d.name, COUNT(*) AS active
            FROM sys.dm_database_encryption_keys AS k JOIN sys.databases AS d ON d.database_id = k.database_id
            CROSS APPLY sys.dm_db_log_info(d.database_id) AS i
            WHERE k.database_id > 4 AND d.state = 0 AND k.encryptor_type = N'ASYMMETRIC KEY' AND i.vlf_active = 1
              AND i.vlf_encryptor_thumbprint <> k.encryptor_thumbprint
            GROUP BY d.name ORDER BY d.name"""),

    /** Last, because a login without rights in msdb may make the batch end here. */
    LOG_SHIPPING("msdb.dbo.log_shipping_primary_databases, msdb.dbo.log_shipping_secondary_databases", """
            SELECT p.primary_database AS name FROM msdb.dbo.log_shipping_primary_databases AS p{one} WHERE p.primary_database = @database{}
            UNION ALL
            SELECT s.secondary_database FROM msdb.dbo.log_shipping_secondary_databases AS s{one} WHERE s.secondary_database = @database{}""");

    private static final int WITH_SCAN_STATE = 15;

    private final String source;
    private final String select;

    Section(String source, String select) {
        this.source = source;
        this.select = select;
    }

    /** The views that say it. */
    String source() {
        return source;
    }

    /**
     * @param major of the server's version: columns that came with 2019 are left out before it
     * @param scope of one database: for a batch that knows it as {@code @database}
     */
    String select(int major, Scope scope) {
        String whole = major >= WITH_SCAN_STATE ? select.replace("{2019}", "") : without("2019", select);
        return (scope instanceof Scope.OneDatabase ? whole.replace("{one}", "") : without("one", whole))
                .replace("{}", "");
    }

    private static String without(String part, String text) {
        return text.replaceAll("(?s)\\{" + part + "}.*?\\{}", "");
    }

    /** Whether a look of this scope asks it. */
    boolean within(Scope scope) {
        return switch (scope) {
            case Scope.Whole whole -> true;
            case Scope.Server server -> true;
            case Scope.OneDatabase one ->
                switch (this) {
                    case EKM, PROVIDERS, DATABASES, ENCRYPTION_KEYS, LOG_CHAINS -> true;
                    case ASYMMETRIC_KEYS, CREDENTIALS, KEY_LOGINS, CALLER -> true;
                    case TOPOLOGY, LISTENER, GROUPS, MIRRORS, LOG_SHIPPING -> true;
                    case BACKUPS, KEY_CHANGES -> one.history();
                    case MODULES, REGISTRATIONS, DLL_FILES, STARTED, SERVICE_ACCOUNT -> false;
                    case SIZES, DATA_FILES, CLOCK -> false;
                    case BACKUP_KEYS, JOBS, SESSIONS, NAMES, HOLDERS, TESTS, ALTERATIONS -> false;
                    case RUNNING_BACKUPS, CONNECTIONS, TRACE_FLAG, OLD_LOG -> false;
                };
        };
    }

    /** What the login must hold for the answer to be whole. */
    Optional<Rights.Need> need(Rights rights) {
        return switch (this) {
            case EKM, PROVIDERS, DLL_FILES, TOPOLOGY, TRACE_FLAG, CLOCK -> Optional.empty();
            case DATABASES, LOG_CHAINS, GROUPS, MIRRORS -> Optional.of(rights.everyDatabase());
            case MODULES, STARTED, RUNNING_BACKUPS, CONNECTIONS -> Optional.of(rights.performanceState());
            case ENCRYPTION_KEYS, KEY_CHANGES, SERVICE_ACCOUNT, OLD_LOG -> Optional.of(rights.securityState());
            case ASYMMETRIC_KEYS, REGISTRATIONS, KEY_LOGINS, LISTENER, SIZES, DATA_FILES ->
                Optional.of(rights.definitions());
            case CREDENTIALS, CALLER, HOLDERS, NAMES, ALTERATIONS -> Optional.of(rights.credentials());
            case BACKUPS, BACKUP_KEYS, JOBS, TESTS -> Optional.of(Rights.historyTables());
            case LOG_SHIPPING -> Optional.of(rights.logShipping());
            case SESSIONS -> Optional.of(rights.control());
        };
    }
}
