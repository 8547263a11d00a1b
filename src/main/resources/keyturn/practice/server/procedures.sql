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
