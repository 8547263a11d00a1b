# Keyturn host script delete-folder: deletes a folder, if it holds nothing but the files that are expected there.
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
try {
    $there = Test-Path -LiteralPath $ask.path -PathType Container
    if ($there) {
        $others = @(Get-Hash $ask.path | Where-Object { @($ask.expected) -notcontains $_.sha256 } | ForEach-Object { $_.path })
        $step.code = 'file.unexpected'
        if ($others.Count -gt 0) { throw "$($ask.path) holds other files: $($others -join ', ')." }
        $step.code = 'folder.delete'
        Remove-Item -LiteralPath $ask.path -Recurse -Force
    }
    $answer = [ordered]@{ done = $true; already = (-not $there) }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
