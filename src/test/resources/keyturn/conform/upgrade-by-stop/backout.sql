:on error exit
:setvar KEYTURN_OPEN "$("
GO
-- backout.sql for SQL01
-- Plan of 2026-11-24T20:01:00Z, digest sha256:29687204601b3ef10e8adb2c6a5e3597be8c39ba73e8e7749f29c95dc785ecd8
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
        (N'Archive', N'0x373B314B78E8D59A0925494558FEF14B726216C5'),
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

-- Step 1: Stop the service MSSQLSERVER on SQL01
DECLARE @KeyturnDone bit = 0;
DECLARE @KeyturnMoved nvarchar(2048) = (
    SELECT TOP (1) f.fact + N' was ' + f.was + N', is ' + ISNULL(f.found, N'not there')
    FROM (VALUES
        (1, N'Whether SQL Server can open its databases at a start', N'there',
            CASE WHEN NOT EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k
JOIN sys.databases AS d ON d.database_id = k.database_id
LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint
LEFT JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid
LEFT JOIN sys.server_principals AS s ON s.type = 'K' AND (s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
WHERE k.database_id > 4 AND k.encryptor_type = N'ASYMMETRIC KEY' AND (p.is_enabled = 0 OR s.is_disabled = 1 OR EXISTS (SELECT 1 FROM sys.configurations AS g
        WHERE g.name = N'EKM provider enabled' AND CONVERT(int, g.value) = 0)
    OR ((HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY DEFINITION') = 1
        OR HAS_PERMS_BY_NAME(NULL, NULL, N'VIEW ANY SECURITY DEFINITION') = 1) AND (p.provider_id IS NULL OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS l
        JOIN sys.server_principal_credentials AS m ON m.principal_id = l.principal_id
        JOIN sys.credentials AS c ON c.credential_id = m.credential_id
        WHERE l.type = 'K' AND c.target_id = p.provider_id
        AND ((l.sid = a.sid OR (a.sid IS NULL AND a.thumbprint
                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(a.thumbprint) + 1, 32)))
            OR NOT EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS b WHERE (l.sid = b.sid OR (b.sid IS NULL AND b.thumbprint
                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(b.thumbprint) + 1, 32)))))))))) THEN N'there' ELSE N'not there' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)
    WHERE f.found IS NULL OR f.found <> f.was
    ORDER BY f.place);
IF @KeyturnDone = 1
    PRINT N'Step 1: this script cannot see whether step 1 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.';
ELSE IF @KeyturnMoved IS NOT NULL
BEGIN
    SET @KeyturnMoved = N'Keyturn stopped before step 1, which was not sent:' + N' ' + @KeyturnMoved + N'.';
    RAISERROR (N'%s', 16, 1, @KeyturnMoved);
END
ELSE
BEGIN
PRINT N'Step 1: Stop the service MSSQLSERVER on SQL01';
-- Not on SQL Server but on the host:
-- '{"name":"MSSQLSERVER","seconds":600}' | & {
-- # Keyturn host script stop-service: stops a service and what depends on it, and tells what ran.
-- # It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
-- $ErrorActionPreference = 'Stop'
-- $ProgressPreference = 'SilentlyContinue'
-- Set-StrictMode -Version 2
-- $ask = ConvertFrom-Json -InputObject (@($input) -join '')
-- $step = @{ code = 'host.failed' }
-- # Waits until a service has a state; refuses when the seconds are over.
-- function Wait-Service([string] $Name, [string] $State, [int] $Seconds) {
--     $until = (Get-Date).AddSeconds($Seconds)
--     while ([string] (Get-Service -Name $Name).Status -ne $State) {
--         if ((Get-Date) -gt $until) {
--             $step.code = 'service.timeout'
--             throw "$Name is not $State after $Seconds seconds."
--         }
--         Start-Sleep -Milliseconds 200
--     }
-- }
-- 
-- # Stops a service and what depends on it; gives the names of the dependents that ran.
-- function Stop-Whole([string] $Name, [int] $Seconds) {
--     $dependents = @(Get-Service -Name $Name -DependentServices |
--             Where-Object { [string] $_.Status -ne 'Stopped' } | ForEach-Object { $_.Name })
--     $step.code = 'service.stop'
--     if ([string] (Get-Service -Name $Name).Status -ne 'Stopped') { Stop-Service -Name $Name -Force -NoWait }
--     Wait-Service $Name 'Stopped' $Seconds
--     $dependents
-- }
-- try {
--     $dependents = @(Stop-Whole $ask.name $ask.seconds)
--     $answer = [ordered]@{ done = $true; state = [string] (Get-Service -Name $ask.name).Status; dependents = $dependents }
-- }
-- catch {
--     $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
-- }
-- ConvertTo-Json -InputObject $answer -Compress -Depth 8
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 2: Rename the folder C:\EKM\15.0.300.96 to C:\EKM\15.0.300.96.failed-20261124T200100Z
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
PRINT N'Step 2: Rename the folder C:\EKM\15.0.300.96 to C:\EKM\15.0.300.96.failed-20261124T200100Z';
-- Not on SQL Server but on the host:
-- '{"from":"C:\\EKM\\15.0.300.96","to":"C:\\EKM\\15.0.300.96.failed-20261124T200100Z"}' | & {
-- # Keyturn host script rename-folder: gives a folder another name, where nothing has that name yet.
-- # It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
-- $ErrorActionPreference = 'Stop'
-- $ProgressPreference = 'SilentlyContinue'
-- Set-StrictMode -Version 2
-- $ask = ConvertFrom-Json -InputObject (@($input) -join '')
-- $step = @{ code = 'host.failed' }
-- try {
--     $from = Test-Path -LiteralPath $ask.from -PathType Container
--     $to = Test-Path -LiteralPath $ask.to
--     $step.code = 'folder.missing'
--     if (-not $from -and -not $to) { throw "$(KEYTURN_OPEN)$ask.from) does not exist." }
--     $step.code = 'file.exists'
--     if ($from -and $to) { throw "$(KEYTURN_OPEN)$ask.to) exists and is not overwritten." }
--     $step.code = 'folder.rename'
--     if ($from) { Move-Item -LiteralPath $ask.from -Destination $ask.to }
--     $answer = [ordered]@{ done = $true; already = $to }
-- }
-- catch {
--     $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
-- }
-- ConvertTo-Json -InputObject $answer -Compress -Depth 8
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 3: Rename the folder C:\EKM\15.0.300.96.old-20261124T200100Z to C:\EKM\15.0.300.96
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
PRINT N'Step 3: Rename the folder C:\EKM\15.0.300.96.old-20261124T200100Z to C:\EKM\15.0.300.96';
-- Not on SQL Server but on the host:
-- '{"from":"C:\\EKM\\15.0.300.96.old-20261124T200100Z","to":"C:\\EKM\\15.0.300.96"}' | & {
-- # Keyturn host script rename-folder: gives a folder another name, where nothing has that name yet.
-- # It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
-- $ErrorActionPreference = 'Stop'
-- $ProgressPreference = 'SilentlyContinue'
-- Set-StrictMode -Version 2
-- $ask = ConvertFrom-Json -InputObject (@($input) -join '')
-- $step = @{ code = 'host.failed' }
-- try {
--     $from = Test-Path -LiteralPath $ask.from -PathType Container
--     $to = Test-Path -LiteralPath $ask.to
--     $step.code = 'folder.missing'
--     if (-not $from -and -not $to) { throw "$(KEYTURN_OPEN)$ask.from) does not exist." }
--     $step.code = 'file.exists'
--     if ($from -and $to) { throw "$(KEYTURN_OPEN)$ask.to) exists and is not overwritten." }
--     $step.code = 'folder.rename'
--     if ($from) { Move-Item -LiteralPath $ask.from -Destination $ask.to }
--     $answer = [ordered]@{ done = $true; already = $to }
-- }
-- catch {
--     $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
-- }
-- ConvertTo-Json -InputObject $answer -Compress -Depth 8
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO

-- Step 4: Start the service MSSQLSERVER on SQL01
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
PRINT N'Step 4: Start the service MSSQLSERVER on SQL01';
-- Not on SQL Server but on the host:
-- '{"name":"MSSQLSERVER","dependents":["SQLSERVERAGENT"],"seconds":600}' | & {
-- # Keyturn host script start-service: starts a service, then those that depend on it.
-- # It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
-- $ErrorActionPreference = 'Stop'
-- $ProgressPreference = 'SilentlyContinue'
-- Set-StrictMode -Version 2
-- $ask = ConvertFrom-Json -InputObject (@($input) -join '')
-- $step = @{ code = 'host.failed' }
-- # Waits until a service has a state; refuses when the seconds are over.
-- function Wait-Service([string] $Name, [string] $State, [int] $Seconds) {
--     $until = (Get-Date).AddSeconds($Seconds)
--     while ([string] (Get-Service -Name $Name).Status -ne $State) {
--         if ((Get-Date) -gt $until) {
--             $step.code = 'service.timeout'
--             throw "$Name is not $State after $Seconds seconds."
--         }
--         Start-Sleep -Milliseconds 200
--     }
-- }
-- 
-- # Starts a service, then those that depend on it; gives the names of dependents that did not start.
-- function Start-Whole([string] $Name, [object[]] $Dependents, [int] $Seconds) {
--     $step.code = 'service.start'
--     Start-Service -Name $Name
--     Wait-Service $Name 'Running' $Seconds
--     foreach ($one in $Dependents) {
--         try { Start-Service -Name $one } catch { $one }
--     }
-- }
-- try {
--     $left = @(Start-Whole $ask.name @($ask.dependents) $ask.seconds)
--     $answer = [ordered]@{ done = $true; state = [string] (Get-Service -Name $ask.name).Status; notStarted = $left }
-- }
-- catch {
--     $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
-- }
-- ConvertTo-Json -InputObject $answer -Compress -Depth 8
-- }
PRINT N'Not on SQL Server: see run-order.txt.';
END;
GO
