# Keyturn host script set-start-type: sets whether Windows starts a service.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
try {
    $was = [string] (Get-Service -Name $ask.name).StartType
    $step.code = 'service.startType'
    Set-Service -Name $ask.name -StartupType $ask.type
    $answer = [ordered]@{ done = $true; was = $was; is = [string] (Get-Service -Name $ask.name).StartType }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
