:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- forward.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:e5e18c68e67bd37a9c0abca06c6d17fab7a185feb16f34294e924de9d8a4c0a1
-- Runs the steps of the plan. Each step checks first: if it is done already, it does nothing; if the server is not in the expected state, the script stops and names the fact.
-- Run in sqlcmd mode: sqlcmd -N -b -f 65001 -S SERVER -i forward.sql
IF N'$(KEYTURN_OPEN)' <> N'$' + N'('
BEGIN
    RAISERROR (N'%s', 16, 1, N'Turn on sqlcmd mode before you run this script. Nothing was executed.');
    SET NOEXEC ON;
END;
GO

USE [master];
GO

DECLARE @got int;
EXEC @got = sys.sp_getapplock @Resource = N'Keyturn', @LockMode = N'Exclusive', @LockOwner = N'Session',
    @LockTimeout = 0, @DbPrincipal = N'dbo';
IF @got < 0
    RAISERROR (N'%s', 16, 1, N'Another run of Keyturn, or another of its scripts, holds the lock on this instance. Nothing was sent. Wait until it has ended, or stop it.');
GO

DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The name of the server', N'SQL01',
            CONVERT(nvarchar(4000), SERVERPROPERTY('ServerName')) COLLATE Latin1_General_100_BIN2),
        (2, N'The node of the server', N'SQL01',
            @@SERVERNAME COLLATE Latin1_General_100_BIN2),
        (3, N'The permission ALTER ANY CREDENTIAL of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (4, N'The permission VIEW SERVER STATE of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW SERVER STATE') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (5, N'Encryption of this connection', N'on',
            CASE WHEN (SELECT TOP (1) c.encrypt_option FROM sys.dm_exec_connections AS c WHERE c.session_id = @@SPID) = N'TRUE'
    THEN N'on' ELSE N'off' END COLLATE Latin1_General_100_BIN2),
        (6, N'The version of SQL Server', N'16.0.4225.2',
            CONVERT(nvarchar(4000), SERVERPROPERTY('ProductVersion')) COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The type of instance', N'stand-alone',
            CASE WHEN CONVERT(int, SERVERPROPERTY('IsClustered')) = 1 THEN N'failover cluster' ELSE N'stand-alone' END COLLATE Latin1_General_100_BIN2),
        (2, N'The option for availability groups', N'off',
            CASE WHEN CONVERT(int, SERVERPROPERTY('IsHadrEnabled')) = 1 THEN N'on' ELSE N'off' END COLLATE Latin1_General_100_BIN2),
        (3, N'The availability group listener of the connection', N'none',
            ISNULL((SELECT TOP (1) l.dns_name FROM sys.availability_group_listeners AS l
    JOIN sys.availability_group_listener_ip_addresses AS i ON i.listener_id = l.listener_id
    WHERE i.ip_address = CONVERT(nvarchar(48), CONNECTIONPROPERTY('local_net_address'))
    ORDER BY l.dns_name), N'none') COLLATE Latin1_General_100_BIN2),
        (4, N'The setting "EKM provider enabled"', N'1',
            (SELECT CASE WHEN CONVERT(int, c.value_in_use) = 1 THEN N'1' ELSE N'0' END
    FROM sys.configurations AS c WHERE c.name = N'EKM provider enabled') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (N'Sales', N'ONLINE', N'0x373B314B78E8D59A0925494558FEF14B726216C5', N'3', N'begun', N'none', N'off', N'off')) AS w (name, state, protector, encryption, chain, availability_group, mirrored, shipped)
    LEFT JOIN sys.databases AS d ON d.name = w.name
    LEFT JOIN sys.dm_database_encryption_keys AS k ON k.database_id = d.database_id
    LEFT JOIN sys.database_recovery_status AS r ON r.database_id = d.database_id
    LEFT JOIN sys.availability_databases_cluster AS c ON c.group_database_id = d.group_database_id
    LEFT JOIN sys.availability_groups AS g ON g.group_id = c.group_id
    LEFT JOIN sys.database_mirroring AS m ON m.database_id = d.database_id
    CROSS APPLY (VALUES
        (1, N'The state of database ' + w.name, w.state,
            d.state_desc COLLATE Latin1_General_100_BIN2),
        (2, N'The protector of the DEK of database ' + w.name, w.protector,
            ISNULL(CONVERT(nvarchar(100), k.encryptor_thumbprint, 1), N'none') COLLATE Latin1_General_100_BIN2),
        (3, N'The encryption state of database ' + w.name, w.encryption,
            CASE WHEN k.encryption_state IS NULL THEN N'none' ELSE CONVERT(nvarchar(10), k.encryption_state)
            + CASE WHEN k.encryption_state IN (2, 4, 5, 6) OR k.encryption_scan_state_desc IN (N'RUNNING', N'SUSPENDED', N'ABORTED') THEN N' changing' ELSE N'' END END COLLATE Latin1_General_100_BIN2),
        (4, N'The log chain of database ' + w.name, w.chain,
            CASE WHEN r.last_log_backup_lsn IS NOT NULL THEN N'begun' ELSE N'not begun' END COLLATE Latin1_General_100_BIN2),
        (5, N'The availability group of database ' + w.name, w.availability_group,
            CASE WHEN d.replica_id IS NULL AND d.group_database_id IS NULL THEN N'none' ELSE g.name END COLLATE Latin1_General_100_BIN2),
        (6, N'The mirroring of database ' + w.name, w.mirrored,
            CASE WHEN m.mirroring_guid IS NOT NULL THEN N'on' ELSE N'off' END COLLATE Latin1_General_100_BIN2),
        (7, N'The log shipping of database ' + w.name, w.shipped,
            CASE WHEN EXISTS (SELECT 1 FROM msdb.dbo.log_shipping_primary_databases AS l
            WHERE l.primary_database = w.name)
            OR EXISTS (SELECT 1 FROM msdb.dbo.log_shipping_secondary_databases AS l
            WHERE l.secondary_database = w.name) THEN N'on' ELSE N'off' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.was IS NOT NULL AND (f.found IS NULL OR f.found <> f.was)
    ORDER BY w.name, f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The last alteration of credential Azure_TDE', N'2026-01-07 09:30:00.123',
            (SELECT CONVERT(nvarchar(30), c.modify_date, 121)
    FROM sys.credentials AS c WHERE c.name = N'Azure_TDE') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

-- Step 1: Test Sales before the change
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The state of database Sales', N'ONLINE',
            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N'Sales') COLLATE Latin1_General_100_BIN2),
        (2, N'The protector of the DEK of database Sales', N'0x373B314B78E8D59A0925494558FEF14B726216C5',
            (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)
            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(N'Sales')) COLLATE Latin1_General_100_BIN2),
        (3, N'The permission BACKUP LOG in database Sales of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[Sales]', N'DATABASE', N'BACKUP LOG') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 1: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 1, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 1: Test Sales before the change';
BACKUP LOG [Sales]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 1';
END;
GO

-- Step 2: Make an additional secret of the application
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 2: this script cannot see whether step 2 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 2, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 2: Make an additional secret of the application';
-- Not on SQL Server but in the directory:
-- if ($Secret.ContainsKey('KEYTURN_SECRET_1')) {
--     Write-Host 'A secret was provided, so none is made.'
-- } else {
--     if (@(Get-AzADAppCredential -ApplicationId '11111111-2222-3333-4444-555555555555' | Where-Object { $_.DisplayName -eq 'Keyturn SQL01 20261124T200100Z' }).Count -gt 0) {
--         throw 'The application has a secret of this name; nothing was made.'
--     }
--     $made = New-AzADAppCredential -ApplicationId '11111111-2222-3333-4444-555555555555' -PasswordCredentials @{ displayName = 'Keyturn SQL01 20261124T200100Z'; endDateTime = '2027-11-24T20:01:00Z' }
--     $Secret['KEYTURN_SECRET_1'] = ConvertTo-SecureString -String $made.SecretText -AsPlainText -Force
--     $made | Format-List -Property DisplayName, KeyId, EndDateTime
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 3: Give the credential Azure_TDE the new secret
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential Azure_TDE', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'Azure_TDE') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (2, N'New secret of credential Azure_TDE', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.name = N'Azure_TDE'
            AND c.modify_date <> CONVERT(datetime, N'2026-01-07T09:30:00.123', 126)) THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 3: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 3, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 3: Give the credential Azure_TDE the new secret';
ALTER CREDENTIAL [Azure_TDE]
WITH IDENTITY = N'contoso',
SECRET = N'11111111222233334444555555555555$(KEYTURN_SECRET_1)';
END;
GO

-- Step 4: Read whether SQL01 was restarted
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 4: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 4, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 4: Read whether SQL01 was restarted';
SELECT i.sqlserver_start_time, c.name AS credential, c.modify_date
FROM sys.credentials AS c
CROSS JOIN sys.dm_os_sys_info AS i
WHERE c.name IN (N'Azure_TDE')
ORDER BY c.name;
END;
GO
