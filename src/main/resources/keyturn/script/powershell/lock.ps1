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
