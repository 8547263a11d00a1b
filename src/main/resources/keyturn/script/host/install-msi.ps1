# Keyturn host script install-msi: installs a package whose hash is as planned.
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

# Gives the hash of a file; refuses one that is missing, or is another than was planned, or is not signed.
function Assert-File([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) {
        $step.code = 'file.missing'
        throw "$Path does not exist."
    }
    $is = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant()
    $step.code = 'file.differs'
    if ($ask.PSObject.Properties['sha256'] -and $is -ne $ask.sha256) {
        throw "The SHA-256 of $Path is $is, not $($ask.sha256)."
    }
    $signed = [string] (Get-AuthenticodeSignature -LiteralPath $Path).Status
    if ($signed -ne 'Valid') { throw "The signature of $Path is $signed." }
    $is
}
try {
    Assert-File $ask.msi | Out-Null
    Initialize-Parent $ask.log
    $exit = Invoke-Installer "/i `"$($ask.msi)`" /qn /norestart /l*v `"$($ask.log)`""
    $step.code = "msi.$exit"
    if (0, 1641, 3010 -notcontains $exit) { throw "msiexec ended with $exit. Log: $($ask.log)" }
    $answer = [ordered]@{ done = $true; exitCode = $exit; restartNeeded = (1641, 3010 -contains $exit) }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
