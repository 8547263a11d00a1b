:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- forward.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:bbbf36436dc2440c683750aa42eda4d4cda2eb41781a4e12927cc5f4e3add097
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
        (3, N'The permission ALTER ANY LOGIN of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY LOGIN') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (4, N'The permission ALTER ANY CREDENTIAL of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY CREDENTIAL') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (5, N'The permission CREATE ASYMMETRIC KEY in database master of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[master]', N'DATABASE', N'CREATE ASYMMETRIC KEY') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (6, N'Encryption of this connection', N'on',
            CASE WHEN (SELECT TOP (1) c.encrypt_option FROM sys.dm_exec_connections AS c WHERE c.session_id = @@SPID) = N'TRUE'
    THEN N'on' ELSE N'off' END COLLATE Latin1_General_100_BIN2),
        (7, N'Credential for provider AzureKeyVault_EKM of the login that runs this script', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'new S key' AND p.name = N'AzureKeyVault_EKM') OR EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND s.sid = SUSER_SID() AND p.name = N'AzureKeyVault_EKM') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (8, N'The version of SQL Server', N'16.0.4225.2',
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
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            WHERE a.thumbprint = k.encryptor_thumbprint AND a.name = N'new S key')
            THEN w.protector ELSE ISNULL(CONVERT(nvarchar(100), k.encryptor_thumbprint, 1), N'none') END COLLATE Latin1_General_100_BIN2),
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

IF NOT EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'new S key' AND p.name = N'AzureKeyVault_EKM')
    RAISERROR (N'%s', 16, 1, N'Some steps of this plan act in the vault, not on SQL Server. Do the steps up to the opening of the key one by one, in the order of run-order.txt, then run this script for the rest. Nothing was sent.');
GO

-- Step 1: Test Sales before the change
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            WHERE k.database_id = DB_ID(N'Sales') AND k.encryption_state IN (1, 3) AND a.name = N'new S key') THEN 1 ELSE 0 END;
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

-- Step 2: Ask the key owner to create the key new-key
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'new S key' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 2: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 2, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 2: Ask the key owner to create the key new-key';
-- Not on SQL Server but in vault or directory, or on the host:
-- if ($null -ne (Get-AzKeyVaultKey -VaultName 'contoso' -Name 'new-key') -or
--     $null -ne (Get-AzKeyVaultKey -VaultName 'contoso' -Name 'new-key' -InRemovedState)) {
--     throw 'The vault has a key of this name, or a deleted one; nothing was made.'
-- }
-- Add-AzKeyVaultKey -VaultName 'contoso' -Name 'new-key' -Destination 'Software' -KeyType 'RSA' -Size 2048 -Tag @{ 'keyturn-run' = 'by script' } | Out-Null
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 3: Open the vault key new-key as new S key
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'new S key' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Asymmetric key new S key', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS x WHERE x.name = N'new S key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (2, N'The permission CREATE ASYMMETRIC KEY in database master of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[master]', N'DATABASE', N'CREATE ASYMMETRIC KEY') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 3: Open the vault key new-key as new S key';
CREATE ASYMMETRIC KEY [new S key]
FROM PROVIDER [AzureKeyVault_EKM]
WITH PROVIDER_KEY_NAME = N'new-key', CREATION_DISPOSITION = OPEN_EXISTING;
END;
GO

-- Step 4: Create the login new login from the key
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
            WHERE s.type = 'K' AND s.name = N'new login' AND a.name = N'new S key'
            AND ((s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
                OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS o
                    CROSS JOIN master.sys.asymmetric_keys AS b
                    WHERE o.type = 'K' AND (o.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(o.sid, DATALENGTH(o.sid) - DATALENGTH(b.thumbprint) + 1, 32)))
                    AND (o.principal_id = s.principal_id OR b.asymmetric_key_id = a.asymmetric_key_id)))) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Asymmetric key new S key', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS x WHERE x.provider_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'new S key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (2, N'Login new login', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS x WHERE x.name = N'new login') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 4: Create the login new login from the key';
CREATE LOGIN [new login]
FROM ASYMMETRIC KEY [new S key];
END;
GO

-- Step 5: Create the credential new credential
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'new credential'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential new credential', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'new credential') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 5: Create the credential new credential';
CREATE CREDENTIAL [new credential]
WITH IDENTITY = N'contoso',
SECRET = N'00000000707261637469636500000001$(KEYTURN_SECRET_1)'
FOR CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM];
END;
GO

-- Step 6: Give new login its credential
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'new login' AND c.name = N'new credential' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Login new login', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS x WHERE x.name = N'new login') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (2, N'Credential new credential', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'new credential') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 6: Give new login its credential';
ALTER LOGIN [new login]
ADD CREDENTIAL [new credential];
END;
GO

-- Step 7: Re-encrypt the DEK of Sales with new S key
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            WHERE k.database_id = DB_ID(N'Sales') AND k.encryption_state IN (1, 3) AND a.name = N'new S key') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The state of database Sales', N'ONLINE',
            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N'Sales') COLLATE Latin1_General_100_BIN2),
        (2, N'The protector of the DEK of database Sales', N'TDE_Key',
            (SELECT TOP (1) a.name FROM sys.dm_database_encryption_keys AS k
            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            WHERE k.database_id = DB_ID(N'Sales')) COLLATE Latin1_General_100_BIN2),
        (3, N'Asymmetric key new S key', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS x WHERE x.provider_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'new S key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (4, N'The permission CONTROL in database Sales of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[Sales]', N'DATABASE', N'CONTROL') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 7: Re-encrypt the DEK of Sales with new S key';
EXEC [Sales].sys.sp_executesql
    N'ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY [new S key];';
END;
GO

-- Step 8: Test Sales after the change
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The state of database Sales', N'ONLINE',
            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N'Sales') COLLATE Latin1_General_100_BIN2),
        (2, N'The protector of the DEK of database Sales', N'new S key',
            (SELECT TOP (1) a.name FROM sys.dm_database_encryption_keys AS k
            JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
            WHERE k.database_id = DB_ID(N'Sales')) COLLATE Latin1_General_100_BIN2),
        (3, N'The permission BACKUP LOG in database Sales of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[Sales]', N'DATABASE', N'BACKUP LOG') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 8: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 8, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 8: Test Sales after the change';
BACKUP LOG [Sales]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 8';
END;
GO

-- Step 9: Read what depends on new S key
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Asymmetric key new S key', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS x WHERE x.provider_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'new S key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 9: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 9, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 9: Read what depends on new S key';
SELECT d.name AS in_database, d.state_desc, k.encryption_state, k.encryptor_type, k.encryptor_thumbprint,
    a.name AS asymmetric_key, s.name AS key_login, s.is_disabled, c.name AS credential,
    c.credential_identity AS vault, k.opened_date
FROM master.sys.asymmetric_keys AS a
LEFT JOIN sys.dm_database_encryption_keys AS k ON k.encryptor_thumbprint = a.thumbprint AND k.database_id > 4
LEFT JOIN sys.databases AS d ON d.database_id = k.database_id
LEFT JOIN sys.server_principals AS s ON s.type = 'K' AND (s.sid = a.sid OR (a.sid IS NULL
    AND SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32) = a.thumbprint))
LEFT JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
LEFT JOIN sys.credentials AS c ON c.credential_id = m.credential_id
WHERE a.name = N'new S key'
ORDER BY d.name;
END;
GO
