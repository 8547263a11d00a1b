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
