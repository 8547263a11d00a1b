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
