# Keyturn host script copy-folder: copies a folder to a place where nothing is yet, and compares the copy with it.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Each file below a folder: its path from there, and its SHA-256.
function Get-Hash([string] $Folder) {
    @(Get-ChildItem -LiteralPath $Folder -Recurse -Force -File | Sort-Object -Property FullName | ForEach-Object {
            [ordered]@{
                path = $_.FullName.Substring($Folder.Length).TrimStart('\')
                sha256 = (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant()
            }
        })
}

# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}
try {
    $step.code = 'folder.missing'
    if (-not (Test-Path -LiteralPath $ask.from -PathType Container)) { throw "$($ask.from) does not exist." }
    $there = Test-Path -LiteralPath $ask.to
    if (-not $there) {
        $step.code = 'file.copy'
        Initialize-Parent $ask.to
        Copy-Item -LiteralPath $ask.from -Destination $ask.to -Recurse
    }
    $files = @(Get-Hash $ask.from)
    $copies = @(Get-Hash $ask.to)
    $step.code = 'file.exists'
    $same = $files.Count -eq $copies.Count
    for ($i = 0; $same -and $i -lt $files.Count; $i++) {
        $same = $files[$i].path -eq $copies[$i].path -and $files[$i].sha256 -eq $copies[$i].sha256
    }
    if (-not $same) { throw "$($ask.to) holds other files than $($ask.from), and is not overwritten." }
    $answer = [ordered]@{ done = $true; already = $there; files = $copies }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
