# forward.ps1 for SQL01
# Plan of 2026-11-24T20:01:00Z, digest sha256:e5e18c68e67bd37a9c0abca06c6d17fab7a185feb16f34294e924de9d8a4c0a1
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
    '        (3, N''The permission ALTER ANY CREDENTIAL of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N''ALTER ANY CREDENTIAL'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2),'
    '        (4, N''The permission VIEW SERVER STATE of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N''VIEW SERVER STATE'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2),'
    '        (5, N''Encryption of this connection'', N''on'','
    '            CASE WHEN (SELECT TOP (1) c.encrypt_option FROM sys.dm_exec_connections AS c WHERE c.session_id = @@SPID) = N''TRUE'''
    '    THEN N''on'' ELSE N''off'' END COLLATE Latin1_General_100_BIN2),'
    '        (6, N''The version of SQL Server'', N''16.0.4225.2'','
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

Read-KeyturnGuard -Moved 'Keyturn stopped before the first step. Nothing was sent:' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''The last alteration of credential Azure_TDE'', N''2026-01-07 09:30:00.123'','
    '            (SELECT CONVERT(nvarchar(30), c.modify_date, 121)'
    '    FROM sys.credentials AS c WHERE c.name = N''Azure_TDE'') COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
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

Invoke-KeyturnStep -Step 2 -Title 'Make an additional secret of the application' -Unseen 'Step 2: this script cannot see whether step 2 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 2: Make an additional secret of the application
if ($Secret.ContainsKey('KEYTURN_SECRET_1')) {
    Write-Host 'A secret was provided, so none is made.'
} else {
    if (@(Get-AzADAppCredential -ApplicationId '11111111-2222-3333-4444-555555555555' | Where-Object { $_.DisplayName -eq 'Keyturn SQL01 20261124T200100Z' }).Count -gt 0) {
        throw 'The application has a secret of this name; nothing was made.'
    }
    $made = New-AzADAppCredential -ApplicationId '11111111-2222-3333-4444-555555555555' -PasswordCredentials @{ displayName = 'Keyturn SQL01 20261124T200100Z'; endDateTime = '2027-11-24T20:01:00Z' }
    $Secret['KEYTURN_SECRET_1'] = ConvertTo-SecureString -String $made.SecretText -AsPlainText -Force
    $made | Format-List -Property DisplayName, KeyId, EndDateTime
}
}

Invoke-KeyturnStep -Step 3 -Title 'Give the credential Azure_TDE the new secret' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Credential Azure_TDE'', N''there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N''CRYPTOGRAPHIC PROVIDER'' AND x.name = N''Azure_TDE'') THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2),'
    '        (2, N''New secret of credential Azure_TDE'', N''not there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c WHERE c.name = N''Azure_TDE'''
    '            AND c.modify_date <> CONVERT(datetime, N''2026-01-07T09:30:00.123'', 126)) THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 3: Give the credential Azure_TDE the new secret
Invoke-KeyturnBatch @Server -Query @(
    'ALTER CREDENTIAL [Azure_TDE]'
    'WITH IDENTITY = N''contoso'','
    ('SECRET = N''11111111222233334444555555555555' + (Get-KeyturnSecret 'KEYTURN_SECRET_1') + ''';')
)
}

Invoke-KeyturnStep -Step 4 -Title 'Read whether SQL01 was restarted' -Reads -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 4: Read whether SQL01 was restarted
Invoke-KeyturnBatch @Server -Query @(
    'SELECT i.sqlserver_start_time, c.name AS credential, c.modify_date'
    'FROM sys.credentials AS c'
    'CROSS JOIN sys.dm_os_sys_info AS i'
    'WHERE c.name IN (N''Azure_TDE'')'
    'ORDER BY c.name;'
)
}

} finally {
    Close-KeyturnLock
}
