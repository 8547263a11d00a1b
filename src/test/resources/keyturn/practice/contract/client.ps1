# Runs cases in System.Data.SqlClient: reads { server, user, cases: [[text]] } from a file, writes [[answer]] to another.
param([string] $Asked, [string] $Answered)
$ErrorActionPreference = 'Stop'
$job = Get-Content -Raw -Encoding utf8 $Asked | ConvertFrom-Json

function Write-Value($value) {
    if ($value -is [DBNull] -or $value.IsNull) { return '0' }
    switch ($value.GetType().Name) {
        'SqlString' { 's' + $value.Value }
        'SqlChars' { 's' + [string]::new($value.Value) }
        'SqlBoolean' { if ($value.Value) { 'n1' } else { 'n0' } }
        { $_ -in 'SqlBinary', 'SqlBytes' } { 'b' + [Convert]::ToHexString($value.Value) }
        'SqlGuid' { 'g' + $value.ToString() }
        { $_ -in 'SqlByte', 'SqlInt16', 'SqlInt32', 'SqlInt64', 'SqlMoney', 'SqlDecimal' } { 'n' + $value.ToString() }
        { $_ -in 'SqlSingle', 'SqlDouble' } { 'n' + $value.Value.ToString([cultureinfo]::InvariantCulture) }
        default { 's' + $value.ToString() }
    }
}

$all = foreach ($case in $job.cases) {
    $connection = [System.Data.SqlClient.SqlConnection]::new(
        "Server=$($job.server);User ID=$($job.user);Password=$env:CONTRACT_PASSWORD;Encrypt=True;TrustServerCertificate=True;Pooling=False")
    $connection.Open()
    $connection.FireInfoMessageEventOnUserErrors = $true
    $script:said = [System.Collections.Generic.List[object]]::new()
    $connection.add_InfoMessage({
        param($from, $told)
        foreach ($e in $told.Errors) {
            $script:said.Add(@{ number = $e.Number; severity = $e.Class; state = $e.State; line = $e.LineNumber; text = $e.Message })
        }
    })
    $answers = foreach ($text in $case) {
        $script:said.Clear()
        $command = $connection.CreateCommand()
        $command.CommandText = $text
        $rows = [System.Collections.Generic.List[object]]::new()
        $columns = $null
        $reader = $command.ExecuteReader()
        do {
            if ($reader.FieldCount -gt 0 -and $null -eq $columns) {
                $columns = @(for ($i = 0; $i -lt $reader.FieldCount; $i++) { $reader.GetName($i) })
            }
            while ($reader.Read()) {
                $rows.Add(@(for ($i = 0; $i -lt $reader.FieldCount; $i++) { Write-Value $reader.GetSqlValue($i) }))
            }
        } while ($reader.NextResult())
        $reader.Close()
        @{ columns = @($columns); rows = $rows.ToArray(); messages = $script:said.ToArray() }
    }
    $connection.Close()
    , @($answers)
}
ConvertTo-Json -Depth 8 -Compress -InputObject @($all) | Set-Content -Encoding utf8NoBOM $Answered
