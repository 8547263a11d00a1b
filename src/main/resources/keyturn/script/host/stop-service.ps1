# Keyturn host script stop-service: stops a service and what depends on it, and tells what ran.
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
try {
    $dependents = @(Stop-Whole $ask.name $ask.seconds)
    $answer = [ordered]@{ done = $true; state = [string] (Get-Service -Name $ask.name).Status; dependents = $dependents }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
