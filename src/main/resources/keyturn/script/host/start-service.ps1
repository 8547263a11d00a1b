# Keyturn host script start-service: starts a service, then those that depend on it.
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
    $left = @(Start-Whole $ask.name @($ask.dependents) $ask.seconds)
    $answer = [ordered]@{ done = $true; state = [string] (Get-Service -Name $ask.name).Status; notStarted = $left }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
