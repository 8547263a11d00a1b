# Asks the server before a step; a fact that has moved ends the script.
function Read-KeyturnGuard {
    param([Parameter(Mandatory = $true)] [string[]] $Look, [Parameter(Mandatory = $true)] [string] $Moved)
    try {
        $seen = Invoke-KeyturnBatch @Server -Look -Query $Look
    } catch {
        Exit-Keyturn 1 "The look before this failed: $(Get-KeyturnReason $_)"
    }
    if (-not $seen.done -and $seen.moved -isnot [System.DBNull]) {
        Exit-Keyturn 3 "$Moved $($seen.moved)."
    }
    $seen
}

# Looks, then acts, unless what the act would bring about is there already.
function Invoke-KeyturnStep {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)] [int] $Step,
        [Parameter(Mandatory = $true)] [string] $Title,
        [Parameter(Mandatory = $true)] [string[]] $Look,
        [Parameter(Mandatory = $true)] [scriptblock] $Act
    )
    $seen = Read-KeyturnGuard -Look $Look -Moved "Keyturn stops before step ${Step}, which was not sent:"
    if ($seen.done) {
        Write-Host "Step ${Step}: already so, nothing is sent."
        return
    }
    Write-Host "Step ${Step}: $Title"
    if (-not $PSCmdlet.ShouldProcess($ServerInstance, $Title)) {
        if ($WhatIfPreference) {
            return
        }
        Exit-Keyturn 1 "Stopped before step ${Step}, as asked."
    }
    $ConfirmPreference = 'None'
    try {
        & $Act
    } catch {
        Exit-Keyturn 1 "Step $Step failed; what to do now stands in run-order.txt. $(Get-KeyturnReason $_)"
    }
}
