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
