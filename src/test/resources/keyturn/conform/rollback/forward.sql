:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- forward.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:98eddc0ef465d97582d9e1144c3717cc9ecf05dbd9b8510feeabbdb102038564
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
        (3, N'The permission CONTROL SERVER of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'CONTROL SERVER') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (4, N'The permission VIEW SERVER STATE of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW SERVER STATE') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (5, N'The version of SQL Server', N'16.0.4225.2',
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
        (5, N'The GUID of provider AzureKeyVault_EKM', N'2DA3AA6F-7B9C-4B5A-9B75-3D7E5B0F5A11',
            (SELECT CONVERT(nvarchar(36), p.guid) FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM') COLLATE Latin1_General_100_BIN2),
        (6, N'The version of provider AzureKeyVault_EKM', N'15.0.2000.440',
            (SELECT CASE WHEN p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll' THEN N'15.0.2000.440' ELSE p.version END FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM') COLLATE Latin1_General_100_BIN2),
        (7, N'The state of provider AzureKeyVault_EKM', N'enabled',
            (SELECT CASE WHEN p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll' THEN N'enabled' ELSE CASE WHEN p.is_enabled = 1 THEN N'enabled' ELSE N'disabled' END END FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
        (N'Archive', N'ONLINE', N'0x373B314B78E8D59A0925494558FEF14B726216C5', N'3', N'not begun', N'none', N'off', N'off'),
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
    SELECT TOP (1) N'The state of database ' + d.name + N' was ' + N'not there' + N', is ' + d.state_desc
    FROM sys.dm_database_encryption_keys AS k
    JOIN sys.databases AS d ON d.database_id = k.database_id
    JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
    JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
    WHERE k.database_id > 4 AND p.name = N'AzureKeyVault_EKM'
        AND NOT EXISTS (SELECT 1 FROM (VALUES (N'Archive'), (N'Sales')) AS w (name) WHERE w.name = d.name)
    ORDER BY d.name);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

-- Step 1: Test Sales before the change
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll') THEN 1 ELSE 0 END;
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

-- Step 2: Test Archive before the change
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The state of database Archive', N'ONLINE',
            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N'Archive') COLLATE Latin1_General_100_BIN2),
        (2, N'The protector of the DEK of database Archive', N'0x373B314B78E8D59A0925494558FEF14B726216C5',
            (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)
            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(N'Archive')) COLLATE Latin1_General_100_BIN2),
        (3, N'The permission BACKUP DATABASE in database Archive of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[Archive]', N'DATABASE', N'BACKUP DATABASE') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 2: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 2, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 2: Test Archive before the change';
BACKUP DATABASE [Archive]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 2';
END;
GO

-- Step 3: Point AzureKeyVault_EKM at the new DLL
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.dll_path COLLATE Latin1_General_100_CI_AS = N'C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The DLL of provider AzureKeyVault_EKM', N'C:\EKM\15.0.2000.440\Microsoft.AzureKeyVaultService.EKM.dll',
            (SELECT p.dll_path FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 3: Point AzureKeyVault_EKM at the new DLL';
ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM]
FROM FILE = N'C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll';
END;
GO

-- Step 4: Enable AzureKeyVault_EKM if it is disabled
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND p.is_enabled = 1) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Provider AzureKeyVault_EKM', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND 1 = 1) THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 4: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 4, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 4: Enable AzureKeyVault_EKM if it is disabled';
ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;
END;
GO

-- Step 5: Read AzureKeyVault_EKM and the loaded DLL again
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Provider AzureKeyVault_EKM', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND 1 = 1) THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 5: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 5, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 5: Read AzureKeyVault_EKM and the loaded DLL again';
SELECT name, guid, version, dll_path, is_enabled
FROM sys.cryptographic_providers
WHERE name = N'AzureKeyVault_EKM';
SELECT name, file_version, product_version
FROM sys.dm_os_loaded_modules
WHERE name LIKE N'%EKM%.dll';
END;
GO

-- Step 6: Test Sales after the change
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
    PRINT N'Step 6: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 6, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 6: Test Sales after the change';
BACKUP LOG [Sales]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 6';
END;
GO

-- Step 7: Test Archive after the change
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The state of database Archive', N'ONLINE',
            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N'Archive') COLLATE Latin1_General_100_BIN2),
        (2, N'The protector of the DEK of database Archive', N'0x373B314B78E8D59A0925494558FEF14B726216C5',
            (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)
            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(N'Archive')) COLLATE Latin1_General_100_BIN2),
        (3, N'The permission BACKUP DATABASE in database Archive of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[Archive]', N'DATABASE', N'BACKUP DATABASE') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 7: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 7, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 7: Test Archive after the change';
BACKUP DATABASE [Archive]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 7';
END;
GO
