# Keyturn host script place-file: copies a file to a place where nothing is yet, and compares the copy with the planned hash.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
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

# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}
try {
    $hash = Assert-File $ask.from
    $there = Test-Path -LiteralPath $ask.to
    if (-not $there) {
        $step.code = 'file.copy'
        Initialize-Parent $ask.to
        Copy-Item -LiteralPath $ask.from -Destination "$($ask.to).part"
        Move-Item -LiteralPath "$($ask.to).part" -Destination $ask.to
    }
    $step.code = 'file.exists'
    $is = (Get-FileHash -LiteralPath $ask.to -Algorithm SHA256).Hash.ToLowerInvariant()
    if ($is -ne $hash) { throw "$($ask.to) is another file, and is not overwritten." }
    $answer = [ordered]@{ done = $true; already = $there; sha256 = $is }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
