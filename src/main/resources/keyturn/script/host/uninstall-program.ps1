# Keyturn host script uninstall-program: removes a program by its product code.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}

# Runs the Windows installer to its end and gives its exit code.
function Invoke-Installer([string] $Arguments) {
    (Start-Process -FilePath "$env:SystemRoot\System32\msiexec.exe" -ArgumentList $Arguments -Wait -PassThru).ExitCode
}
try {
    Initialize-Parent $ask.log
    $exit = Invoke-Installer "/x $($ask.productCode) /qn /norestart /l*v `"$($ask.log)`""
    $step.code = "msi.$exit"
    if (0, 1605, 1614, 1641, 3010 -notcontains $exit) { throw "msiexec ended with $exit. Log: $($ask.log)" }
    $answer = [ordered]@{ done = $true; exitCode = $exit; restartNeeded = (1641, 3010 -contains $exit) }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
