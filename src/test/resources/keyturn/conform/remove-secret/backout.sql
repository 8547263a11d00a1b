:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- backout.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:6974cfb114d53f8ac74d6f2f54480fdbdae298b05bc7c29422e45e234700fe5a
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
            @@SERVERNAME COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
        (1, N'The setting "EKM provider enabled"', N'1',
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
        (N'Sales', N'0x373B314B78E8D59A0925494558FEF14B726216C5')) AS w (name, protector)
    LEFT JOIN sys.databases AS d ON d.name = w.name
    LEFT JOIN sys.dm_database_encryption_keys AS k ON k.database_id = d.database_id
    CROSS APPLY (VALUES
        (1, N'The protector of the DEK of database ' + w.name, w.protector,
            ISNULL(CONVERT(nvarchar(100), k.encryptor_thumbprint, 1), w.protector) COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.was IS NOT NULL AND (f.found IS NULL OR f.found <> f.was)
    ORDER BY w.name, f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO
