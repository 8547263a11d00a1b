# Asks the server before a step, then where else the step acts; a fact that has moved ends the script.
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
        Exit-Keyturn 1 "The look before this failed: $(Get-KeyturnReason $_)"
    }
    if (-not $seen.done -and $seen.moved -isnot [System.DBNull]) {
        if (-not $script:KeyturnWithheld) {
            Exit-Keyturn 3 "$Moved $($seen.moved)."
        }
        Write-Host "Not so yet: $($seen.moved). Steps before this one, which -WhatIf does not send, may bring it about."
    }
    $seen
}

# Whether -WhatIf has held back a step that changes something, on which later ones may rely.
$script:KeyturnWithheld = $false

# Looks, then acts, unless what the act would bring about is there already.
function Invoke-KeyturnStep {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)] [int] $Step,
        [Parameter(Mandatory = $true)] [string] $Title,
        [switch] $Reads,
        [Parameter(Mandatory = $true)] [string[]] $Look,
        [scriptblock] $Elsewhere,
        [Parameter(Mandatory = $true)] [scriptblock] $Act
    )
    $seen = Read-KeyturnGuard -Look $Look -Elsewhere $Elsewhere -Moved "Keyturn stops before step ${Step}, which was not sent:"
    if ($seen.done) {
        Write-Host "Step ${Step}: already so, nothing is sent."
        return
    }
    Write-Host "Step ${Step}: $Title"
    if (-not $PSCmdlet.ShouldProcess($ServerInstance, $Title)) {
        if ($WhatIfPreference) {
            $script:KeyturnWithheld = $script:KeyturnWithheld -or -not $Reads
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
