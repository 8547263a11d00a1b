:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- forward.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:6974cfb114d53f8ac74d6f2f54480fdbdae298b05bc7c29422e45e234700fe5a
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
        (3, N'The version of SQL Server', N'16.0.4225.2',
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
    FROM sys.configurations AS c WHERE c.name = N'EKM provider enabled') COLLATE Latin1_General_100_BIN2),
        (5, N'The last alteration of credential cred', N'2026-10-20 20:00:00.000',
            (SELECT CONVERT(nvarchar(30), c.modify_date, 121)
    FROM sys.credentials AS c WHERE c.name = N'cred') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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

-- Step 1: Remove the secret EKM 400 of the application
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 1: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 1, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 1: Remove the secret EKM 400 of the application';
-- Not on SQL Server but in the directory:
-- $secrets = @(Get-AzADAppCredential -ApplicationId '00000000-7072-6163-7469-636500000001')
-- if (@($secrets | Where-Object { $_.KeyId -eq '11111111-0000-4000-8000-000000000001' }).Count -gt 0) {
--     $now = (Get-Date).ToUniversalTime()
--     $others = @($secrets | Where-Object { $_.KeyId -ne '11111111-0000-4000-8000-000000000001' -and $_.PSObject.Properties.Match('Hint').Count -gt 0 })
--     if (@($others | Where-Object {
--                 $(KEYTURN_OPEN)if ($_.EndDateTime.Kind -eq 'Local') { $_.EndDateTime.ToUniversalTime() } else { $_.EndDateTime }) -gt $now
--             }).Count -eq 0) {
--         throw 'The application has no other valid secret; nothing was removed.'
--     }
--     Remove-AzADAppCredential -ApplicationId '00000000-7072-6163-7469-636500000001' -KeyId '11111111-0000-4000-8000-000000000001'
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO
