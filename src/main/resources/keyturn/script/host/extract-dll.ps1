# Keyturn host script extract-dll: takes the DLL out of a package without installing it.
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
    $step.code = 'file.write'
    Initialize-Parent $ask.to
    $parts = "$($ask.to).parts"
    if (Test-Path -LiteralPath $parts) { Remove-Item -LiteralPath $parts -Recurse -Force }
    New-Item -ItemType Directory -Path $parts | Out-Null
    $exit = Invoke-Installer "/a `"$($ask.msi)`" /qn TARGETDIR=`"$parts`""
    $found = @(Get-ChildItem -LiteralPath $parts -Recurse -Force -File | Where-Object { $_.Name -like '*EKM*.dll' })
    $hash = ''
    $there = Test-Path -LiteralPath $ask.to
    if ($exit -eq 0 -and $found.Count -eq 1) {
        $hash = (Get-FileHash -LiteralPath $found[0].FullName -Algorithm SHA256).Hash.ToLowerInvariant()
        if (-not $there) { Move-Item -LiteralPath $found[0].FullName -Destination $ask.to }
    }
    Remove-Item -LiteralPath $parts -Recurse -Force
    $step.code = "msi.$exit"
    if ($exit -ne 0) { throw "msiexec ended with $exit." }
    $step.code = 'file.missing'
    if ($found.Count -ne 1) { throw "$($ask.msi) holds $($found.Count) connector DLLs." }
    $step.code = 'file.exists'
    $is = (Get-FileHash -LiteralPath $ask.to -Algorithm SHA256).Hash.ToLowerInvariant()
    if ($is -ne $hash) { throw "$($ask.to) is another file, and is not overwritten." }
    $answer = [ordered]@{ done = $true; already = $there; sha256 = $is }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
