param(
    [Parameter(Mandatory = $true)] [string] $ServerInstance,
    [System.Management.Automation.PSCredential] $Credential,
    [ValidateSet('Mandatory', 'Optional')] [string] $Encrypt = 'Mandatory',
    [switch] $TrustServerCertificate
)
$ErrorActionPreference = 'Stop'

# Sends one batch, its lines joined by LF, and gives back the rows. Without a credential it signs in as the Windows user.
function Invoke-KeyturnBatch {
    param(
        [Parameter(Mandatory = $true)] [string] $ServerInstance,
        [System.Management.Automation.PSCredential] $Credential,
        [string] $Encrypt = 'Mandatory',
        [switch] $TrustServerCertificate,
        [Parameter(Mandatory = $true)] [string[]] $Query
    )
    $options = New-Object System.Data.SqlClient.SqlConnectionStringBuilder
    $options['Data Source'] = $ServerInstance
    $options['Initial Catalog'] = 'master'
    $options['Application Name'] = 'Keyturn/script'
    $options['Encrypt'] = $Encrypt -eq 'Mandatory'
    $options['TrustServerCertificate'] = [bool] $TrustServerCertificate
    $options['Integrated Security'] = $null -eq $Credential
    $options['ConnectRetryCount'] = 0
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

$Server = @{
    ServerInstance = $ServerInstance
    Encrypt = $Encrypt
    TrustServerCertificate = $TrustServerCertificate
}
if ($null -ne $Credential) {
    $Server['Credential'] = $Credential
}
