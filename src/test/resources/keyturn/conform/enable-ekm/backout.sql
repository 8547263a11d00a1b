:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- backout.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:cb8d6a384666ac468dfe4e556d5dd4c9853a906a61dff7c2fc796e034b3a20d1
-- Returns the server to its state before the plan. Each step checks first: if it is done already, it does nothing; if the server is not in the expected state, the script stops and names the fact.
-- Run in sqlcmd mode: sqlcmd -N -b -f 65001 -S SERVER -i backout.sql
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
        (4, N'The permission ALTER SETTINGS of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'ALTER SETTINGS') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

-- Step 1: Drop the provider AzureKeyVault_EKM
DECLARE @KeyturnDone bit = CASE WHEN NOT EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND 1 = 1) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'A credential or key of provider AzureKeyVault_EKM', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N'AzureKeyVault_EKM' AND (EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.target_id = p.provider_id) OR EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS a WHERE a.cryptographic_provider_guid = p.guid))) THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 1: Drop the provider AzureKeyVault_EKM';
DROP CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM];
END;
GO

-- Step 2: Turn off "EKM provider enabled"
DECLARE @KeyturnDone bit = CASE WHEN NOT EXISTS (SELECT 1 FROM sys.configurations AS x WHERE x.name = N'EKM provider enabled' AND CONVERT(int, x.value) = 1 AND CONVERT(int, x.value_in_use) = 1) THEN 1 ELSE 0 END;
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
PRINT N'Step 2: Turn off "EKM provider enabled"';
DECLARE @Shown int = (SELECT CONVERT(int, value_in_use) FROM sys.configurations
    WHERE name = N'show advanced options');
EXEC sys.sp_configure N'show advanced options', 1;
RECONFIGURE;
EXEC sys.sp_configure N'EKM provider enabled', 0;
RECONFIGURE;
EXEC sys.sp_configure N'show advanced options', @Shown;
RECONFIGURE;
END;
GO
