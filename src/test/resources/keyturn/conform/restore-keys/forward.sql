:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- forward.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:663b28a71f8c6684aa18195644ef1321361da41eb821f5bd5c7b7be1e964e5b5
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
    FROM sys.configurations AS c WHERE c.name = N'EKM provider enabled') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before the first step. Nothing was sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END;
GO

-- Step 1: Restore the key lost-key into https://contoso.vault.azure.net
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 1: this script cannot see whether step 1 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 1, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 1: Restore the key lost-key into https://contoso.vault.azure.net';
-- Not on SQL Server but in the vault:
-- if ((Get-FileHash -Algorithm SHA256 -LiteralPath 'D:\keys\contoso.lost-key.20261101T030000Z.keybackup').Hash -ne '0000000000000000000000000000000000000000000000000000000000000000') {
--     throw 'The backup is not the file that was written; nothing was restored.'
-- }
-- if ($null -ne (Get-AzKeyVaultKey -VaultName 'contoso' -Name 'lost-key') -or
--     $null -ne (Get-AzKeyVaultKey -VaultName 'contoso' -Name 'lost-key' -InRemovedState)) {
--     throw 'The vault has a key of this name, or a deleted one; nothing was restored.'
-- }
-- Restore-AzKeyVaultKey -VaultName 'contoso' -InputFile 'D:\keys\contoso.lost-key.20261101T030000Z.keybackup' | Out-Null
-- foreach ($version in @(
--     @{ Id = '0123456789abcdef0123456789abcdef'; Modulus = '///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////Pxw=='; Exponent = 'AQAB' }
-- )) {
--     $key = Get-AzKeyVaultKey -VaultName 'contoso' -Name 'lost-key' -Version $version.Id
--     if ($null -eq $key -or [System.Convert]::ToBase64String($key.Key.N) -ne $version.Modulus) {
--         throw "Version $(KEYTURN_OPEN)$version.Id) is missing in the vault, or is another key."
--     }
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO
