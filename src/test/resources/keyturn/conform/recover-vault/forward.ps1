# forward.ps1 for SQL01
# Plan of 2026-11-24T20:01:00Z, digest sha256:a822a959cf63a4b51fca39eade17aa4f359e24a7a238f8f7131b36fa0c476c33
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

# Sends one HTTPS request to a vault or its sign-in service and returns status, challenge and content, whatever the status.
function Send-KeyturnRequest {
    param(
        [Parameter(Mandatory = $true)] [string] $Uri,
        [string] $Token = '',
        [string] $Body = '',
        [string] $ContentType = 'application/json'
    )
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
    $request = [System.Net.WebRequest]::CreateHttp($Uri)
    $request.AllowAutoRedirect = $false
    if ($null -ne $request.Proxy) {
        $request.Proxy.Credentials = [System.Net.CredentialCache]::DefaultNetworkCredentials
    }
    if ($Token) {
        $request.Headers['Authorization'] = "Bearer $Token"
    }
    try {
        if ($Body) {
            $bytes = [System.Text.Encoding]::UTF8.GetBytes($Body)
            $request.Method = 'POST'
            $request.ContentType = $ContentType
            $stream = $request.GetRequestStream()
            $stream.Write($bytes, 0, $bytes.Length)
            $stream.Close()
        }
        $response = $request.GetResponse()
    } catch {
        $cause = $_.Exception
        while ($null -ne $cause -and $cause -isnot [System.Net.WebException]) {
            $cause = $cause.InnerException
        }
        if ($null -eq $cause -or $null -eq $cause.Response) {
            throw
        }
        $response = $cause.Response
    }
    try {
        $reader = New-Object System.IO.StreamReader($response.GetResponseStream(), [System.Text.Encoding]::UTF8)
        $text = $reader.ReadToEnd()
        [pscustomobject] @{
            Status = [int] $response.StatusCode
            Challenge = [string] $response.Headers['WWW-Authenticate']
            Content = $(try { ConvertFrom-Json -InputObject $text } catch { $null })
        }
    } finally {
        $response.Close()
    }
}

# Returns the content of a successful answer. Any other answer ends the step with its error.
function Read-KeyturnAnswer {
    param([Parameter(Mandatory = $true)] [string] $Of, [Parameter(Mandatory = $true)] $Answer)
    if ($Answer.Status -ge 300) {
        $told = $Answer.Content.error
        $reason = if ($told -is [string]) { $Answer.Content.error_description } else { "$($told.code) $($told.innererror.code) $($told.message)" }
        throw "$Of answered $($Answer.Status): $reason"
    }
    $Answer.Content
}

# Bytes as a vault writes them, and back.
function ConvertTo-KeyturnBase64Url {
    param([Parameter(Mandatory = $true)] [byte[]] $Bytes)
    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

function ConvertFrom-KeyturnBase64Url {
    param([Parameter(Mandatory = $true)] [string] $Text)
    $base64 = $Text.Replace('-', '+').Replace('_', '/')
    , [Convert]::FromBase64String($base64.PadRight($base64.Length + (4 - $base64.Length % 4) % 4, '='))
}

# Does in the vault what SQL Server will do: gets a token and the key, wraps one value and unwraps it. With -EncryptHere the
# value is encrypted here with the public half of the key: a key that has expired wraps nothing and unwraps all the same. It signs in as the
# application whose secret the credentials hold, not as the account of Connect-AzAccount, because SQL Server uses the rights
# of the application. The secret is sent only to the sign-in service, in the body of one request over TLS, never in a file.
function Test-KeyturnVaultKey {
    param(
        [Parameter(Mandatory = $true)] [string] $Vault,
        [Parameter(Mandatory = $true)] [string] $Name,
        [string] $Version = '',
        [Parameter(Mandatory = $true)] [string] $Login,
        [Parameter(Mandatory = $true)] [string] $ClientId,
        [Parameter(Mandatory = $true)] [string] $SecretName,
        [switch] $EncryptHere
    )
    $api = '?api-version=7.4'
    $asked = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$Version$api"
    if ($asked.Challenge -notmatch 'authorization(_uri)?="https://[^/"]+/([^/"]+)') {
        throw "$Vault answered $($asked.Status) and named no tenant to sign in to."
    }
    $tenant = $Matches[2]
    $form = @{
        grant_type = 'client_credentials'
        client_id = $ClientId
        client_secret = Read-KeyturnSecret $SecretName
        scope = ($Vault -replace '^https://[^.]+\.', 'https://') + '/.default'
    }
    $body = @($form.GetEnumerator() | ForEach-Object { "$($_.Key)=$([System.Uri]::EscapeDataString($_.Value))" }) -join '&'
    $signedIn = Send-KeyturnRequest -Uri "$Login/$tenant/oauth2/v2.0/token" -Body $body -ContentType 'application/x-www-form-urlencoded'
    $token = (Read-KeyturnAnswer -Of 'The sign-in of the application' -Answer $signedIn).access_token
    $got = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$Version$api" -Token $token
    $key = (Read-KeyturnAnswer -Of 'The vault, asked for the key,' -Answer $got).key
    $one = ([System.Uri] $key.kid).Segments[-1]
    $value = New-Object byte[] 32
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    $random.GetBytes($value)
    $plain = ConvertTo-KeyturnBase64Url $value
    if ($EncryptHere) {
        $public = New-Object System.Security.Cryptography.RSAParameters
        $public.Modulus = ConvertFrom-KeyturnBase64Url $key.n
        $public.Exponent = ConvertFrom-KeyturnBase64Url $key.e
        $rsa = New-Object System.Security.Cryptography.RSACryptoServiceProvider
        $rsa.ImportParameters($public)
        $wrapped = ConvertTo-KeyturnBase64Url $rsa.Encrypt($value, $true)
    } else {
        $wrap = ConvertTo-Json -Compress -InputObject @{ alg = 'RSA-OAEP'; value = $plain }
        $answer = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$one/wrapkey$api" -Token $token -Body $wrap
        $wrapped = (Read-KeyturnAnswer -Of 'The vault, asked to wrap,' -Answer $answer).value
    }
    $unwrap = ConvertTo-Json -Compress -InputObject @{ alg = 'RSA-OAEP'; value = $wrapped }
    $answer = Send-KeyturnRequest -Uri "$Vault/keys/$Name/$one/unwrapkey$api" -Token $token -Body $unwrap
    $back = (Read-KeyturnAnswer -Of 'The vault, asked to unwrap,' -Answer $answer).value
    if ($back.TrimEnd('=') -cne $plain) {
        throw 'The vault unwrapped a different value than it had wrapped.'
    }
    if ($EncryptHere) {
        Write-Host "The application unwrapped a value with $Name/$one."
    } else {
        Write-Host "The application wrapped and unwrapped a value with $Name/$one."
    }
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
    '        (4, N''The permission ALTER ANY LOGIN of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N''ALTER ANY LOGIN'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2),'
    '        (5, N''The permission CREATE ANY DATABASE of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N''CREATE ANY DATABASE'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2),'
    '        (6, N''The permission VIEW SERVER STATE of the login that runs the plan'', N''held'','
    '            CASE WHEN HAS_PERMS_BY_NAME(NULL, NULL, N''VIEW SERVER STATE'') = 1 THEN N''held'' ELSE N''not held'' END COLLATE Latin1_General_100_BIN2),'
    '        (7, N''Encryption of this connection'', N''on'','
    '            CASE WHEN (SELECT TOP (1) c.encrypt_option FROM sys.dm_exec_connections AS c WHERE c.session_id = @@SPID) = N''TRUE'''
    '    THEN N''on'' ELSE N''off'' END COLLATE Latin1_General_100_BIN2),'
    '        (8, N''The version of SQL Server'', N''16.0.4225.2'','
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

Invoke-KeyturnStep -Step 1 -Title 'Create the vault https://contoso-new.vault.azure.net' -Unseen 'Step 1: this script cannot see whether step 1 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Elsewhere { [pscustomobject] @{ done = $null -ne (Get-AzKeyVault -VaultName 'contoso-new'); moved = [System.DBNull]::Value } } -Act {
# Step 1: Create the vault https://contoso-new.vault.azure.net
if (-not (Test-AzKeyVaultNameAvailability -Name 'contoso-new').NameAvailable) {
    throw 'This name is taken, perhaps by a deleted vault; nothing was created.'
}
New-AzKeyVault -Name 'contoso-new' -ResourceGroupName 'keys' -Location 'northeurope' -Sku Standard `
    -SubscriptionId '11111111-2222-3333-4444-555555555555' -EnablePurgeProtection | Out-Null
}

Invoke-KeyturnStep -Step 2 -Title 'Give this sign-in the right to restore keys into https://contoso-new.vault.azure.net' -Unseen 'Step 2: this script cannot see whether step 2 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 2: Give this sign-in the right to restore keys into https://contoso-new.vault.azure.net
$vault = Get-AzKeyVault -VaultName 'contoso-new'
$who = if ((Get-AzContext).Account.Type -eq 'User') { (Get-AzADUser -SignedIn).Id } else { (Get-AzADServicePrincipal -ApplicationId (Get-AzContext).Account.Id).Id }
if ($vault.EnableRbacAuthorization) {
    $there = Get-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Officer' -Scope $vault.ResourceId
    if ($null -eq $there) {
        New-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Officer' -Scope $vault.ResourceId | Out-Null
    }
} else {
    $old = @($vault.AccessPolicies | Where-Object { $_.ObjectId -eq $who } |
        ForEach-Object { $_.PermissionsToKeys })
    Set-AzKeyVaultAccessPolicy -VaultName 'contoso-new' -ObjectId $who -BypassObjectIdValidation `
        -PermissionsToKeys @($old + @('get', 'list', 'recover', 'restore') | Select-Object -Unique)
}
}

Invoke-KeyturnStep -Step 3 -Title 'Restore the key tde-key into https://contoso-new.vault.azure.net' -Unseen 'Step 3: this script cannot see whether step 3 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Elsewhere { [pscustomobject] @{ done = $null -ne (Get-AzKeyVaultKey -VaultName 'contoso-new' -Name 'tde-key'); moved = [System.DBNull]::Value } } -Act {
# Step 3: Restore the key tde-key into https://contoso-new.vault.azure.net
if ((Get-FileHash -Algorithm SHA256 -LiteralPath 'D:\keys\contoso.tde-key.20261101T030000Z.keybackup').Hash -ne '0000000000000000000000000000000000000000000000000000000000000000') {
    throw 'The backup is not the file that was written; nothing was restored.'
}
if ($null -ne (Get-AzKeyVaultKey -VaultName 'contoso-new' -Name 'tde-key') -or
    $null -ne (Get-AzKeyVaultKey -VaultName 'contoso-new' -Name 'tde-key' -InRemovedState)) {
    throw 'The vault has a key of this name, or a deleted one; nothing was restored.'
}
Restore-AzKeyVaultKey -VaultName 'contoso-new' -InputFile 'D:\keys\contoso.tde-key.20261101T030000Z.keybackup' | Out-Null
foreach ($version in @(
    @{ Id = '0123456789abcdef0123456789abcdef'; Modulus = '///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////Pxw=='; Exponent = 'AQAB' }
)) {
    $key = Get-AzKeyVaultKey -VaultName 'contoso-new' -Name 'tde-key' -Version $version.Id
    if ($null -eq $key -or [System.Convert]::ToBase64String($key.Key.N) -ne $version.Modulus) {
        throw "Version $($version.Id) is missing in the vault, or is another key."
    }
}
}

Invoke-KeyturnStep -Step 4 -Title 'Give the application 00000000-7072-6163-7469-636500000001 its rights on the keys of https://contoso-new.vault.azure.net' -Unseen 'Step 4: this script cannot see whether step 4 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 4: Give the application 00000000-7072-6163-7469-636500000001 its rights on the keys of https://contoso-new.vault.azure.net
$vault = Get-AzKeyVault -VaultName 'contoso-new'
$who = (Get-AzADServicePrincipal -ApplicationId '00000000-7072-6163-7469-636500000001').Id
if ($vault.EnableRbacAuthorization) {
    $there = Get-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Service Encryption User' -Scope $vault.ResourceId
    if ($null -eq $there) {
        New-AzRoleAssignment -ObjectId $who -RoleDefinitionName 'Key Vault Crypto Service Encryption User' -Scope $vault.ResourceId | Out-Null
    }
} else {
    $old = @($vault.AccessPolicies | Where-Object { $_.ObjectId -eq $who } |
        ForEach-Object { $_.PermissionsToKeys })
    Set-AzKeyVaultAccessPolicy -VaultName 'contoso-new' -ObjectId $who -BypassObjectIdValidation `
        -PermissionsToKeys @($old + @('get', 'list', 'wrapKey', 'unwrapKey') | Select-Object -Unique)
}
}

Invoke-KeyturnStep -Step 5 -Title 'Test the key tde-key/0123456789abcdef0123456789abcdef as the application' -Reads -Unseen 'Step 5: this script cannot see whether step 5 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 5: Test the key tde-key/0123456789abcdef0123456789abcdef as the application
Test-KeyturnVaultKey -Vault 'https://contoso-new.vault.azure.net' -Name 'tde-key' -Version '0123456789abcdef0123456789abcdef' `
    -Login 'https://login.microsoftonline.com' -ClientId '00000000-7072-6163-7469-636500000001' -SecretName 'KEYTURN_SECRET_1'
}

Invoke-KeyturnStep -Step 6 -Title 'Host administrator: export the connector''s registry and remove the entries of https://contoso.vault.azure.net' -Unseen 'Step 6: this script cannot see whether step 6 was done. See run-order.txt. A wrong secret shows only when SQL Server uses a key (33028 or 3303): set the right secret with ALTER CREDENTIAL, then run this script again.' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 6: Host administrator: export the connector's registry and remove the entries of https://contoso.vault.azure.net
$tree = 'SOFTWARE\Microsoft\SQL Server Cryptographic Provider'
$root = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey("$tree\Azure Key Vault", $true)
if ($null -eq $root) {
    Write-Warning 'This machine has no such entry. Have it removed on the host of SQL Server.'
} else {
    $saved = "$env:TEMP\connector-$(Get-Date -Format yyyyMMddHHmmss).reg"
    & "$env:SystemRoot\System32\reg.exe" export "HKLM\$tree" $saved
    if ($LASTEXITCODE -ne 0) {
        throw 'The registry was not exported; nothing was removed.'
    }
    foreach ($name in $root.GetSubKeyNames()) {
        $key = $root.OpenSubKey($name)
        $uris = @(foreach ($one in $key.GetSubKeyNames()) { $key.OpenSubKey($one).GetValue('KeyUri') })
        $key.Close()
        if (@($uris | Where-Object { $_ -like 'https://contoso.vault.azure.net/*' }).Count -gt 0) {
            $root.DeleteSubKeyTree($name)
        }
    }
}
}

Invoke-KeyturnStep -Step 7 -Title 'Create the temporary credential Keyturn temporary recover-vault' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c'
    '            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id'
    '            WHERE c.target_type = N''CRYPTOGRAPHIC PROVIDER'' AND c.name = N''Keyturn temporary recover-vault'''
    '            AND c.credential_identity = N''contoso-new'' AND p.name = N''AzureKeyVault_EKM'') THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Credential Keyturn temporary recover-vault'', N''not there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N''Keyturn temporary recover-vault'') THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 7: Create the temporary credential Keyturn temporary recover-vault
Invoke-KeyturnBatch @Server -Query @(
    'CREATE CREDENTIAL [Keyturn temporary recover-vault]'
    'WITH IDENTITY = N''contoso-new'','
    ('SECRET = N''00000000707261637469636500000001' + (Get-KeyturnSecret 'KEYTURN_SECRET_1') + '''')
    'FOR CRYPTOGRAPHIC PROVIDER [AzureKeyVault_EKM];'
)
}

Invoke-KeyturnStep -Step 8 -Title 'Give dba the credential Keyturn temporary recover-vault instead of admin for the key tests' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s'
    '            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id'
    '            JOIN sys.credentials AS c ON c.credential_id = m.credential_id'
    '            WHERE s.name = N''dba'' AND c.name = N''Keyturn temporary recover-vault'' AND (s.type = ''K'' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Credential Keyturn temporary recover-vault'', N''there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N''Keyturn temporary recover-vault'') THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 8: Give dba the credential Keyturn temporary recover-vault instead of admin for the key tests
Invoke-KeyturnBatch @Server -Query @(
    'IF EXISTS (SELECT 1 FROM sys.server_principals AS s'
    '    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id'
    '    JOIN sys.credentials AS c ON c.credential_id = m.credential_id'
    '    WHERE s.name = N''dba'' AND c.name = N''admin'')'
    '    ALTER LOGIN [dba] DROP CREDENTIAL [admin];'
    'IF NOT EXISTS (SELECT 1 FROM sys.server_principals AS s'
    '    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id'
    '    JOIN sys.credentials AS c ON c.credential_id = m.credential_id'
    '    WHERE s.name = N''dba'' AND c.name = N''Keyturn temporary recover-vault'')'
    '    ALTER LOGIN [dba] ADD CREDENTIAL [Keyturn temporary recover-vault];'
)
}

Invoke-KeyturnStep -Step 9 -Title 'Have SQL Server open tde-key in a scratch database and compare it with TDE_Key' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 9: Have SQL Server open tde-key in a scratch database and compare it with TDE_Key
Invoke-KeyturnBatch @Server -Query @(
    'IF EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = N''Keyturn_scratch_20261124-200000-000_00009'''
    '    AND d.create_date >= CONVERT(datetime, N''2026-11-24T21:00:00.000'', 126))'
    '    DROP DATABASE [Keyturn_scratch_20261124-200000-000_00009];'
    'CREATE DATABASE [Keyturn_scratch_20261124-200000-000_00009];'
    'BEGIN TRY'
    '    EXEC [Keyturn_scratch_20261124-200000-000_00009].sys.sp_executesql'
    '        N''CREATE ASYMMETRIC KEY [TDE_Key] FROM PROVIDER [AzureKeyVault_EKM] WITH PROVIDER_KEY_NAME = N''''tde-key'''', CREATION_DISPOSITION = OPEN_EXISTING;'';'
    '    IF NOT EXISTS (SELECT 1 FROM [Keyturn_scratch_20261124-200000-000_00009].sys.asymmetric_keys AS a WHERE a.name = N''TDE_Key'' AND a.thumbprint = 0x373B314B78E8D59A0925494558FEF14B726216C5)'
    '        RAISERROR (N''Key tde-key was opened, but its thumbprint is not that of TDE_Key'', 16, 1);'
    'END TRY'
    'BEGIN CATCH'
    '    IF EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = N''Keyturn_scratch_20261124-200000-000_00009'''
    '    AND d.create_date >= CONVERT(datetime, N''2026-11-24T21:00:00.000'', 126))'
    '        DROP DATABASE [Keyturn_scratch_20261124-200000-000_00009];'
    '    THROW;'
    'END CATCH;'
    'IF EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.name = N''Keyturn_scratch_20261124-200000-000_00009'''
    '    AND d.create_date >= CONVERT(datetime, N''2026-11-24T21:00:00.000'', 126))'
    'BEGIN'
    '    DROP DATABASE [Keyturn_scratch_20261124-200000-000_00009];'
    '    PRINT N''Key tde-key opened, with the thumbprint of TDE_Key: 0x373B314B78E8D59A0925494558FEF14B726216C5'';'
    'END;'
)
}

Invoke-KeyturnStep -Step 10 -Title 'Give dba the credential admin back' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.server_principals AS s'
    '            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id'
    '            JOIN sys.credentials AS c ON c.credential_id = m.credential_id'
    '            WHERE s.name = N''dba'' AND c.name = N''admin'' AND (s.type = ''K'' OR s.sid = SUSER_SID())) THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Credential admin'', N''there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.name = N''admin'') THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 10: Give dba the credential admin back
Invoke-KeyturnBatch @Server -Query @(
    'IF EXISTS (SELECT 1 FROM sys.server_principals AS s'
    '    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id'
    '    JOIN sys.credentials AS c ON c.credential_id = m.credential_id'
    '    WHERE s.name = N''dba'' AND c.name = N''Keyturn temporary recover-vault'')'
    '    ALTER LOGIN [dba] DROP CREDENTIAL [Keyturn temporary recover-vault];'
    'IF NOT EXISTS (SELECT 1 FROM sys.server_principals AS s'
    '    JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id'
    '    JOIN sys.credentials AS c ON c.credential_id = m.credential_id'
    '    WHERE s.name = N''dba'' AND c.name = N''admin'')'
    '    ALTER LOGIN [dba] ADD CREDENTIAL [admin];'
)
}

Invoke-KeyturnStep -Step 11 -Title 'Drop the credential Keyturn temporary recover-vault' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN NOT EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N''CRYPTOGRAPHIC PROVIDER'' AND x.name = N''Keyturn temporary recover-vault'') THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = NULL;'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 11: Drop the credential Keyturn temporary recover-vault
Invoke-KeyturnBatch @Server -Query @(
    'DROP CREDENTIAL [Keyturn temporary recover-vault];'
)
}

Invoke-KeyturnStep -Step 12 -Title 'Point the credential old to the vault contoso-new' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c'
    '            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id'
    '            WHERE c.target_type = N''CRYPTOGRAPHIC PROVIDER'' AND c.name = N''old'''
    '            AND c.credential_identity = N''contoso-new'' AND p.name = N''AzureKeyVault_EKM'') THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Credential old'', N''there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N''CRYPTOGRAPHIC PROVIDER'' AND x.name = N''old'') THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 12: Point the credential old to the vault contoso-new
Invoke-KeyturnBatch @Server -Query @(
    'ALTER CREDENTIAL [old]'
    'WITH IDENTITY = N''contoso-new'','
    ('SECRET = N''00000000707261637469636500000001' + (Get-KeyturnSecret 'KEYTURN_SECRET_1') + ''';')
)
}

Invoke-KeyturnStep -Step 13 -Title 'Point the credential admin to the vault contoso-new' -Look @(
    'DECLARE @KeyturnDone bit = CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS c'
    '            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id'
    '            WHERE c.target_type = N''CRYPTOGRAPHIC PROVIDER'' AND c.name = N''admin'''
    '            AND c.credential_identity = N''contoso-new'' AND p.name = N''AzureKeyVault_EKM'') THEN 1 ELSE 0 END;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''Credential admin'', N''there'','
    '            CASE WHEN EXISTS (SELECT 1 FROM sys.credentials AS x WHERE x.target_type = N''CRYPTOGRAPHIC PROVIDER'' AND x.name = N''admin'') THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 13: Point the credential admin to the vault contoso-new
Invoke-KeyturnBatch @Server -Query @(
    'ALTER CREDENTIAL [admin]'
    'WITH IDENTITY = N''contoso-new'','
    ('SECRET = N''00000000707261637469636500000001' + (Get-KeyturnSecret 'KEYTURN_SECRET_1') + ''';')
)
}

Invoke-KeyturnStep -Step 14 -Title 'Wait for the restart of SQL01' -Look @(
    'DECLARE @KeyturnDone bit = 0;'
    'DECLARE @KeyturnMoved nvarchar(2048) = ('
    '    SELECT TOP (1) f.fact + N'' was '' + f.was + N'', is '' + ISNULL(f.found, N''not there'')'
    '    FROM (VALUES'
    '        (1, N''A start of SQL Server after the change of old, admin'', N''there'','
    '            CASE WHEN (NOT EXISTS (SELECT 1 FROM sys.credentials AS c CROSS JOIN sys.dm_os_sys_info AS i'
    '            WHERE c.name IN (N''old'', N''admin'') AND c.modify_date >= i.sqlserver_start_time) AND NOT EXISTS (SELECT 1 FROM sys.databases AS d WHERE d.state <> 0'
    '            AND d.name IN (N''Sales''))) THEN N''there'' ELSE N''not there'' END COLLATE Latin1_General_100_BIN2)) AS f (place, fact, was, found)'
    '    WHERE f.found IS NULL OR f.found <> f.was'
    '    ORDER BY f.place);'
    'SELECT @KeyturnDone AS done, @KeyturnMoved AS moved;'
) -Act {
# Step 14: Wait for the restart of SQL01
Invoke-KeyturnBatch @Server -Query @(
    'SELECT i.sqlserver_start_time, c.name AS credential, c.modify_date'
    'FROM sys.credentials AS c'
    'CROSS JOIN sys.dm_os_sys_info AS i'
    'WHERE c.name IN (N''old'', N''admin'')'
    'ORDER BY c.name;'
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

} finally {
    Close-KeyturnLock
}
