# Keyturn host script rename-folder: gives a folder another name, where nothing has that name yet.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
try {
    $from = Test-Path -LiteralPath $ask.from -PathType Container
    $to = Test-Path -LiteralPath $ask.to
    $step.code = 'folder.missing'
    if (-not $from -and -not $to) { throw "$($ask.from) does not exist." }
    $step.code = 'file.exists'
    if ($from -and $to) { throw "$($ask.to) exists and is not overwritten." }
    $step.code = 'folder.rename'
    if ($from) { Move-Item -LiteralPath $ask.from -Destination $ask.to }
    $answer = [ordered]@{ done = $true; already = $to }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
