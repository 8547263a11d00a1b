-- System procedures of the range that are T-SQL over its views. Each stands below a head:
--   [msdb.dbo.]name [admin] [@parameter type [= preset] [OUTPUT], ...]
--# sp_databases
SELECT d.name AS DATABASE_NAME,
       CAST(SUM(CAST(f.size AS bigint) * 8) AS int) AS DATABASE_SIZE,
       CAST(NULL AS varchar(254)) AS REMARKS
FROM sys.databases d JOIN sys.master_files f ON f.database_id = d.database_id
WHERE HAS_DBACCESS(d.name) = 1
GROUP BY d.name
ORDER BY d.name
--# sp_server_info @attribute_id int = NULL
SELECT attribute_id, attribute_name, attribute_value
FROM (VALUES
    (1, 'DBMS_NAME', 'Microsoft SQL Server'),
    (2, 'DBMS_VER', CONCAT('Microsoft SQL Server Practice - ', CAST(SERVERPROPERTY('ProductVersion') AS varchar(60)))),
    (10, 'OWNER_TERM', 'owner'), (11, 'TABLE_TERM', 'table'), (12, 'MAX_OWNER_NAME_LENGTH', '128'),
    (13, 'TABLE_LENGTH', '128'), (14, 'MAX_QUAL_LENGTH', '128'), (15, 'COLUMN_LENGTH', '128'),
    (16, 'IDENTIFIER_CASE', 'MIXED'), (17, 'TX_ISOLATION', '2'),
    (18, 'COLLATION_SEQ', 'charset=iso_1 sort_order=nocase_iso charset_num=1 sort_order_num=52'),
    (19, 'SAVEPOINT_SUPPORT', 'Y'), (20, 'MULTI_RESULT_SETS', 'Y'), (22, 'ACCESSIBLE_TABLES', 'Y'),
    (100, 'USERID_LENGTH', '128'), (101, 'QUALIFIER_TERM', 'database'), (102, 'NAMED_TRANSACTIONS', 'Y'),
    (103, 'SPROC_AS_LANGUAGE', 'Y'), (104, 'ACCESSIBLE_SPROC', 'Y'), (105, 'MAX_INDEX_COLS', '16'),
    (106, 'RENAME_TABLE', 'Y'), (107, 'RENAME_COLUMN', 'Y'), (108, 'DROP_COLUMN', 'Y'),
    (109, 'INCREASE_COLUMN_LENGTH', 'Y'), (110, 'DDL_IN_TRANSACTION', 'Y'), (111, 'DESCENDING_INDEXES', 'Y'),
    (112, 'SP_RENAME', 'Y'), (113, 'REMOTE_SPROC', 'Y'),
    (500, 'SYS_SPROC_VERSION', CAST(SERVERPROPERTY('ProductVersion') AS varchar(60)))
) a(attribute_id, attribute_name, attribute_value)
WHERE @attribute_id IS NULL OR attribute_id = @attribute_id
--# sp_who @loginame sysname = NULL
SELECT CAST(p.spid AS smallint) AS spid, p.ecid, p.status, CAST(p.loginame AS nchar(128)) AS loginame,
       p.hostname, CAST(p.blocked AS char(5)) AS blk, DB_NAME(p.dbid) AS dbname, p.cmd, p.request_id
FROM sys.sysprocesses p
WHERE @loginame IS NULL OR RTRIM(p.loginame) = @loginame OR CAST(p.spid AS nvarchar(12)) = @loginame
   OR (LOWER(@loginame) = 'active' AND RTRIM(p.cmd) <> 'AWAITING COMMAND')
ORDER BY p.spid
--# sp_who2 @loginame sysname = NULL
SELECT CAST(p.spid AS char(5)) AS SPID, RTRIM(p.status) AS Status, RTRIM(p.loginame) AS Login,
       CASE WHEN RTRIM(p.hostname) = '' THEN '  .' ELSE RTRIM(p.hostname) END AS HostName,
       CASE WHEN p.blocked = 0 THEN '  .' ELSE CAST(p.blocked AS char(5)) END AS BlkBy,
       DB_NAME(p.dbid) AS DBName, RTRIM(p.cmd) AS Command, p.cpu AS CPUTime, p.physical_io AS DiskIO,
       CONVERT(varchar(5), p.last_batch, 1) + ' ' + CONVERT(varchar(8), p.last_batch, 8) AS LastBatch,
       RTRIM(p.program_name) AS ProgramName, CAST(p.spid AS char(5)) AS SPID, CAST(p.request_id AS char(5)) AS REQUESTID
FROM sys.sysprocesses p
WHERE @loginame IS NULL OR RTRIM(p.loginame) = @loginame OR CAST(p.spid AS nvarchar(12)) = @loginame
   OR (LOWER(@loginame) = 'active' AND RTRIM(p.cmd) <> 'AWAITING COMMAND')
ORDER BY p.spid
--# sp_helpdb @dbname sysname = NULL
IF @dbname IS NOT NULL AND DB_ID(@dbname) IS NULL
    RAISERROR(15010, 16, 1, @dbname)
ELSE
SELECT d.name,
       STR((SELECT SUM(CAST(f.size AS bigint)) FROM sys.master_files f WHERE f.database_id = d.database_id) / 128.0, 10, 2) + ' MB' AS db_size,
       SUSER_SNAME(d.owner_sid) AS owner, CAST(d.database_id AS smallint) AS dbid,
       CONVERT(nvarchar(11), d.create_date) AS created,
       CONCAT('Status=', d.state_desc, ', Updateability=', CASE d.is_read_only WHEN 1 THEN 'READ_ONLY' ELSE 'READ_WRITE' END,
              ', UserAccess=', d.user_access_desc, ', Recovery=', d.recovery_model_desc,
              ', Version=', CAST(DATABASEPROPERTYEX(d.name, 'Version') AS int), ', Collation=', d.collation_name,
              CASE d.is_auto_create_stats_on WHEN 1 THEN ', IsAutoCreateStatistics' END,
              CASE d.is_auto_update_stats_on WHEN 1 THEN ', IsAutoUpdateStatistics' END) AS status,
       d.compatibility_level
FROM sys.databases d
WHERE @dbname IS NULL OR d.name = @dbname
ORDER BY d.name
IF @dbname IS NOT NULL AND DB_ID(@dbname) IS NOT NULL
SELECT f.name, CAST(f.file_id AS smallint) AS fileid, CAST(f.physical_name AS nchar(260)) AS filename,
       CASE f.type WHEN 0 THEN 'PRIMARY' END AS filegroup,
       CONVERT(nvarchar(15), CAST(f.size AS bigint) * 8) + N' KB' AS size,
       CASE WHEN f.max_size = -1 THEN N'Unlimited' ELSE CONVERT(nvarchar(15), CAST(f.max_size AS bigint) * 8) + N' KB' END AS maxsize,
       CASE f.is_percent_growth WHEN 1 THEN CONVERT(nvarchar(15), f.growth) + N'%' ELSE CONVERT(nvarchar(15), CAST(f.growth AS bigint) * 8) + N' KB' END AS growth,
       CASE f.type WHEN 1 THEN 'log only' ELSE 'data only' END AS usage
FROM sys.master_files f WHERE f.database_id = DB_ID(@dbname)
--# sp_helpfile @filename sysname = NULL
SELECT f.name, CAST(f.file_id AS smallint) AS fileid, CAST(f.physical_name AS nchar(260)) AS filename,
       FILEGROUP_NAME(f.data_space_id) AS filegroup,
       CONVERT(nvarchar(15), CAST(f.size AS bigint) * 8) + N' KB' AS size,
       CASE WHEN f.max_size = -1 THEN N'Unlimited' ELSE CONVERT(nvarchar(15), CAST(f.max_size AS bigint) * 8) + N' KB' END AS maxsize,
       CASE f.is_percent_growth WHEN 1 THEN CONVERT(nvarchar(15), f.growth) + N'%' ELSE CONVERT(nvarchar(15), CAST(f.growth AS bigint) * 8) + N' KB' END AS growth,
       CASE f.type WHEN 1 THEN 'log only' ELSE 'data only' END AS usage
FROM sys.database_files f WHERE @filename IS NULL OR f.name = @filename
--# sp_helpfilegroup @filegroupname sysname = NULL
SELECT g.name AS groupname, CAST(g.data_space_id AS smallint) AS groupid,
       (SELECT COUNT(*) FROM sys.database_files f WHERE f.data_space_id = g.data_space_id) AS filecount
FROM sys.filegroups g WHERE @filegroupname IS NULL OR g.name = @filegroupname
--# sp_helpsrvrole @srvrolename sysname = NULL
SELECT p.name AS ServerRole,
       CASE p.name WHEN 'sysadmin' THEN 'System Administrators' WHEN 'securityadmin' THEN 'Security Administrators'
                   WHEN 'serveradmin' THEN 'Server Administrators' WHEN 'setupadmin' THEN 'Setup Administrators'
                   WHEN 'processadmin' THEN 'Process Administrators' WHEN 'diskadmin' THEN 'Disk Administrators'
                   WHEN 'dbcreator' THEN 'Database Creators' WHEN 'bulkadmin' THEN 'Bulk Insert Administrators' END AS Description
FROM sys.server_principals p
WHERE p.type = 'R' AND p.principal_id BETWEEN 3 AND 10 AND (@srvrolename IS NULL OR p.name = @srvrolename)
ORDER BY p.principal_id
--# sp_helpsrvrolemember @srvrolename sysname = NULL
SELECT r.name AS ServerRole, m.name AS MemberName, m.sid AS MemberSID
FROM sys.server_role_members x
JOIN sys.server_principals r ON r.principal_id = x.role_principal_id
JOIN sys.server_principals m ON m.principal_id = x.member_principal_id
WHERE @srvrolename IS NULL OR r.name = @srvrolename
ORDER BY r.principal_id, m.principal_id
--# sp_helpserver @server sysname = NULL, @optname varchar(35) = NULL, @show_topology varchar(1) = NULL
SELECT s.name, CAST(s.name AS sysname) AS network_name, CAST('rpc,rpc out,use remote collation' AS varchar(144)) AS status,
       CAST(CAST(s.server_id AS char(4)) AS char(4)) AS id, CAST('SQL_Latin1_General_CP1_CI_AS' AS sysname) AS collation_name,
       0 AS connect_timeout, 0 AS query_timeout
FROM sys.servers s WHERE @server IS NULL OR s.name = @server
--# sp_linkedservers
SELECT s.name AS SRV_NAME, s.provider AS SRV_PROVIDERNAME, s.product AS SRV_PRODUCT, s.data_source AS SRV_DATASOURCE,
       s.provider_string AS SRV_PROVIDERSTRING, s.location AS SRV_LOCATION, s.catalog AS SRV_CAT
FROM sys.servers s ORDER BY s.name
--# sp_helplogins @LoginNamePattern sysname = NULL
SELECT p.name AS LoginName, p.sid AS SID, p.default_database_name AS DefDBName, p.default_language_name AS DefLangName,
       'yes' AS AUser, 'no' AS ARemote
FROM sys.server_principals p
WHERE p.type IN ('S', 'U', 'G') AND (@LoginNamePattern IS NULL OR p.name = @LoginNamePattern)
ORDER BY p.name
--# sp_helprole @rolename sysname = NULL
SELECT p.name AS RoleName, p.principal_id AS RoleId, CASE p.type WHEN 'A' THEN 1 ELSE 0 END AS IsAppRole
FROM sys.database_principals p
WHERE p.type IN ('R', 'A') AND (@rolename IS NULL OR p.name = @rolename)
ORDER BY p.principal_id
--# sp_helprolemember @rolename sysname = NULL
SELECT r.name AS DbRole, m.name AS MemberName, m.sid AS MemberSID
FROM sys.database_role_members x
JOIN sys.database_principals r ON r.principal_id = x.role_principal_id
JOIN sys.database_principals m ON m.principal_id = x.member_principal_id
WHERE @rolename IS NULL OR r.name = @rolename
--# sp_lock @spid1 int = NULL, @spid2 int = NULL
SELECT CAST(l.request_session_id AS smallint) AS spid, CAST(l.resource_database_id AS smallint) AS dbid,
       CAST(0 AS int) AS ObjId, CAST(0 AS smallint) AS IndId,
       CASE l.resource_type WHEN 'DATABASE' THEN 'DB' WHEN 'APPLICATION' THEN 'APP' ELSE LEFT(l.resource_type, 4) END AS Type,
       CAST(l.resource_description AS nchar(32)) AS Resource, CAST(l.request_mode AS nvarchar(8)) AS Mode,
       CAST(l.request_status AS nvarchar(5)) AS Status
FROM sys.dm_tran_locks l
WHERE @spid1 IS NULL OR l.request_session_id IN (@spid1, ISNULL(@spid2, @spid1))
ORDER BY l.request_session_id
--# sp_spaceused @objname nvarchar(776) = NULL, @updateusage varchar(5) = 'false', @mode varchar(11) = 'ALL', @oneresultset bit = 0
SELECT DB_NAME() AS database_name,
       LTRIM(STR(SUM(CAST(f.size AS bigint)) / 128.0, 15, 2)) + ' MB' AS database_size,
       LTRIM(STR(0.0, 15, 2)) + ' MB' AS [unallocated space]
FROM sys.database_files f
SELECT LTRIM(STR(SUM(CASE f.type WHEN 0 THEN CAST(f.size AS bigint) ELSE 0 END) * 8.0, 15, 0)) + ' KB' AS reserved,
       LTRIM(STR(SUM(CASE f.type WHEN 0 THEN CAST(f.size AS bigint) ELSE 0 END) * 8.0, 15, 0)) + ' KB' AS data,
       LTRIM(STR(0.0, 15, 0)) + ' KB' AS index_size, LTRIM(STR(0.0, 15, 0)) + ' KB' AS unused
FROM sys.database_files f
--# sp_monitor admin
SELECT GETDATE() AS last_run, GETDATE() AS current_run, 0 AS seconds
--# xp_getnetname @name nvarchar(255) = NULL OUTPUT, @fully int = 0
SET @name = CAST(SERVERPROPERTY('MachineName') AS nvarchar(255))
--# xp_fixeddrives admin @drivetype int = 0
SELECT CAST('C' AS char(1)) AS drive, 81920 AS [MB free] WHERE @drivetype = 0
UNION ALL SELECT 'E', 20480 WHERE @drivetype = 0
--# xp_availablemedia admin @type tinyint = 2
SELECT CAST('C:\' AS nvarchar(255)) AS name, 0 AS [low free], 20 AS [high free], CAST(2 AS tinyint) AS [media type]
--# xp_get_tape_devices admin
SELECT CAST(NULL AS nvarchar(255)) AS name WHERE 1 = 0
--# xp_qv @feature nvarchar(64) = NULL, @instance nvarchar(128) = NULL
SET NOCOUNT ON
--# xp_loginconfig admin @name sysname = NULL
SELECT name, config_value
FROM (VALUES (N'login mode', N'Mixed'), (N'default login', N'guest'), (N'default domain', N'PRACTICE'),
             (N'audit level', N'failure'), (N'set hostname', N'false'), (N'map _', N'domain separator'),
             (N'map $', N'NULL'), (N'map #', N'-')) v(name, config_value)
WHERE @name IS NULL OR name = @name
--# sp_db_vardecimal_storage_format @dbname sysname = NULL, @vardecimal_storage_format varchar(3) = NULL
SELECT d.name AS [Database Name], CAST('ON' AS varchar(3)) AS [Vardecimal State]
FROM sys.databases d WHERE @dbname IS NULL OR d.name = @dbname ORDER BY d.name
--# sp_getProcessorUsage
SELECT 3 AS value
--# sp_enum_oledb_providers admin
SELECT CAST(N'MSOLEDBSQL' AS nvarchar(128)) AS [Provider Name],
       CAST(N'{5A23DE84-1D7B-4A16-8DED-B29C09CB648D}' AS nvarchar(128)) AS [Parse Name],
       CAST(N'Microsoft OLE DB Driver for SQL Server' AS nvarchar(128)) AS [Provider Description]
--# xp_enum_oledb_providers admin
SELECT CAST(N'MSOLEDBSQL' AS nvarchar(128)) AS [Provider Name],
       CAST(N'{5A23DE84-1D7B-4A16-8DED-B29C09CB648D}' AS nvarchar(128)) AS [Parse Name],
       CAST(N'Microsoft OLE DB Driver for SQL Server' AS nvarchar(128)) AS [Provider Description]
--# msdb.dbo.sp_get_sqlagent_properties admin
SELECT 1 AS auto_start, CAST(NULL AS sysname) AS msx_server_name, 1 AS sqlagent_type,
       CAST(NULL AS nvarchar(255)) AS startup_account, 1 AS sqlserver_restart, 1000 AS jobhistory_max_rows,
       100 AS jobhistory_max_rows_per_job,
       REPLACE(CAST(SERVERPROPERTY('ErrorLogFileName') AS nvarchar(255)), N'ERRORLOG', N'SQLAGENT.OUT') AS errorlog_file,
       3 AS errorlogging_level, CAST(NULL AS nvarchar(30)) AS error_recipient, 1 AS monitor_autostart,
       CAST(NULL AS sysname) AS local_host_server, 15 AS job_shutdown_timeout, CAST(NULL AS varbinary(64)) AS cmdexec_account,
       0 AS regular_connections, CAST(NULL AS sysname) AS host_login_name, CAST(NULL AS varbinary(512)) AS host_login_password,
       30 AS login_timeout, 10 AS idle_cpu_percent, 600 AS idle_cpu_duration, 0 AS oem_errorlog,
       CAST(NULL AS int) AS sysadmin_only, CAST(NULL AS nvarchar(64)) AS email_profile, 0 AS email_save_in_sent_folder,
       0 AS cpu_poller_enabled, 0 AS alert_replace_runtime_tokens
--# msdb.dbo.sp_help_category @class varchar(8) = 'JOB', @type varchar(12) = NULL, @name sysname = NULL, @suffix bit = 0
SELECT category_id, category_type, name FROM msdb.dbo.syscategories
WHERE category_class = CASE UPPER(@class) WHEN 'ALERT' THEN 2 WHEN 'OPERATOR' THEN 3 ELSE 1 END
  AND (@name IS NULL OR name = @name)
ORDER BY category_type, name
--# msdb.dbo.sp_help_job admin @job_id uniqueidentifier = NULL, @job_name sysname = NULL, @job_aspect varchar(9) = NULL, @job_type varchar(12) = NULL, @owner_login_name sysname = NULL, @subsystem nvarchar(40) = NULL, @category_name sysname = NULL, @enabled tinyint = NULL, @execution_status int = NULL, @date_comparator char(1) = NULL, @date_created datetime = NULL, @date_last_modified datetime = NULL, @description nvarchar(512) = NULL
SELECT j.job_id, CAST(SERVERPROPERTY('ServerName') AS nvarchar(30)) AS originating_server, j.name, j.enabled, j.description,
       j.start_step_id, c.name AS category, SUSER_SNAME(j.owner_sid) AS owner, j.notify_level_eventlog, j.notify_level_email,
       j.notify_level_netsend, j.notify_level_page, CAST(N'(unknown)' AS sysname) AS notify_email_operator,
       CAST(N'(unknown)' AS sysname) AS notify_netsend_operator, CAST(N'(unknown)' AS sysname) AS notify_page_operator,
       j.delete_level, j.date_created, j.date_modified, j.version_number, s.last_run_date, s.last_run_time,
       CAST(s.last_run_outcome AS int) AS last_run_outcome, ISNULL(w.next_run_date, 0) AS next_run_date,
       ISNULL(w.next_run_time, 0) AS next_run_time, ISNULL(w.schedule_id, 0) AS next_run_schedule_id,
       CASE WHEN a.start_execution_date IS NOT NULL AND a.stop_execution_date IS NULL THEN 1 ELSE 4 END AS current_execution_status,
       CASE WHEN a.start_execution_date IS NOT NULL AND a.stop_execution_date IS NULL
            THEN CAST(CONCAT('1 (', j.name, ')') AS nvarchar(128)) ELSE N'0 (unknown)' END AS current_execution_step,
       0 AS current_retry_attempt, 1 AS has_step, CASE WHEN w.schedule_id IS NULL THEN 0 ELSE 1 END AS has_schedule,
       1 AS has_target, 1 AS type
FROM msdb.dbo.sysjobs j
JOIN msdb.dbo.syscategories c ON c.category_id = j.category_id
JOIN msdb.dbo.sysjobservers s ON s.job_id = j.job_id
JOIN msdb.dbo.sysjobactivity a ON a.job_id = j.job_id
LEFT JOIN msdb.dbo.sysjobschedules w ON w.job_id = j.job_id
WHERE (@job_id IS NULL OR j.job_id = @job_id) AND (@job_name IS NULL OR j.name = @job_name)
  AND (@enabled IS NULL OR j.enabled = @enabled) AND (@category_name IS NULL OR c.name = @category_name)
  AND (@owner_login_name IS NULL OR SUSER_SNAME(j.owner_sid) = @owner_login_name)
ORDER BY j.job_id
--# xp_sqlagent_enum_jobs admin @can_see_all_running_jobs int, @job_owner sysname = '', @job_id uniqueidentifier = NULL
SELECT CAST(j.job_id AS binary(16)) AS [Job ID], s.last_run_date AS [Last Run Date], s.last_run_time AS [Last Run Time],
       ISNULL(w.next_run_date, 0) AS [Next Run Date], ISNULL(w.next_run_time, 0) AS [Next Run Time],
       ISNULL(w.schedule_id, 0) AS [Next Run Schedule ID], 0 AS [Requested To Run], 0 AS [Request Source],
       CAST(NULL AS sysname) AS [Request Source ID],
       CASE WHEN a.start_execution_date IS NOT NULL AND a.stop_execution_date IS NULL THEN 1 ELSE 0 END AS Running,
       CASE WHEN a.start_execution_date IS NOT NULL AND a.stop_execution_date IS NULL THEN 1 ELSE 0 END AS [Current Step],
       0 AS [Current Retry Attempt],
       CASE WHEN a.start_execution_date IS NOT NULL AND a.stop_execution_date IS NULL THEN 1 ELSE 4 END AS State
FROM msdb.dbo.sysjobs j
JOIN msdb.dbo.sysjobservers s ON s.job_id = j.job_id
JOIN msdb.dbo.sysjobactivity a ON a.job_id = j.job_id
LEFT JOIN msdb.dbo.sysjobschedules w ON w.job_id = j.job_id
WHERE @job_id IS NULL OR j.job_id = @job_id
--# msdb.dbo.sp_help_jobstep admin @job_id uniqueidentifier = NULL, @job_name sysname = NULL, @step_id int = NULL, @step_name sysname = NULL, @suffix bit = 0
SELECT t.step_id, t.step_name, t.subsystem, t.command, t.flags, t.cmdexec_success_code, t.on_success_action, t.on_success_step_id,
       t.on_fail_action, t.on_fail_step_id, t.server, t.database_name, t.database_user_name, t.retry_attempts, t.retry_interval,
       t.os_run_priority, t.output_file_name, t.last_run_outcome, t.last_run_duration, t.last_run_retries, t.last_run_date,
       t.last_run_time, t.proxy_id
FROM msdb.dbo.sysjobsteps t JOIN msdb.dbo.sysjobs j ON j.job_id = t.job_id
WHERE (j.job_id = @job_id OR j.name = @job_name) AND (@step_id IS NULL OR t.step_id = @step_id)
  AND (@step_name IS NULL OR t.step_name = @step_name)
ORDER BY t.step_id
--# msdb.dbo.sp_help_jobserver admin @job_id uniqueidentifier = NULL, @job_name sysname = NULL, @show_last_run_details tinyint = 0
IF @show_last_run_details = 1
SELECT s.server_id, CAST(SERVERPROPERTY('ServerName') AS sysname) AS server_name, j.date_created AS enlist_date,
       CAST(NULL AS datetime) AS last_poll_date, s.last_run_date, s.last_run_time, s.last_run_duration, s.last_run_outcome,
       s.last_outcome_message
FROM msdb.dbo.sysjobservers s JOIN msdb.dbo.sysjobs j ON j.job_id = s.job_id WHERE j.job_id = @job_id OR j.name = @job_name
ELSE
SELECT s.server_id, CAST(SERVERPROPERTY('ServerName') AS sysname) AS server_name, j.date_created AS enlist_date,
       CAST(NULL AS datetime) AS last_poll_date
FROM msdb.dbo.sysjobservers s JOIN msdb.dbo.sysjobs j ON j.job_id = s.job_id WHERE j.job_id = @job_id OR j.name = @job_name
--# msdb.dbo.sp_help_jobschedule admin @job_id uniqueidentifier = NULL, @job_name sysname = NULL, @schedule_name sysname = NULL, @schedule_id int = NULL, @include_description bit = 0
SELECT c.schedule_id, c.name AS schedule_name, c.enabled, c.freq_type, c.freq_interval, c.freq_subday_type,
       c.freq_subday_interval, c.freq_relative_interval, c.freq_recurrence_factor, c.active_start_date, c.active_end_date,
       c.active_start_time, c.active_end_time, c.date_created, CAST(N'(Description not requested)' AS nvarchar(4000)) AS schedule_description,
       w.next_run_date, w.next_run_time, c.schedule_uid, 1 AS job_count
FROM msdb.dbo.sysschedules c JOIN msdb.dbo.sysjobschedules w ON w.schedule_id = c.schedule_id
JOIN msdb.dbo.sysjobs j ON j.job_id = w.job_id
WHERE (j.job_id = @job_id OR j.name = @job_name) AND (@schedule_name IS NULL OR c.name = @schedule_name)
  AND (@schedule_id IS NULL OR c.schedule_id = @schedule_id)
--# msdb.dbo.sp_help_schedule admin @schedule_id int = NULL, @schedule_name sysname = NULL, @attached_schedules_only bit = 0, @include_description bit = 0
SELECT c.schedule_id, c.schedule_uid, c.name AS schedule_name, c.enabled, c.freq_type, c.freq_interval, c.freq_subday_type,
       c.freq_subday_interval, c.freq_relative_interval, c.freq_recurrence_factor, c.active_start_date, c.active_end_date,
       c.active_start_time, c.active_end_time, c.date_created,
       CAST(N'(Description not requested)' AS nvarchar(4000)) AS schedule_description, 1 AS job_count
FROM msdb.dbo.sysschedules c
WHERE (@schedule_id IS NULL OR c.schedule_id = @schedule_id) AND (@schedule_name IS NULL OR c.name = @schedule_name)
--# msdb.dbo.sp_help_jobhistory admin @job_id uniqueidentifier = NULL, @job_name sysname = NULL, @step_id int = NULL, @sql_message_id int = NULL, @sql_severity int = NULL, @start_run_date int = NULL, @end_run_date int = NULL, @start_run_time int = NULL, @end_run_time int = NULL, @minimum_run_duration int = NULL, @run_status int = NULL, @minimum_retries int = NULL, @oldest_first int = 0, @server sysname = NULL, @mode varchar(7) = 'SUMMARY'
IF UPPER(@mode) = 'FULL'
SELECT h.instance_id, h.job_id, j.name AS job_name, h.step_id, h.step_name, h.sql_message_id, h.sql_severity, h.message, h.run_status,
       h.run_date, h.run_time, h.run_duration, CAST(NULL AS sysname) AS operator_emailed, CAST(NULL AS sysname) AS operator_netsent,
       CAST(NULL AS sysname) AS operator_paged, h.retries_attempted, h.server
FROM msdb.dbo.sysjobhistory h JOIN msdb.dbo.sysjobs j ON j.job_id = h.job_id
WHERE (@job_id IS NULL OR h.job_id = @job_id) AND (@job_name IS NULL OR j.name = @job_name)
  AND (@step_id IS NULL OR h.step_id = @step_id) AND (@run_status IS NULL OR h.run_status = @run_status)
ORDER BY h.instance_id DESC
ELSE
SELECT h.job_id, j.name AS job_name, h.run_status, h.run_date, h.run_time, h.run_duration,
       CAST(NULL AS sysname) AS operator_emailed, CAST(NULL AS sysname) AS operator_netsent,
       CAST(NULL AS sysname) AS operator_paged, h.retries_attempted, h.server
FROM msdb.dbo.sysjobhistory h JOIN msdb.dbo.sysjobs j ON j.job_id = h.job_id
WHERE h.step_id = 0 AND (@job_id IS NULL OR h.job_id = @job_id) AND (@job_name IS NULL OR j.name = @job_name)
ORDER BY h.instance_id DESC
--# msdb.dbo.sp_enum_sqlagent_subsystems admin
SELECT subsystem, description, subsystem_dll, agent_exe, start_entry_point, event_entry_point, stop_entry_point,
       max_worker_threads, subsystem_id
FROM (VALUES
    (CAST(N'TSQL' AS nvarchar(40)), CAST(N'Transact-SQL Subsystem' AS nvarchar(80)), CAST(N'[Internal]' AS nvarchar(255)),
     CAST(N'[Internal]' AS nvarchar(80)), CAST(N'[Internal]' AS nvarchar(30)), CAST(N'[Internal]' AS nvarchar(30)),
     CAST(N'[Internal]' AS nvarchar(30)), 160, 1),
    (N'CmdExec', N'Command-Line Subsystem', N'SQLCMDSS.DLL', N'', N'CmdExecStart', N'CmdEvent', N'CmdExecStop', 80, 3),
    (N'PowerShell', N'PowerShell Subsystem', N'SQLPOWERSHELLSS.DLL', N'', N'PowerShellStart', N'PowerShellEvent', N'PowerShellStop', 2, 12)
) s(subsystem, description, subsystem_dll, agent_exe, start_entry_point, event_entry_point, stop_entry_point, max_worker_threads, subsystem_id)
--# msdb.dbo.sp_help_operator admin @operator_name sysname = NULL, @operator_id int = NULL
SELECT o.id, o.name, o.enabled, o.email_address, o.last_email_date, o.last_email_time, o.pager_address, o.last_pager_date,
       o.last_pager_time, o.weekday_pager_start_time, o.weekday_pager_end_time, o.saturday_pager_start_time,
       o.saturday_pager_end_time, o.sunday_pager_start_time, o.sunday_pager_end_time, o.pager_days, o.netsend_address,
       o.last_netsend_date, o.last_netsend_time, CAST(NULL AS sysname) AS category_name
FROM msdb.dbo.sysoperators o
--# msdb.dbo.sp_help_proxy admin @proxy_id int = NULL, @proxy_name sysname = NULL, @subsystem_name sysname = NULL, @name nvarchar(256) = NULL
SELECT p.proxy_id, p.name, CAST(NULL AS sysname) AS credential_identity, p.enabled, p.description, p.user_sid, p.credential_id,
       1 AS credential_identity_exists
FROM msdb.dbo.sysproxies p
--# msdb.dbo.sp_help_alert admin @alert_name sysname = NULL
SELECT a.id, a.name, a.event_source, a.event_category_id, a.event_id, a.message_id, a.severity, a.enabled,
       a.delay_between_responses, a.last_occurrence_date, a.last_occurrence_time, a.last_response_date, a.last_response_time,
       a.notification_message, a.include_event_description, a.database_name, a.event_description_keyword, a.occurrence_count,
       a.count_reset_date, a.count_reset_time, a.job_id, CAST(NULL AS sysname) AS job_name, a.has_notification, a.flags,
       a.performance_condition, CAST(NULL AS sysname) AS category_name, CAST(NULL AS nvarchar(512)) AS wmi_namespace,
       CAST(NULL AS nvarchar(512)) AS wmi_query, 1 AS type
FROM msdb.dbo.sysalerts a
--# msdb.dbo.sp_help_targetserver admin @server_name sysname = NULL
SELECT 0 AS server_id, CAST(NULL AS sysname) AS server_name, CAST(NULL AS nvarchar(200)) AS location, 0 AS time_zone_adjustment,
       CAST(NULL AS datetime) AS enlist_date, CAST(NULL AS datetime) AS last_poll_date, 0 AS status, 0 AS unread_instructions,
       CAST(NULL AS datetime) AS local_time, CAST(NULL AS nvarchar(100)) AS enlisted_by_nt_user, 0 AS poll_interval WHERE 1 = 0
--# msdb.dbo.sp_help_targetservergroup admin @name sysname = NULL
SELECT 0 AS servergroup_id, CAST(NULL AS sysname) AS name WHERE 1 = 0
--# msdb.dbo.sysmail_help_configure_sp admin @parameter_name nvarchar(256) = NULL
SELECT CAST(N'AccountRetryAttempts' AS nvarchar(256)) AS paramname, CAST(N'1' AS nvarchar(256)) AS paramvalue,
       CAST(N'Number of retry attempts for a mail server' AS nvarchar(256)) AS description
--# msdb.dbo.sysmail_help_profile_sp admin @profile_id int = NULL, @profile_name sysname = NULL
SELECT p.profile_id, p.name, p.description FROM msdb.dbo.sysmail_profile p
--# msdb.dbo.sysmail_help_account_sp admin @account_id int = NULL, @account_name sysname = NULL
SELECT a.account_id, a.name, a.description, a.email_address, a.display_name, a.replyto_address, CAST(NULL AS sysname) AS servertype,
       CAST(NULL AS sysname) AS servername, 25 AS port, CAST(NULL AS sysname) AS username, CAST(0 AS bit) AS use_default_credentials,
       CAST(0 AS bit) AS enable_ssl
FROM msdb.dbo.sysmail_account a
--# msdb.dbo.sp_msx_get_account admin
SELECT CAST(NULL AS int) AS msx_connection, CAST(NULL AS int) AS msx_credential_id, CAST(NULL AS nvarchar(4000)) AS msx_credential_name, CAST(NULL AS nvarchar(4000)) AS msx_login_name WHERE 1 = 0
--# xp_logininfo @acctname sysname = NULL, @option varchar(10) = NULL, @privilege varchar(10) = NULL OUTPUT
SELECT p.name AS [account name], CAST(CASE p.type WHEN 'G' THEN 'group' ELSE 'user' END AS char(8)) AS type,
       CAST(CASE IS_SRVROLEMEMBER('sysadmin', p.name) WHEN 1 THEN 'admin' ELSE 'user' END AS char(9)) AS privilege,
       p.name AS [mapped login name], CAST(NULL AS sysname) AS [permission path]
FROM sys.server_principals p
WHERE p.type IN ('U', 'G') AND (@acctname IS NULL OR p.name = @acctname)
