# Keyturn host script restart-service: stops a service and what depends on it, then starts all of them again.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Waits until a service has a state; refuses when the seconds are over.
function Wait-Service([string] $Name, [string] $State, [int] $Seconds) {
    $until = (Get-Date).AddSeconds($Seconds)
    while ([string] (Get-Service -Name $Name).Status -ne $State) {
        if ((Get-Date) -gt $until) {
            $step.code = 'service.timeout'
            throw "$Name is not $State after $Seconds seconds."
        }
        Start-Sleep -Milliseconds 200
    }
}

# Stops a service and what depends on it; gives the names of the dependents that ran.
function Stop-Whole([string] $Name, [int] $Seconds) {
    $dependents = @(Get-Service -Name $Name -DependentServices |
            Where-Object { [string] $_.Status -ne 'Stopped' } | ForEach-Object { $_.Name })
    $step.code = 'service.stop'
    if ([string] (Get-Service -Name $Name).Status -ne 'Stopped') { Stop-Service -Name $Name -Force -NoWait }
    Wait-Service $Name 'Stopped' $Seconds
    $dependents
}

# Starts a service, then those that depend on it; gives the names of dependents that did not start.
function Start-Whole([string] $Name, [object[]] $Dependents, [int] $Seconds) {
    $step.code = 'service.start'
    Start-Service -Name $Name
    Wait-Service $Name 'Running' $Seconds
    foreach ($one in $Dependents) {
        try { Start-Service -Name $one } catch { $one }
    }
}
try {
    $dependents = @(Stop-Whole $ask.name $ask.seconds)
    $left = @(Start-Whole $ask.name $dependents $ask.seconds)
    $answer = [ordered]@{
        done = $true
        state = [string] (Get-Service -Name $ask.name).Status
        dependents = $dependents
        notStarted = $left
    }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
