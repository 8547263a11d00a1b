:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- forward.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:a822a959cf63a4b51fca39eade17aa4f359e24a7a238f8f7131b36fa0c476c33
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
        (5, N'The permission CREATE ANY DATABASE of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'CREATE ANY DATABASE') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (6, N'The permission VIEW SERVER STATE of the login that runs the plan', N'held',
            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW SERVER STATE') = 1 THEN N'held' ELSE N'not held' END COLLATE Latin1_General_100_BIN2),
        (7, N'Encryption of this connection', N'on',
            CASE WHEN (SELECT TOP (1) c.encrypt_option FROM sys.dm_exec_connections AS c WHERE c.session_id = @@SPID) = N'TRUE'
    THEN N'on' ELSE N'off' END COLLATE Latin1_General_100_BIN2),
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

-- Step 1: Create the vault https://contoso-new.vault.azure.net
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
PRINT N'Step 1: Create the vault https://contoso-new.vault.azure.net';
-- Not on SQL Server but in the resource manager:
-- if (-not (Test-AzKeyVaultNameAvailability -Name 'contoso-new').NameAvailable) {
--     throw 'This name is taken, perhaps by a deleted vault; nothing was created.'
-- }
-- New-AzKeyVault -Name 'contoso-new' -ResourceGroupName 'keys' -Location 'northeurope' -Sku Standard `
--     -SubscriptionId '11111111-2222-3333-4444-555555555555' -EnablePurgeProtection | Out-Null
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 2: Give this sign-in the right to restore keys into https://contoso-new.vault.azure.net
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
PRINT N'Step 2: Give this sign-in the right to restore keys into https://contoso-new.vault.azure.net';
-- Not on SQL Server but in the resource manager:
-- $vault = Get-AzKeyVault -VaultName 'contoso-new'
-- $who = if ((Get-AzContext).Account.Type -eq 'User') { (Get-AzADUser -SignedIn).Id } else { (Get-AzADServicePrincipal -ApplicationId (Get-AzContext).Account.Id).Id }
-- if ($vault.EnableRbacAuthorization) {
--     $there = Get-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Officer' -Scope $vault.ResourceId
--     if ($null -eq $there) {
--         New-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Officer' -Scope $vault.ResourceId | Out-Null
--     }
-- } else {
--     $old = @($vault.AccessPolicies | Where-Object { $_.ObjectId -eq $who } |
--         ForEach-Object { $_.PermissionsToKeys })
--     Set-AzKeyVaultAccessPolicy -VaultName 'contoso-new' -ObjectId $who -BypassObjectIdValidation `
--         -PermissionsToKeys @($old + @('get', 'list', 'recover', 'restore') | Select-Object -Unique)
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 3: Restore the key tde-key into https://contoso-new.vault.azure.net
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 3: this script cannot see whether step 3 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 3, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 3: Restore the key tde-key into https://contoso-new.vault.azure.net';
-- Not on SQL Server but in the vault:
-- if ((Get-FileHash -Algorithm SHA256 -LiteralPath 'D:\keys\contoso.tde-key.20261101T030000Z.keybackup').Hash -ne '0000000000000000000000000000000000000000000000000000000000000000') {
--     throw 'The backup is not the file that was written; nothing was restored.'
-- }
-- if ($null -ne (Get-AzKeyVaultKey -VaultName 'contoso-new' -Name 'tde-key') -or
--     $null -ne (Get-AzKeyVaultKey -VaultName 'contoso-new' -Name 'tde-key' -InRemovedState)) {
--     throw 'The vault has a key of this name, or a deleted one; nothing was restored.'
-- }
-- Restore-AzKeyVaultKey -VaultName 'contoso-new' -InputFile 'D:\keys\contoso.tde-key.20261101T030000Z.keybackup' | Out-Null
-- foreach ($version in @(
--     @{ Id = '0123456789abcdef0123456789abcdef'; Modulus = '///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////Pxw=='; Exponent = 'AQAB' }
-- )) {
--     $key = Get-AzKeyVaultKey -VaultName 'contoso-new' -Name 'tde-key' -Version $version.Id
--     if ($null -eq $key -or [System.Convert]::ToBase64String($key.Key.N) -ne $version.Modulus) {
--         throw "Version $(KEYTURN_OPEN)$version.Id) is missing in the vault, or is another key."
--     }
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 4: Give the application 00000000-7072-6163-7469-636500000001 its rights on the keys of https://contoso-new.vault.azure.net
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 4: this script cannot see whether step 4 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 4, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 4: Give the application 00000000-7072-6163-7469-636500000001 its rights on the keys of https://contoso-new.vault.azure.net';
-- Not on SQL Server but in the resource manager:
-- $vault = Get-AzKeyVault -VaultName 'contoso-new'
-- $who = (Get-AzADServicePrincipal -ApplicationId '00000000-7072-6163-7469-636500000001').Id
-- if ($vault.EnableRbacAuthorization) {
--     $there = Get-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Service Encryption User' -Scope $vault.ResourceId
--     if ($null -eq $there) {
--         New-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Service Encryption User' -Scope $vault.ResourceId | Out-Null
--     }
-- } else {
--     $old = @($vault.AccessPolicies | Where-Object { $_.ObjectId -eq $who } |
--         ForEach-Object { $_.PermissionsToKeys })
--     Set-AzKeyVaultAccessPolicy -VaultName 'contoso-new' -ObjectId $who -BypassObjectIdValidation `
--         -PermissionsToKeys @($old + @('get', 'list', 'wrapKey', 'unwrapKey') | Select-Object -Unique)
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 5: Test the key tde-key/0123456789abcdef0123456789abcdef as the application
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 5: this script cannot see whether step 5 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 5, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 5: Test the key tde-key/0123456789abcdef0123456789abcdef as the application';
-- Not on SQL Server but in the vault:
-- Test-KeyturnVaultKey -Vault 'https://contoso-new.vault.azure.net' -Name 'tde-key' -Version '0123456789abcdef0123456789abcdef' `
--     -Login 'https://login.microsoftonline.com' -ClientId '00000000-7072-6163-7469-636500000001' -SecretName 'KEYTURN_SECRET_1'
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 6: Host administrator: export the connector's registry and remove the entries of https://contoso.vault.azure.net
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 6: this script cannot see whether step 6 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 6, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 6: Host administrator: export the connector''s registry and remove the entries of https://contoso.vault.azure.net';
-- Not on SQL Server but in vault or directory, or on the host:
-- $tree = 'SOFTWARE\Microsoft\SQL Server Cryptographic Provider'
-- $root = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey("$tree\Azure Key Vault", $true)
-- if ($null -eq $root) {
--     Write-Warning 'This machine has no such entry. Have it removed on the host of SQL Server.'
-- } else {
--     $saved = "$env:TEMP\connector-$(KEYTURN_OPEN)Get-Date -Format yyyyMMddHHmmss).reg"
--     & "$env:SystemRoot\System32\reg.exe" export "HKLM\$tree" $saved
--     if ($LASTEXITCODE -ne 0) {
--         throw 'The registry was not exported; nothing was removed.'
--     }
--     foreach ($name in $root.GetSubKeyNames()) {
--         $key = $root.OpenSubKey($name)
--         $uris = @(foreach ($one in $key.GetSubKeyNames()) { $key.OpenSubKey($one).GetValue('KeyUri') })
--         $key.Close()
--         if (@($uris | Where-Object { $_ -like 'https://contoso.vault.azure.net/*' }).Count -gt 0) {
--             $root.DeleteSubKeyTree($name)
--         }
--     }
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 7: Create the temporary credential Keyturn temporary recover-vault
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'Keyturn temporary recover-vault'
            AND c.credential_identity = N'contoso-new' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential Keyturn temporary recover-vault', N'not there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'Keyturn temporary recover-vault') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 7: Create the temporary credential Keyturn temporary recover-vault';
CREATE CREDENTIAL [Keyturn temporary recover-vault]
WITH IDENTITY = N'contoso-new',
SECRET = N'00000000707261637469636500000001$(KEYTURN_SECRET_1)'
FOR CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM];
END;
GO

-- Step 8: Give dba the credential Keyturn temporary recover-vault instead of admin for the key tests
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'dba' AND c.name = N'Keyturn temporary recover-vault' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential Keyturn temporary recover-vault', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'Keyturn temporary recover-vault') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 8: Give dba the credential Keyturn temporary recover-vault instead of admin for the key tests';
IF EXISTS (SELECT 1 FROM sys.server_principals AS s
    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
    JOIN sys.credentials AS c ON c.credential_id = m.credential_id
    WHERE s.name = N'dba' AND c.name = N'admin')
    ALTER LOGIN [dba] DROP CREDENTIAL [admin];
IF NOT EXISTS (SELECT 1 FROM sys.server_principals AS s
    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
    JOIN sys.credentials AS c ON c.credential_id = m.credential_id
    WHERE s.name = N'dba' AND c.name = N'Keyturn temporary recover-vault')
    ALTER LOGIN [dba] ADD CREDENTIAL [Keyturn temporary recover-vault];
END;
GO

-- Step 9: Have SQL Server open tde-key in a scratch database and compare it with TDE_Key
DECLARE @KeyturnDone bit = 0;
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
PRINT N'Step 9: Have SQL Server open tde-key in a scratch database and compare it with TDE_Key';
IF EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = N'Keyturn_scratch_20261124-200000-000_00009'
    AND d.create_date >= CONVERT(datetime, N'2026-11-24T21:00:00.000', 126))
    DROP DATABASE [Keyturn_scratch_20261124-200000-000_00009];
CREATE DATABASE [Keyturn_scratch_20261124-200000-000_00009];
BEGIN TRY
    EXEC [Keyturn_scratch_20261124-200000-000_00009].sys.sp_executesql
        N'CREATE ASYMMETRIC KEY [TDE_Key] FROM PROVIDER [AzureKeyVault_EKM] WITH PROVIDER_KEY_NAME = N''tde-key'', CREATION_DISPOSITION = OPEN_EXISTING;';
    IF NOT EXISTS (SELECT 1 FROM [Keyturn_scratch_20261124-200000-000_00009].sys.asymmetric_keys AS a WHERE a.name = N'TDE_Key' AND a.thumbprint = 0x373B314B78E8D59A0925494558FEF14B726216C5)
        RAISERROR (N'Key tde-key was opened, but its thumbprint is not that of TDE_Key', 16, 1);
END TRY
BEGIN CATCH
    IF EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = N'Keyturn_scratch_20261124-200000-000_00009'
    AND d.create_date >= CONVERT(datetime, N'2026-11-24T21:00:00.000', 126))
        DROP DATABASE [Keyturn_scratch_20261124-200000-000_00009];
    THROW;
END CATCH;
IF EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = N'Keyturn_scratch_20261124-200000-000_00009'
    AND d.create_date >= CONVERT(datetime, N'2026-11-24T21:00:00.000', 126))
BEGIN
    DROP DATABASE [Keyturn_scratch_20261124-200000-000_00009];
    PRINT N'Key tde-key opened, with the thumbprint of TDE_Key: 0x373B314B78E8D59A0925494558FEF14B726216C5';
END;
END;
GO

-- Step 10: Give dba the credential admin back
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s
            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
            WHERE s.name = N'dba' AND c.name = N'admin' AND (s.type = 'K' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential admin', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N'admin') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
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
PRINT N'Step 10: Give dba the credential admin back';
IF EXISTS (SELECT 1 FROM sys.server_principals AS s
    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
    JOIN sys.credentials AS c ON c.credential_id = m.credential_id
    WHERE s.name = N'dba' AND c.name = N'Keyturn temporary recover-vault')
    ALTER LOGIN [dba] DROP CREDENTIAL [Keyturn temporary recover-vault];
IF NOT EXISTS (SELECT 1 FROM sys.server_principals AS s
    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
    JOIN sys.credentials AS c ON c.credential_id = m.credential_id
    WHERE s.name = N'dba' AND c.name = N'admin')
    ALTER LOGIN [dba] ADD CREDENTIAL [admin];
END;
GO

-- Step 11: Drop the credential Keyturn temporary recover-vault
DECLARE @KeyturnDone bit = CASE WHEN NOT EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'Keyturn temporary recover-vault') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = NULL;
IF @KeyturnDone = 1
    PRINT N'Step 11: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 11, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 11: Drop the credential Keyturn temporary recover-vault';
DROP CREDENTIAL [Keyturn temporary recover-vault];
END;
GO

-- Step 12: Point the credential old to the vault contoso-new
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'old'
            AND c.credential_identity = N'contoso-new' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential old', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'old') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 12: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 12, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 12: Point the credential old to the vault contoso-new';
ALTER CREDENTIAL [old]
WITH IDENTITY = N'contoso-new',
SECRET = N'00000000707261637469636500000001$(KEYTURN_SECRET_1)';
END;
GO

-- Step 13: Point the credential admin to the vault contoso-new
DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c
            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND c.name = N'admin'
            AND c.credential_identity = N'contoso-new' AND p.name = N'AzureKeyVault_EKM') THEN 1 ELSE 0 END;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Credential admin', N'there',
            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N'CRYPTOGRAPHIC PROVIDER' AND x.name = N'admin') THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 13: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 13, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 13: Point the credential admin to the vault contoso-new';
ALTER CREDENTIAL [admin]
WITH IDENTITY = N'contoso-new',
SECRET = N'00000000707261637469636500000001$(KEYTURN_SECRET_1)';
END;
GO

-- Step 14: Wait for the restart of SQL01
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'A start of SQL Server after the change of old, admin', N'there',
            CASE WHEN (NOT EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i
            WHERE c.name IN (N'old', N'admin') AND c.modify_date >= i.sqlserver_start_time) AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0
            AND d.name IN (N'Sales'))) THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 14: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 14, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 14: Wait for the restart of SQL01';
SELECT i.sqlserver_start_time, c.name AS credential, c.modify_date
FROM sys.credentials AS c
CROSS JOIN sys.dm_os_sys_info AS i
WHERE c.name IN (N'old', N'admin')
ORDER BY c.name;
END;
GO

-- Step 15: Test Sales after the change
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
    PRINT N'Step 15: done already, nothing is changed.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 15, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 15: Test Sales after the change';
BACKUP LOG [Sales]
TO DISK = N'NUL'
WITH COPY_ONLY, NAME = N'Keyturn test of the key, step 15';
END;
GO
