# forward.ps1 for SQL01
# Plan of 2026-11-24T20:01:00Z, digest sha256:29687204601b3ef10e8adb2c6a5e3597be8c39ba73e8e7749f29c95dc785ecd8
# Runs the steps of the plan. Each step checks first: if it is done already, it does nothing; if the server is not in the expected state, the script stops and names the fact.
# Run first with -WhatIf: powershell -File forward.ps1 -ServerInstance SERVER -WhatIf. Then run without -WhatIf.

#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true)] [string] $ServerInstance,
    [System.Management.Automation.PSCredential] $Credential,
    [ValidateSet('Mandatory', 'Optional', 'Strict')] [string] $Encrypt = 'Mandatory',
    [switch] $TrustServerCertificate,
    [string] $HostNameInCertificate,
    [hashtable] $Secret = @{}
)
$ErrorActionPreference = 'Stop'

# Ends the script: 1 failed, 3 refused.
function Exit-Keyturn {
    param([Parameter(Mandatory = $true)] [int] $Code, [Parameter(Mandatory = $true)] [string] $Message)
    [Console]::Error.WriteLine($Message)
    exit $Code
}

# The error text, with the numbers of the server.
function Get-KeyturnReason {
    param([Parameter(Mandatory = $true)] $Failure)
    $cause = $Failure.Exception
    while ($null -ne $cause.InnerException -and $cause -isnot [System.Data.SqlClient.SqlException]) {
        $cause = $cause.InnerException
    }
    if ($cause -isnot [System.Data.SqlClient.SqlException]) {
        return $cause.Message
    }
    @(foreach ($line in $cause.Errors) { "Msg $($line.Number), Level $($line.Class): $($line.Message)" }) -join [Environment]::NewLine
}

# Whether the server accepts only strict encryption (TLS first), which this client does not support.
function Test-KeyturnStrict {
    param([Parameter(Mandatory = $true)] [string] $ServerInstance)
    $machine, $port = ($ServerInstance -replace '^tcp:', '') -split ',', 2
    if ($machine -match '\\' -and -not $port) {
        return $false
    }
    $machine = ($machine -split '\\')[0] -replace '^(\.|\(local\))$', 'localhost'
    $answers = foreach ($hello in 'plain', 'tls') {
        $client = New-Object System.Net.Sockets.TcpClient
        try {
            $client.Connect($machine, [int] $(if ($port) { $port } else { 1433 }))
            $stream = $client.GetStream()
            $stream.ReadTimeout = 10000
            if ($hello -eq 'plain') {
                [byte[]] $prelogin = 18, 1, 0, 26, 0, 0, 1, 0, 0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 255, 0, 0, 0, 0, 0, 0, 0
                $stream.Write($prelogin, 0, $prelogin.Length)
                $stream.ReadByte() -eq 4
            } else {
                $any = [System.Net.Security.RemoteCertificateValidationCallback] { $true }
                $tls = New-Object System.Net.Security.SslStream($stream, $false, $any)
                $tls.AuthenticateAsClient($machine, $null, [System.Security.Authentication.SslProtocols]::Tls12, $false)
                $true
            }
        } catch {
            $false
        } finally {
            $client.Close()
        }
    }
    -not $answers[0] -and $answers[1]
}

# A secret, escaped for a T-SQL literal.
function Get-KeyturnSecret {
    param([Parameter(Mandatory = $true)] [string] $Name)
    (Read-KeyturnSecret $Name).Replace("'", "''")
}

# Opens a connection. Without -Credential it signs in as the Windows user.
function Open-KeyturnConnection {
    param(
        [Parameter(Mandatory = $true)] [string] $ServerInstance,
        [System.Management.Automation.PSCredential] $Credential,
        [string] $Encrypt = 'Mandatory',
        [switch] $TrustServerCertificate,
        [Parameter(Mandatory = $true)] [string] $Purpose
    )
    $options = New-Object System.Data.SqlClient.SqlConnectionStringBuilder
    $options['Data Source'] = $ServerInstance
    $options['Initial Catalog'] = 'master'
    $options['Application Name'] = "Keyturn/script/$Purpose"
    $options['Encrypt'] = $Encrypt -eq 'Mandatory'
    $options['TrustServerCertificate'] = [bool] $TrustServerCertificate
    $options['Integrated Security'] = $null -eq $Credential
    $options['ConnectRetryCount'] = 0
    $options['Pooling'] = $false
    $connection = New-Object System.Data.SqlClient.SqlConnection
    $connection.ConnectionString = $options.ToString()
    if ($null -ne $Credential) {
        $password = $Credential.Password.Copy()
        $password.MakeReadOnly()
        $connection.Credential = New-Object System.Data.SqlClient.SqlCredential($Credential.UserName, $password)
    }
    $connection.add_InfoMessage({ param($origin, $told) foreach ($line in $told.Errors) { Write-Host "$($line.Number) $($line.Message)" } })
    try {
        $connection.Open()
    } catch {
        $connection.Dispose()
        $reason = Get-KeyturnReason $_
        if (Test-KeyturnStrict $ServerInstance) {
            Exit-Keyturn 3 "$ServerInstance accepts only strict encryption (TDS 8.0), which System.Data.SqlClient does not support. Nothing was sent. Run the plan with keyturn run, or forward.sql with a sqlcmd that has -Ns. $reason"
        }
        Exit-Keyturn 1 "$ServerInstance cannot be opened: $reason"
    }
    $connection
}

# Sends one batch, its lines joined by LF, and returns the rows. With -Look it only reads; otherwise it honors -WhatIf.
function Invoke-KeyturnBatch {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)] [string] $ServerInstance,
        [System.Management.Automation.PSCredential] $Credential,
        [string] $Encrypt = 'Mandatory',
        [switch] $TrustServerCertificate,
        [switch] $Look,
        [Parameter(Mandatory = $true)] [string[]] $Query
    )
    if (-not $Look -and -not $PSCmdlet.ShouldProcess($ServerInstance, 'Send a batch')) {
        return
    }
    $target = @{ ServerInstance = $ServerInstance; Encrypt = $Encrypt; TrustServerCertificate = $TrustServerCertificate }
    if ($null -ne $Credential) {
        $target['Credential'] = $Credential
    }
    $connection = Open-KeyturnConnection @target -Purpose $(if ($Look) { 'read' } else { 'act' })
    try {
        $command = $connection.CreateCommand()
        $command.CommandTimeout = 0
        $command.CommandText = $Query -join "`n"
        $reader = $command.ExecuteReader()
        try {
            do {
                while ($reader.Read()) {
                    $row = [ordered] @{}
                    for ($i = 0; $i -lt $reader.FieldCount; $i++) {
                        $row[$reader.GetName($i)] = $reader.GetValue($i)
                    }
                    [pscustomobject] $row
                }
            } while ($reader.NextResult())
        } finally {
            $reader.Close()
        }
    } finally {
        $connection.Dispose()
    }
}

if ($Encrypt -eq 'Strict' -or $HostNameInCertificate) {
    Exit-Keyturn 3 'This script uses System.Data.SqlClient, which supports neither strict encryption nor HostNameInCertificate. Nothing was sent. Run the plan with keyturn run instead.'
}
$Server = @{
    ServerInstance = $ServerInstance
    Encrypt = $Encrypt
    TrustServerCertificate = $TrustServerCertificate
}
if ($null -ne $Credential) {
    $Server['Credential'] = $Credential
}

# A secret: taken from -Secret by name, otherwise prompted for once.
function Read-KeyturnSecret {
    param([Parameter(Mandatory = $true)] [string] $Name)
    if (-not $Secret.ContainsKey($Name)) {
        $Secret[$Name] = Read-Host -Prompt $Name -AsSecureString
    }
    (New-Object System.Net.NetworkCredential('', $Secret[$Name])).Password
}

# Checks the server before a step, then the vault if the step acts there. A fact that has changed ends the script.
function Read-KeyturnGuard {
    param(
        [Parameter(Mandatory = $true)] [string[]] $Look,
        [Parameter(Mandatory = $true)] [string] $Moved,
        [scriptblock] $Elsewhere
    )
    try {
        $seen = Invoke-KeyturnBatch @Server -Look -Query $Look
        if ($null -ne $Elsewhere -and -not $seen.done -and $seen.moved -is [System.DBNull]) {
            $seen = & $Elsewhere
        }
    } catch {
        Exit-Keyturn 1 "The check before this step failed: $(Get-KeyturnReason $_)"
    }
    if (-not $seen.done -and $seen.moved -isnot [System.DBNull]) {
        if (-not $script:KeyturnWithheld) {
            Exit-Keyturn 3 "$Moved $($seen.moved)."
        }
        Write-Host "Not yet: $($seen.moved). Earlier steps, which -WhatIf does not send, may change that."
    }
    $seen
}

# True once -WhatIf has withheld a step that changes something. Later steps may depend on that step.
$script:KeyturnWithheld = $false

# Checks the server, then acts, unless the result of the step is in place already. -Unseen: SQL Server does not show that.
function Invoke-KeyturnStep {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)] [int] $Step,
        [Parameter(Mandatory = $true)] [string] $Title,
        [switch] $Reads,
        [string] $Unseen,
        [Parameter(Mandatory = $true)] [string[]] $Look,
        [scriptblock] $Elsewhere,
        [Parameter(Mandatory = $true)] [scriptblock] $Act
    )
    $seen = Read-KeyturnGuard -Look $Look -Elsewhere $Elsewhere -Moved "Keyturn stopped before step ${Step}, which was not sent:"
    if ($seen.done) {
        if ($script:KeyturnWithheld) {
            Write-Host "Step ${Step}: in place now. It is sent if an earlier step, which -WhatIf does not send, changes that: $Title"
        } elseif ($Unseen) {
            Write-Host $Unseen
        } else {
            Write-Host "Step ${Step}: done already, nothing is sent."
        }
        return
    }
    Write-Host "Step ${Step}: $Title"
    if (-not $PSCmdlet.ShouldProcess($ServerInstance, $Title)) {
        if ($WhatIfPreference) {
            $script:KeyturnWithheld = $script:KeyturnWithheld -or -not $Reads
            return
        }
        Exit-Keyturn 1 "Stopped before step ${Step}, as requested."
    }
    $ConfirmPreference = 'None'
    for ($sent = 1; ; $sent++) {
        Assert-KeyturnLock
        try {
            & $Act
            return
        } catch {
            if ($sent -gt $KeyturnRepeats -or -not (Test-KeyturnLockRefusal $_)) {
                Exit-Keyturn 1 "Step $Step failed. See run-order.txt for what to do now. $(Get-KeyturnReason $_)"
            }
            Write-Host "Step ${Step}: refused because of a lock; nothing was changed. The step is sent again in $KeyturnPause s. $(Get-KeyturnReason $_)"
        }
        Start-Sleep -Seconds $KeyturnPause
    }
}

$KeyturnRepeats = 3
$KeyturnPause = 10
$KeyturnLockBatch = 'DECLARE @got int;
EXEC @got = sys.sp_getapplock @Resource = N''Keyturn'', @LockMode = N''Exclusive'', @LockOwner = N''Session'',
    @LockTimeout = 0, @DbPrincipal = N''dbo'';
SELECT @got;'

# The Keyturn lock of the instance, held by a separate session: one run or script at a time.
$script:KeyturnLock = $null

function Assert-KeyturnLock {
    if ($null -eq $script:KeyturnLock) {
        $script:KeyturnLock = Open-KeyturnConnection @Server -Purpose 'lock'
    }
    $got = -1
    try {
        $command = $script:KeyturnLock.CreateCommand()
        $command.CommandText = $KeyturnLockBatch
        $got = $command.ExecuteScalar()
    } catch {
        Exit-Keyturn 3 "The lock of Keyturn on $ServerInstance is lost or cannot be taken; nothing more was sent. $(Get-KeyturnReason $_)"
    }
    if ($got -lt 0) {
        Exit-Keyturn 3 "Another run of Keyturn, or another of its scripts, holds the lock on $ServerInstance. Nothing was sent. Wait until it has ended, or stop it."
    }
}

function Close-KeyturnLock {
    if ($null -ne $script:KeyturnLock) {
        $script:KeyturnLock.Dispose()
        $script:KeyturnLock = $null
    }
}

# Whether SQL Server refused because of a lock. Such a refusal has changed nothing.
function Test-KeyturnLockRefusal {
    param([Parameter(Mandatory = $true)] $Failure)
    $cause = $Failure.Exception
    while ($null -ne $cause.InnerException -and $cause -isnot [System.Data.SqlClient.SqlException]) {
        $cause = $cause.InnerException
    }
    $cause -is [System.Data.SqlClient.SqlException] -and $cause.Errors[0].Number -in 1222, 33115, 33116
}

# True once the first look at a step on the host has shown that SQL Server was started since.
$script:KeyturnHostDone = $false

# What takes back the steps that were done since SQL Server was stopped.
$script:KeyturnBack = New-Object System.Collections.ArrayList

# Runs a host script. An error in its answer is thrown.
function Invoke-KeyturnHostScript {
    param([Parameter(Mandatory = $true)] [scriptblock] $Act)
    $lines = @(& $Act)
    $answer = ConvertFrom-Json -InputObject ([string] $lines[-1])
    if ($answer.PSObject.Properties['error']) {
        throw "$($answer.error.code): $($answer.error.message)"
    }
    Write-Host $lines[-1]
}

# Takes the steps since the stop back, the last one first, so that SQL Server starts with what it had.
function Undo-KeyturnHost {
    $last = $script:KeyturnBack.Count - 1
    for ($i = $last; $i -ge 0; $i--) {
        $one = $script:KeyturnBack[$i]
        Write-Host "Taking back step $($one.Step)."
        try {
            Invoke-KeyturnHostScript $one.Act
        } catch {
            if ($i -ne $last -or "$_" -notlike 'folder.missing:*') {
                Exit-Keyturn 1 "Step $($one.Step) could not be taken back. SQL Server may be stopped. $_"
            }
        }
    }
    $script:KeyturnBack.Clear()
}

# Waits until SQL Server takes connections again and its databases are open, at most ten minutes.
function Wait-KeyturnServer {
    param([Parameter(Mandatory = $true)] [string[]] $Look)
    function Exit-Keyturn {
        param([int] $Code, [string] $Message)
        throw "$Code $Message"
    }
    $until = (Get-Date).AddMinutes(10)
    while ((Get-Date) -lt $until) {
        try {
            if ((Invoke-KeyturnBatch @Server -Look -Query $Look).done) {
                return
            }
        } catch {
            Write-Host "Waiting for SQL Server: $_"
        }
        Start-Sleep -Seconds 2
    }
}

# Performs a step on the host. While SQL Server is stopped it is not asked, and its lock is gone.
function Invoke-KeyturnHostStep {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)] [int] $Step,
        [Parameter(Mandatory = $true)] [string] $Title,
        [switch] $Stopped,
        [switch] $Stops,
        [switch] $Starts,
        [Parameter(Mandatory = $true)] [string[]] $Look,
        [Parameter(Mandatory = $true)] [scriptblock] $Act,
        [scriptblock] $Back
    )
    if (-not $Stopped) {
        $script:KeyturnHostDone = [bool] (Read-KeyturnGuard -Look $Look -Moved "Keyturn stopped before step ${Step}, which was not sent:").done
    }
    if ($script:KeyturnHostDone) {
        Write-Host "Step ${Step}: done already, nothing is sent."
        return
    }
    Write-Host "Step ${Step}: $Title"
    if (-not $PSCmdlet.ShouldProcess($ServerInstance, $Title)) {
        if ($WhatIfPreference) {
            $script:KeyturnWithheld = $true
            return
        }
        Undo-KeyturnHost
        Exit-Keyturn 1 "Stopped before step ${Step}, as requested."
    }
    $ConfirmPreference = 'None'
    if (-not $Stopped) {
        Assert-KeyturnLock
    }
    if ($Stops) {
        Close-KeyturnLock
    }
    if ($null -ne $Back -and ($Stopped -or $Stops)) {
        [void] $script:KeyturnBack.Add(@{ Step = $Step; Act = $Back })
    }
    try {
        Invoke-KeyturnHostScript $Act
    } catch {
        $reason = "$_"
        Undo-KeyturnHost
        Exit-Keyturn 1 "Step $Step failed. See run-order.txt for what to do now. $reason"
    }
    if ($Starts) {
        $script:KeyturnBack.Clear()
        Wait-KeyturnServer -Look $Look
    }
}

try {

if (-not $WhatIfPreference) {
    Assert-KeyturnLock
}

Read-KeyturnGuard -Moved 'Keyturn stopped before the first step. Nothing was sent:' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The name of the server'', N''SQL01'','
    '            CONVERT(nvarchar(4000), SERVERPROPERTY(''ServerName'')) COLLATE Latin1_General_100_BIN2),'
    '        (2, N''The node of the server'', N''SQL01'','
    '            @@SERVERNAME COLLATE Latin1_General_100_BIN2),'
    '        (3, N''The permission CONTROL SERVER of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N''CONTROL SERVER'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2),'
    '        (4, N''The permission VIEW SERVER STATE of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N''VIEW SERVER STATE'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2),'
    '        (5, N''The version of SQL Server'', N''16.0.4225.2'','
    '            CONVERT(nvarchar(4000), SERVERPROPERTY(''ProductVersion'')) COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) | Out-Null

Read-KeyturnGuard -Moved 'Keyturn stopped before the first step. Nothing was sent:' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The type of instance'', N''stand-alone'','
    '            CASE WHEN CONVERT(int, SERVERPROPERTY(''IsClustered'')) = 1 THEN N''failover cluster'' ELSE N''stand-alone'' END COLLATE Latin1_General_100_BIN2),'
    '        (2, N''The option for availability groups'', N''off'','
    '            CASE WHEN CONVERT(int, SERVERPROPERTY(''IsHadrEnabled'')) = 1 THEN N''on'' ELSE N''off'' END COLLATE Latin1_General_100_BIN2),'
    '        (3, N''The availability group listener of the connection'', N''none'','
    '            ISNULL((SELECT TOP (1) l.dns_name FROM sys.availability_group_listeners AS l'
    '    JOIN sys.availability_group_listener_ip_addresses AS i ON i.listener_id = l.listener_id'
    '    WHERE i.ip_address = CONVERT(nvarchar(48), CONNECTIONPROPERTY(''local_net_address''))'
    '    ORDER BY l.dns_name), N''none'') COLLATE Latin1_General_100_BIN2),'
    '        (4, N''The setting "EKM provider enabled"'', N''1'','
    '            (SELECT CASE WHEN CONVERT(int, c.value_in_use) = 1 THEN N''1'' ELSE N''0'' END'
    '    FROM sys.configurations AS c WHERE c.name = N''EKM provider enabled'') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) | Out-Null

Read-KeyturnGuard -Moved 'Keyturn stopped before the first step. Nothing was sent:' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (N''Archive'', N''ONLINE'', N''0x373B314B78E8D59A0925494558FEF14B726216C5'', N''3'', N''not begun'', N''none'', N''off'', N''off''),'
    '        (N''Sales'', N''ONLINE'', N''0x373B314B78E8D59A0925494558FEF14B726216C5'', N''3'', N''begun'', N''none'', N''off'', N''off'')) AS w (name, state, protector, encryption, chain, availability_group, mirrored, shipped)'
    '    LEFT JOIN sys.databases AS d ON d.name = w.name'
    '    LEFT JOIN sys.dm_database_encryption_keys AS k ON k.database_id = d.database_id'
    '    LEFT JOIN sys.database_recovery_status AS r ON r.database_id = d.database_id'
    '    LEFT JOIN sys.availability_databases_cluster AS c ON c.group_database_id = d.group_database_id'
    '    LEFT JOIN sys.availability_groups AS g ON g.group_id = c.group_id'
    '    LEFT JOIN sys.database_mirroring AS m ON m.database_id = d.database_id'
    '    CROSS APPLY (VALUES'
    '        (1, N''The state of database '' + w.name, w.state,'
    '            d.state_desc COLLATE Latin1_General_100_BIN2),'
    '        (2, N''The protector of the DEK of database '' + w.name, w.protector,'
    '            ISNULL(CONVERT(nvarchar(100), k.encryptor_thumbprint, 1), N''none'') COLLATE Latin1_General_100_BIN2),'
    '        (3, N''The encryption state of database '' + w.name, w.encryption,'
    '            CASE WHEN k.encryption_state IS NULL THEN N''none'' ELSE CONVERT(nvarchar(10), k.encryption_state)'
    '            + CASE WHEN k.encryption_state IN (2, 4, 5, 6) OR k.encryption_scan_state_desc IN (N''RUNNING'', N''SUSPENDED'', N''ABORTED'') THEN N'' changing'' ELSE N'''' END END COLLATE Latin1_General_100_BIN2),'
    '        (4, N''The log chain of database '' + w.name, w.chain,'
    '            CASE WHEN r.last_log_backup_lsn IS NOT NULL THEN N''begun'' ELSE N''not begun'' END COLLATE Latin1_General_100_BIN2),'
    '        (5, N''The availability group of database '' + w.name, w.availability_group,'
    '            CASE WHEN d.replica_id IS NULL AND d.group_database_id IS NULL THEN N''none'' ELSE g.name END COLLATE Latin1_General_100_BIN2),'
    '        (6, N''The mirroring of database '' + w.name, w.mirrored,'
    '            CASE WHEN m.mirroring_guid IS NOT NULL THEN N''on'' ELSE N''off'' END COLLATE Latin1_General_100_BIN2),'
    '        (7, N''The log shipping of database '' + w.name, w.shipped,'
    '            CASE WHEN EXISTS (SELECT 1 FROM msdb.dbo.log_shipping_primary_databases AS l'
    '            WHERE l.primary_database = w.name)'
    '            OR EXISTS (SELECT 1 FROM msdb.dbo.log_shipping_secondary_databases AS l'
    '            WHERE l.secondary_database = w.name) THEN N''on'' ELSE N''off'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.was IS NOT NULL AND (f.found IS NULL OR f.found <> f.was)'
    '    ORDER BY w.name, f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) | Out-Null

Invoke-KeyturnStep -Step 1 -Title 'Test Sales before the change' -Reads -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The state of database Sales'', N''ONLINE'','
    '            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N''Sales'') COLLATE Latin1_General_100_BIN2),'
    '        (2, N''The protector of the DEK of database Sales'', N''0x373B314B78E8D59A0925494558FEF14B726216C5'','
    '            (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)'
    '            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(N''Sales'')) COLLATE Latin1_General_100_BIN2),'
    '        (3, N''The permission BACKUP LOG in database Sales of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(N''[Sales]'', N''DATABASE'', N''BACKUP LOG'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 1: Test Sales before the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP LOG [Sales]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 1'';'
)
}

Invoke-KeyturnStep -Step 2 -Title 'Test Archive before the change' -Reads -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The state of database Archive'', N''ONLINE'','
    '            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N''Archive'') COLLATE Latin1_General_100_BIN2),'
    '        (2, N''The protector of the DEK of database Archive'', N''0x373B314B78E8D59A0925494558FEF14B726216C5'','
    '            (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)'
    '            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(N''Archive'')) COLLATE Latin1_General_100_BIN2),'
    '        (3, N''The permission BACKUP DATABASE in database Archive of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(N''[Archive]'', N''DATABASE'', N''BACKUP DATABASE'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 2: Test Archive before the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP DATABASE [Archive]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 2'';'
)
}

Invoke-KeyturnHostStep -Step 3 -Title 'Copy the folder C:\EKM\15.0.300.96 to C:\ProgramData\Keyturn\20261124T200100Z\connector' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 3: Copy the folder C:\EKM\15.0.300.96 to C:\ProgramData\Keyturn\20261124T200100Z\connector
'{"from":"C:\\EKM\\15.0.300.96","to":"C:\\ProgramData\\Keyturn\\20261124T200100Z\\connector"}' | & {
# Keyturn host script copy-folder: copies a folder to a place where nothing is yet, and compares the copy with it.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Each file below a folder: its path from there, and its SHA-256.
function Get-Hash([string] $Folder) {
    @(Get-ChildItem -LiteralPath $Folder -Recurse -Force -File | Sort-Object -Property FullName | ForEach-Object {
            [ordered]@{
                path = $_.FullName.Substring($Folder.Length).TrimStart('\')
                sha256 = (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant()
            }
        })
}

# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}
try {
    $step.code = 'folder.missing'
    if (-not (Test-Path -LiteralPath $ask.from -PathType Container)) { throw "$($ask.from) does not exist." }
    $there = Test-Path -LiteralPath $ask.to
    if (-not $there) {
        $step.code = 'file.copy'
        Initialize-Parent $ask.to
        Copy-Item -LiteralPath $ask.from -Destination $ask.to -Recurse
    }
    $files = @(Get-Hash $ask.from)
    $copies = @(Get-Hash $ask.to)
    $step.code = 'file.exists'
    $same = $files.Count -eq $copies.Count
    for ($i = 0; $same -and $i -lt $files.Count; $i++) {
        $same = $files[$i].path -eq $copies[$i].path -and $files[$i].sha256 -eq $copies[$i].sha256
    }
    if (-not $same) { throw "$($ask.to) holds other files than $($ask.from), and is not overwritten." }
    $answer = [ordered]@{ done = $true; already = $there; files = $copies }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 4 -Title 'Export the registry key of the connector to C:\ProgramData\Keyturn\20261124T200100Z\registry.json' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 4: Export the registry key of the connector to C:\ProgramData\Keyturn\20261124T200100Z\registry.json
'{"to":"C:\\ProgramData\\Keyturn\\20261124T200100Z\\registry.json"}' | & {
# Keyturn host script export-registry: writes the connector's registry keys, with their access list, into a new file.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Keys and values below a registry key, as far down as they go.
function Get-Tree([object] $Key, [string[]] $Names) {
    $values = @(foreach ($name in $Key.GetValueNames()) {
            [ordered]@{ name = $name; kind = [string] $Key.GetValueKind($name); value = $Key.GetValue($name) }
        })
    [ordered]@{ names = @($Names); values = $values }
    foreach ($name in $Key.GetSubKeyNames()) {
        Get-Tree ($Key.OpenSubKey($name)) (@($Names) + $name)
    }
}

# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}
try {
    $key = 'HKLM:\SOFTWARE\Microsoft\SQL Server Cryptographic Provider'
    $step.code = 'registry.missing'
    if (-not (Test-Path -LiteralPath $key)) { throw "$key does not exist." }
    $step.code = 'registry.read'
    $tree = @(Get-Tree (Get-Item -LiteralPath $key) @())
    $export = [ordered]@{ key = $key; sddl = (Get-Acl -LiteralPath $key).Sddl; keys = $tree }
    $text = ConvertTo-Json -InputObject $export -Compress -Depth 8
    $there = Test-Path -LiteralPath $ask.to
    if (-not $there) {
        $step.code = 'file.write'
        Initialize-Parent $ask.to
        Set-Content -LiteralPath $ask.to -Value $text -Encoding UTF8
    }
    $step.code = 'file.exists'
    $is = (Get-Content -LiteralPath $ask.to -Encoding UTF8) -join ''
    if ($is -ne $text) { throw "$($ask.to) holds something else, and is not overwritten." }
    $answer = [ordered]@{ done = $true; already = $there; keys = $tree.Count }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 5 -Title 'Stop the service MSSQLSERVER on SQL01' -Stops -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Whether SQL Server can open its databases at a start'', N''there'','
    '            CASE WHEN NOT EXISTS (SELECT 1 FROM sys.dm_database_encryption_keys AS k'
    'JOIN sys.databases AS d ON d.database_id = k.database_id'
    'LEFT JOIN master.sys.asymmetric_keys AS a ON a.thumbprint = k.encryptor_thumbprint'
    'LEFT JOIN sys.cryptographic_providers AS p ON p.guid = a.cryptographic_provider_guid'
    'LEFT JOIN sys.server_principals AS s ON s.type = ''K'' AND (s.sid = a.sid OR (a.sid IS NULL AND a.thumbprint'
    '                    = SUBSTRING(s.sid, DATALENGTH(s.sid) - DATALENGTH(a.thumbprint) + 1, 32)))'
    'WHERE k.database_id > 4 AND k.encryptor_type = N''ASYMMETRIC KEY'' AND (p.is_enabled = 0 OR s.is_disabled = 1 OR EXISTS (SELECT 1 FROM sys.configurations AS g'
    '        WHERE g.name = N''EKM provider enabled'' AND CONVERT(int, g.value) = 0)'
    '    OR ((HAS_PERMS_BY_NAME(NULL, NULL, N''VIEW ANY DEFINITION'') = 1'
    '        OR HAS_PERMS_BY_NAME(NULL, NULL, N''VIEW ANY SECURITY DEFINITION'') = 1) AND (p.provider_id IS NULL OR NOT EXISTS (SELECT 1 FROM sys.server_principals AS l'
    '        JOIN sys.server_principal_credentials AS m ON m.principal_id = l.principal_id'
    '        JOIN sys.credentials AS c ON c.credential_id = m.credential_id'
    '        WHERE l.type = ''K'' AND c.target_id = p.provider_id'
    '        AND ((l.sid = a.sid OR (a.sid IS NULL AND a.thumbprint'
    '                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(a.thumbprint) + 1, 32)))'
    '            OR NOT EXISTS (SELECT 1 FROM master.sys.asymmetric_keys AS b WHERE (l.sid = b.sid OR (b.sid IS NULL AND b.thumbprint'
    '                    = SUBSTRING(l.sid, DATALENGTH(l.sid) - DATALENGTH(b.thumbprint) + 1, 32)))))))))) THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 5: Stop the service MSSQLSERVER on SQL01
'{"name":"MSSQLSERVER","seconds":600}' | & {
# Keyturn host script stop-service: stops a service and what depends on it, and tells what ran.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Waits until a service has a state; refuses when the seconds are over.
function Wait-Service([string] $Name, [string] $State, [int] $Seconds) {
    $until = (Get-Date).AddSeconds($Seconds)
    while ([string] (Get-Service -Name $Name).Status -ne $State) {
        if ((Get-Date) -gt $until) {
            $step.code = 'service.timeout'
            throw "$Name is not $State after $Seconds seconds."
        }
        Start-Sleep -Milliseconds 200
    }
}

# Stops a service and what depends on it; gives the names of the dependents that ran.
function Stop-Whole([string] $Name, [int] $Seconds) {
    $dependents = @(Get-Service -Name $Name -DependentServices |
            Where-Object { [string] $_.Status -ne 'Stopped' } | ForEach-Object { $_.Name })
    $step.code = 'service.stop'
    if ([string] (Get-Service -Name $Name).Status -ne 'Stopped') { Stop-Service -Name $Name -Force -NoWait }
    Wait-Service $Name 'Stopped' $Seconds
    $dependents
}
try {
    $dependents = @(Stop-Whole $ask.name $ask.seconds)
    $answer = [ordered]@{ done = $true; state = [string] (Get-Service -Name $ask.name).Status; dependents = $dependents }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
} -Back {
'{"name":"MSSQLSERVER","dependents":["SQLSERVERAGENT"],"seconds":600}' | & {
# Keyturn host script start-service: starts a service, then those that depend on it.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Waits until a service has a state; refuses when the seconds are over.
function Wait-Service([string] $Name, [string] $State, [int] $Seconds) {
    $until = (Get-Date).AddSeconds($Seconds)
    while ([string] (Get-Service -Name $Name).Status -ne $State) {
        if ((Get-Date) -gt $until) {
            $step.code = 'service.timeout'
            throw "$Name is not $State after $Seconds seconds."
        }
        Start-Sleep -Milliseconds 200
    }
}

# Starts a service, then those that depend on it; gives the names of dependents that did not start.
function Start-Whole([string] $Name, [object[]] $Dependents, [int] $Seconds) {
    $step.code = 'service.start'
    Start-Service -Name $Name
    Wait-Service $Name 'Running' $Seconds
    foreach ($one in $Dependents) {
        try { Start-Service -Name $one } catch { $one }
    }
}
try {
    $left = @(Start-Whole $ask.name @($ask.dependents) $ask.seconds)
    $answer = [ordered]@{ done = $true; state = [string] (Get-Service -Name $ask.name).Status; notStarted = $left }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 6 -Title 'Rename the folder C:\EKM\15.0.300.96 to C:\EKM\15.0.300.96.old-20261124T200100Z' -Stopped -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 6: Rename the folder C:\EKM\15.0.300.96 to C:\EKM\15.0.300.96.old-20261124T200100Z
'{"from":"C:\\EKM\\15.0.300.96","to":"C:\\EKM\\15.0.300.96.old-20261124T200100Z"}' | & {
# Keyturn host script rename-folder: gives a folder another name, where nothing has that name yet.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
try {
    $from = Test-Path -LiteralPath $ask.from -PathType Container
    $to = Test-Path -LiteralPath $ask.to
    $step.code = 'folder.missing'
    if (-not $from -and -not $to) { throw "$($ask.from) does not exist." }
    $step.code = 'file.exists'
    if ($from -and $to) { throw "$($ask.to) exists and is not overwritten." }
    $step.code = 'folder.rename'
    if ($from) { Move-Item -LiteralPath $ask.from -Destination $ask.to }
    $answer = [ordered]@{ done = $true; already = $to }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
} -Back {
'{"from":"C:\\EKM\\15.0.300.96.old-20261124T200100Z","to":"C:\\EKM\\15.0.300.96"}' | & {
# Keyturn host script rename-folder: gives a folder another name, where nothing has that name yet.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
try {
    $from = Test-Path -LiteralPath $ask.from -PathType Container
    $to = Test-Path -LiteralPath $ask.to
    $step.code = 'folder.missing'
    if (-not $from -and -not $to) { throw "$($ask.from) does not exist." }
    $step.code = 'file.exists'
    if ($from -and $to) { throw "$($ask.to) exists and is not overwritten." }
    $step.code = 'folder.rename'
    if ($from) { Move-Item -LiteralPath $ask.from -Destination $ask.to }
    $answer = [ordered]@{ done = $true; already = $to }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 7 -Title 'Uninstall the program {F2CA065F-5775-3CFA-8E75-464EF05A47AE}' -Stopped -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 7: Uninstall the program {F2CA065F-5775-3CFA-8E75-464EF05A47AE}
'{"productCode":"{F2CA065F-5775-3CFA-8E75-464EF05A47AE}","log":"C:\\ProgramData\\Keyturn\\20261124T200100Z\\uninstall.log"}' | & {
# Keyturn host script uninstall-program: removes a program by its product code.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}

# Runs the Windows installer to its end and gives its exit code.
function Invoke-Installer([string] $Arguments) {
    (Start-Process -FilePath "$env:SystemRoot\System32\msiexec.exe" -ArgumentList $Arguments -Wait -PassThru).ExitCode
}
try {
    Initialize-Parent $ask.log
    $exit = Invoke-Installer "/x $($ask.productCode) /qn /norestart /l*v `"$($ask.log)`""
    $step.code = "msi.$exit"
    if (0, 1605, 1614, 1641, 3010 -notcontains $exit) { throw "msiexec ended with $exit. Log: $($ask.log)" }
    $answer = [ordered]@{ done = $true; exitCode = $exit; restartNeeded = (1641, 3010 -contains $exit) }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 8 -Title 'Install C:\Install\SQLServerConnectorforMicrosoftAzureKeyVault.msi' -Stopped -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 8: Install C:\Install\SQLServerConnectorforMicrosoftAzureKeyVault.msi
'{"msi":"C:\\Install\\SQLServerConnectorforMicrosoftAzureKeyVault.msi","log":"C:\\ProgramData\\Keyturn\\20261124T200100Z\\install.log"}' | & {
# Keyturn host script install-msi: installs a package whose hash is as planned.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}

# Runs the Windows installer to its end and gives its exit code.
function Invoke-Installer([string] $Arguments) {
    (Start-Process -FilePath "$env:SystemRoot\System32\msiexec.exe" -ArgumentList $Arguments -Wait -PassThru).ExitCode
}

# Gives the hash of a file; refuses one that is missing, or is another than was planned, or is not signed.
function Assert-File([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) {
        $step.code = 'file.missing'
        throw "$Path does not exist."
    }
    $is = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant()
    $step.code = 'file.differs'
    if ($ask.PSObject.Properties['sha256'] -and $is -ne $ask.sha256) {
        throw "The SHA-256 of $Path is $is, not $($ask.sha256)."
    }
    $signed = [string] (Get-AuthenticodeSignature -LiteralPath $Path).Status
    if ($signed -ne 'Valid') { throw "The signature of $Path is $signed." }
    $is
}
try {
    Assert-File $ask.msi | Out-Null
    Initialize-Parent $ask.log
    $exit = Invoke-Installer "/i `"$($ask.msi)`" /qn /norestart /l*v `"$($ask.log)`""
    $step.code = "msi.$exit"
    if (0, 1641, 3010 -notcontains $exit) { throw "msiexec ended with $exit. Log: $($ask.log)" }
    $answer = [ordered]@{ done = $true; exitCode = $exit; restartNeeded = (1641, 3010 -contains $exit) }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
} -Back {
'{"from":"C:\\EKM\\15.0.300.96","to":"C:\\EKM\\15.0.300.96.failed-20261124T200100Z"}' | & {
# Keyturn host script rename-folder: gives a folder another name, where nothing has that name yet.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
try {
    $from = Test-Path -LiteralPath $ask.from -PathType Container
    $to = Test-Path -LiteralPath $ask.to
    $step.code = 'folder.missing'
    if (-not $from -and -not $to) { throw "$($ask.from) does not exist." }
    $step.code = 'file.exists'
    if ($from -and $to) { throw "$($ask.to) exists and is not overwritten." }
    $step.code = 'folder.rename'
    if ($from) { Move-Item -LiteralPath $ask.from -Destination $ask.to }
    $answer = [ordered]@{ done = $true; already = $to }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 9 -Title 'Add missing registry entries from C:\ProgramData\Keyturn\20261124T200100Z\registry.json' -Stopped -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 9: Add missing registry entries from C:\ProgramData\Keyturn\20261124T200100Z\registry.json
'{"from":"C:\\ProgramData\\Keyturn\\20261124T200100Z\\registry.json"}' | & {
# Keyturn host script merge-registry: puts back what is missing of the connector's registry keys, and replaces nothing.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
try {
    $key = 'HKLM:\SOFTWARE\Microsoft\SQL Server Cryptographic Provider'
    $step.code = 'file.missing'
    if (-not (Test-Path -LiteralPath $ask.from -PathType Leaf)) { throw "$($ask.from) does not exist." }
    $step.code = 'file.read'
    $saved = ConvertFrom-Json -InputObject ((Get-Content -LiteralPath $ask.from -Encoding UTF8) -join '')
    $step.code = 'registry.write'
    $fresh = -not (Test-Path -LiteralPath $key)
    if ($fresh) {
        New-Item -Path $key | Out-Null
        $acl = Get-Acl -LiteralPath $key
        $acl.SetSecurityDescriptorSddlForm($saved.sddl)
        Set-Acl -LiteralPath $key -AclObject $acl
    }
    $root = (Get-Item -LiteralPath 'HKLM:\SOFTWARE\Microsoft').OpenSubKey('SQL Server Cryptographic Provider', $true)
    $added = 0
    $differs = @()
    foreach ($one in $saved.keys) {
        $at = $root
        foreach ($name in $one.names) {
            $below = $at.OpenSubKey($name, $true)
            if (-not $below) { $below = $at.CreateSubKey($name) }
            $at = $below
        }
        foreach ($value in $one.values) {
            if ($at.GetValueNames() -notcontains $value.name) {
                $at.SetValue($value.name, $value.value, $value.kind)
                $added++
            }
            elseif ([string] $at.GetValue($value.name) -ne [string] $value.value) { $differs += @($one.names) -join '\' }
        }
    }
    $answer = [ordered]@{ done = $true; added = $added; differs = $differs; recreated = $fresh }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 10 -Title 'Check that C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll is version 15.0.2000.440' -Stopped -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 10: Check that C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll is version 15.0.2000.440
'{"path":"C:\\EKM\\15.0.300.96\\Microsoft.AzureKeyVaultService.EKM.dll","version":"15.0.2000.440","account":"NT SERVICE\\MSSQLSERVER"}' | & {
# Keyturn host script check-file: refuses unless a file has the planned version and hash, is signed, and the service account may read it.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Whether an account has a right: $true, $false, or $null where a group decides whose members are not known here.
function Get-Reach([object] $Acl, [string] $Account, [string] $Letters, [string] $Words, [int] $Bit) {
    $rules = @($Acl.Access | Where-Object { $_.IdentityReference.Value -eq $Account })
    $property = 'FileSystemRights'
    if ($rules.Count -gt 0 -and $rules[0].PSObject.Properties['RegistryRights']) { $property = 'RegistryRights' }
    $own = @($rules | Where-Object { [string] $_.$property -match $Words })
    if (@($own | Where-Object { [string] $_.AccessControlType -eq 'Deny' }).Count -gt 0) { return $false }
    if ($own.Count -gt 0) { return $true }
    $everybody = 'WD', 'AU', 'BU', 'S-1-5-80-0'
    if ($Account -eq 'LocalSystem') { $everybody += 'SY' }
    $others = 0
    foreach ($entry in [regex]::Matches($Acl.Sddl, '\((A|D);[^;]*;([^;]*);[^;]*;[^;]*;([^;)]*)\)')) {
        $rights = $entry.Groups[2].Value
        $has = $rights -match $Letters
        if ($rights -like '0x*') { $has = ([Convert]::ToInt64($rights, 16) -band $Bit) -eq $Bit }
        if (-not $has) { continue }
        if ($everybody -contains $entry.Groups[3].Value) { return $entry.Groups[1].Value -eq 'A' }
        if ('SY', 'BA', 'CO', 'NS', 'LS' -notcontains $entry.Groups[3].Value -and $entry.Groups[3].Value -notlike 'S-1-5-80-*') { $others++ }
    }
    if ($others -gt 0) { return $null }
    return $false
}

function Get-FileFact([string] $Path, [string] $Account) {
    $item = Get-Item -LiteralPath $Path
    $version = $item.VersionInfo
    $signature = Get-AuthenticodeSignature -LiteralPath $Path
    $signer = $null
    if ($signature.SignerCertificate) { $signer = $signature.SignerCertificate.Subject }
    $readable = $null
    if ($Account) { $readable = Get-Reach (Get-Acl -LiteralPath $Path) $Account 'FA|FR|GA|GR' 'Read|Modify|FullControl' 1 }
    [ordered]@{
        path = $item.FullName
        version = '{0}.{1}.{2}.{3}' -f $version.FileMajorPart, $version.FileMinorPart, $version.FileBuildPart, $version.FilePrivatePart
        date = $item.LastWriteTimeUtc.ToString('s') + 'Z'
        bytes = $item.Length
        sha256 = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant()
        signature = [string] $signature.Status
        signer = $signer
        readable = $readable
    }
}
try {
    $step.code = 'file.missing'
    if (-not (Test-Path -LiteralPath $ask.path -PathType Leaf)) { throw "$($ask.path) does not exist." }
    $step.code = 'host.failed'
    $account = ''
    if ($ask.PSObject.Properties['account']) { $account = $ask.account }
    $file = Get-FileFact $ask.path $account
    $differences = @()
    if ($ask.PSObject.Properties['version'] -and $file.version -ne $ask.version) { $differences += "version $($file.version)" }
    if ($ask.PSObject.Properties['date'] -and $file.date.Substring(0, 10) -ne $ask.date) { $differences += "date $($file.date)" }
    if ($ask.PSObject.Properties['sha256'] -and $file.sha256 -ne $ask.sha256) { $differences += "SHA-256 $($file.sha256)" }
    if ($file.signature -ne 'Valid') { $differences += "signature $($file.signature)" }
    if ($file.readable -eq $false) { $differences += "not readable for $account" }
    if ($differences.Count -gt 0) {
        $step.code = 'file.differs'
        throw "$($ask.path) is another file than was planned: $($differences -join ', ')."
    }
    $answer = [ordered]@{ done = $true; file = $file }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnHostStep -Step 11 -Title 'Start the service MSSQLSERVER on SQL01' -Stopped -Starts -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN (EXISTS (SELECT 1 FROM sys.dm_os_sys_info AS i WHERE i.sqlserver_start_time <> CONVERT(datetime, N''2026-11-24T20:00:00.000'', 126) AND @@SERVERNAME = N''SQL01'') AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales'', N''Archive''))) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 11: Start the service MSSQLSERVER on SQL01
'{"name":"MSSQLSERVER","dependents":["SQLSERVERAGENT"],"seconds":600}' | & {
# Keyturn host script start-service: starts a service, then those that depend on it.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Waits until a service has a state; refuses when the seconds are over.
function Wait-Service([string] $Name, [string] $State, [int] $Seconds) {
    $until = (Get-Date).AddSeconds($Seconds)
    while ([string] (Get-Service -Name $Name).Status -ne $State) {
        if ((Get-Date) -gt $until) {
            $step.code = 'service.timeout'
            throw "$Name is not $State after $Seconds seconds."
        }
        Start-Sleep -Milliseconds 200
    }
}

# Starts a service, then those that depend on it; gives the names of dependents that did not start.
function Start-Whole([string] $Name, [object[]] $Dependents, [int] $Seconds) {
    $step.code = 'service.start'
    Start-Service -Name $Name
    Wait-Service $Name 'Running' $Seconds
    foreach ($one in $Dependents) {
        try { Start-Service -Name $one } catch { $one }
    }
}
try {
    $left = @(Start-Whole $ask.name @($ask.dependents) $ask.seconds)
    $answer = [ordered]@{ done = $true; state = [string] (Get-Service -Name $ask.name).Status; notStarted = $left }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
}
}

Invoke-KeyturnStep -Step 12 -Title 'Register C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll again for AzureKeyVault_EKM' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N''AzureKeyVault_EKM'' AND TRY_CONVERT(int, PARSENAME(p.version, 4)) = 15 AND TRY_CONVERT(int, PARSENAME(p.version, 3)) = 0 AND TRY_CONVERT(int, PARSENAME(p.version, 2)) = 2000 AND TRY_CONVERT(int, PARSENAME(p.version, 1)) = 440) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The DLL of provider AzureKeyVault_EKM'', N''C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll'','
    '            (SELECT p.dll_path FROM sys.cryptographic_providers AS p WHERE p.name = N''AzureKeyVault_EKM'') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 12: Register C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll again for AzureKeyVault_EKM
Invoke-KeyturnBatch @Server -Query @(
    'ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM]'
    'FROM FILE = N''C:\EKM\15.0.300.96\Microsoft.AzureKeyVaultService.EKM.dll'';'
)
}

Invoke-KeyturnStep -Step 13 -Title 'Enable AzureKeyVault_EKM if it is disabled' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N''AzureKeyVault_EKM'' AND p.is_enabled = 1) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Provider AzureKeyVault_EKM'', N''there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N''AzureKeyVault_EKM'' AND 1 = 1) THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 13: Enable AzureKeyVault_EKM if it is disabled
Invoke-KeyturnBatch @Server -Query @(
    'ALTER CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM] ENABLE;'
)
}

Invoke-KeyturnStep -Step 14 -Title 'Read AzureKeyVault_EKM and the loaded DLL again' -Reads -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Provider AzureKeyVault_EKM'', N''there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.cryptographic_providers AS p WHERE p.name = N''AzureKeyVault_EKM'' AND 1 = 1) THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 14: Read AzureKeyVault_EKM and the loaded DLL again
Invoke-KeyturnBatch @Server -Query @(
    'SELECT name, guid, version, dll_path, is_enabled'
    'FROM sys.cryptographic_providers'
    'WHERE name = N''AzureKeyVault_EKM'';'
    'SELECT name, file_version, product_version'
    'FROM sys.dm_os_loaded_modules'
    'WHERE name LIKE N''%EKM%.dll'';'
)
}

Invoke-KeyturnStep -Step 15 -Title 'Test Sales after the change' -Reads -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The state of database Sales'', N''ONLINE'','
    '            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N''Sales'') COLLATE Latin1_General_100_BIN2),'
    '        (2, N''The protector of the DEK of database Sales'', N''0x373B314B78E8D59A0925494558FEF14B726216C5'','
    '            (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)'
    '            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(N''Sales'')) COLLATE Latin1_General_100_BIN2),'
    '        (3, N''The permission BACKUP LOG in database Sales of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(N''[Sales]'', N''DATABASE'', N''BACKUP LOG'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 15: Test Sales after the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP LOG [Sales]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 15'';'
)
}

Invoke-KeyturnStep -Step 16 -Title 'Test Archive after the change' -Reads -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The state of database Archive'', N''ONLINE'','
    '            (SELECT d.state_desc FROM sys.databases AS d WHERE d.name = N''Archive'') COLLATE Latin1_General_100_BIN2),'
    '        (2, N''The protector of the DEK of database Archive'', N''0x373B314B78E8D59A0925494558FEF14B726216C5'','
    '            (SELECT CONVERT(nvarchar(100), k.encryptor_thumbprint, 1)'
    '            FROM sys.dm_database_encryption_keys AS k WHERE k.database_id = DB_ID(N''Archive'')) COLLATE Latin1_General_100_BIN2),'
    '        (3, N''The permission BACKUP DATABASE in database Archive of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(N''[Archive]'', N''DATABASE'', N''BACKUP DATABASE'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 16: Test Archive after the change
Invoke-KeyturnBatch @Server -Query @(
    'BACKUP DATABASE [Archive]'
    'TO DISK = N''NUL'''
    'WITH COPY_ONLY, NAME = N''Keyturn test of the key, step 16'';'
)
}

} finally {
    Close-KeyturnLock
}
