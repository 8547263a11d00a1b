:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- forward.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:a7277e9ad348688b3858957c16fdc77019aa93ae18ccf843a0d43d0512ffc030
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
        (4, N'The permission ALTER ANY LOGIN of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER ANY LOGIN') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (5, N'The permission CREATE ASYMMETRIC KEY in database master of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[master]', N'DATABASE', N'CREATE ASYMMETRIC KEY') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (6, N'Encryption of this connection', N'on',
            CASE WHEN (SELECT TOP (1) c.encrypt_option FROM sys.dm_exec_connections AS c WHERE c.session_id = @@SPID) = N'TRUE'
    THEN N'on' ELSE N'off' END COLLATE Latin1_General_100_BIN2),
        (7, N'Login that runs this script', N'dba',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'tde_key' AND p.name = N'AzureKeyVault_EKM' AND a.thumbprint = 0x00112233445566778899AABBCCDDEEFF00112233) THEN N'dba' ELSE SUSER_SNAME() END COLLATE Latin1_General_100_BIN2),
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

-- Step 1: Create the temporary credential Keyturn temporary tde_key
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'Keyturn temporary tde_key'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential Keyturn temporary tde_key', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'Keyturn temporary tde_key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 1: Create the temporary credential Keyturn temporary tde_key';
CREATE CREDENTIAL [Keyturn temporary tde_key]
WITH IDENTITY = N'contoso',
SECRET = N'11111111222233334444555555555555$(KEYTURN_SECRET_1)'
FOR CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM];
END;
GO

-- Step 2: Give dba the temporary credential
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'dba' AND c.name = N'Keyturn temporary tde_key' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Login dba', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS x WHERE x.name = N'dba') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (2, N'Credential Keyturn temporary tde_key', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'Keyturn temporary tde_key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 2: Give dba the temporary credential';
ALTER LOGIN [dba]
ADD CREDENTIAL [Keyturn temporary tde_key];
END;
GO

-- Step 3: Open the vault key tde-key as tde_key
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a
            JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
            WHERE a.name = N'tde_key' AND p.name = N'AzureKeyVault_EKM' AND a.thumbprint = 0x00112233445566778899AABBCCDDEEFF00112233) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Asymmetric key tde_key', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS x WHERE x.name = N'tde_key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
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
PRINT N'Step 3: Open the vault key tde-key as tde_key';
CREATE ASYMMETRIC KEY [tde_key]
FROM PROVIDER [AzureKeyVault_EKM]
WITH PROVIDER_KEY_NAME = N'tde-key', CREATION_DISPOSITION = OPEN_EXISTING;
END;
GO

-- Step 4: Remove the credential Keyturn temporary tde_key from dba
DECLARE @KeyturnDone bit = CASE WHEN NOT EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'dba' AND c.name = N'Keyturn temporary tde_key' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;
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
PRINT N'Step 4: Remove the credential Keyturn temporary tde_key from dba';
ALTER LOGIN [dba]
DROP CREDENTIAL [Keyturn temporary tde_key];
END;
GO

-- Step 5: Drop the credential Keyturn temporary tde_key
DECLARE @KeyturnDone bit = CASE WHEN NOT EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'Keyturn temporary tde_key') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 5: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 5, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 5: Drop the credential Keyturn temporary tde_key';
DROP CREDENTIAL [Keyturn temporary tde_key];
END;
GO

-- Step 6: Create the login tde_key_login from the key
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            CROSS JOIN master.sys.asymmetric_keys AS a
            WHERE s.type = 'K' AND s.name = N'tde_key_login' AND a.name = N'tde_key'
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
        (1, N'Asymmetric key tde_key', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS x WHERE x.provider_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'tde_key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (2, N'Login tde_key_login', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS x WHERE x.name = N'tde_key_login') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (3, N'The thumbprint of asymmetric key tde_key', N'0x00112233445566778899AABBCCDDEEFF00112233',
            (SELECT CONVERT(nvarchar(100), a.thumbprint, 1)
            FROM master.sys.asymmetric_keys AS a WHERE a.name = N'tde_key') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 6: Create the login tde_key_login from the key';
CREATE LOGIN [tde_key_login]
FROM ASYMMETRIC KEY [tde_key];
END;
GO

-- Step 7: Create the credential tde_key_cred
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'tde_key_cred'
            AND c.credential_identity = N'contoso' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential tde_key_cred', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'tde_key_cred') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 7: Create the credential tde_key_cred';
CREATE CREDENTIAL [tde_key_cred]
WITH IDENTITY = N'contoso',
SECRET = N'11111111222233334444555555555555$(KEYTURN_SECRET_1)'
FOR CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM];
END;
GO

-- Step 8: Give tde_key_login its credential
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'tde_key_login' AND c.name = N'tde_key_cred' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Login tde_key_login', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS x WHERE x.name = N'tde_key_login') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2),
        (2, N'Credential tde_key_cred', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'tde_key_cred') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 8: Give tde_key_login its credential';
ALTER LOGIN [tde_key_login]
ADD CREDENTIAL [tde_key_cred];
END;
GO

-- Step 9: Open the database Sales
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state = 0 AND d.name = N'Sales') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 9: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 9, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 9: Open the database Sales';
ALTER DATABASE [Sales] SET ONLINE;
END;
GO

-- Step 10: Test Sales after the change
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'The state of database Sales', N'ONLINE',
            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N'Sales') COLLATE Latin1_General_100_BIN2),
        (2, N'The permission BACKUP DATABASE in database Sales of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(N'[Sales]', N'DATABASE', N'BACKUP DATABASE') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 10: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 10, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 10: Test Sales after the change';
BACKUP DATABASE [Sales]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 10';
END;
GO

-- Step 11: Read what depends on tde_key
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Asymmetric key tde_key', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS x WHERE x.provider_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'tde_key') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 11: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 11, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 11: Read what depends on tde_key';
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
WHERE a.name = N'tde_key'
ORDER BY d.name;
END;
GO
