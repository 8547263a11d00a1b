# Keyturn host script export-registry: writes the connector's registry keys, with their access list, into a new file.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Keys and values below a registry key, as far down as they go.
function Get-Tree([object] $Key, [string[]] $Names) {
    $values = @(foreach ($name in $Key.GetValueNames()) {
            [ordered]@{ name = $name; kind = [string] $Key.GetValueKind($name); value = $Key.GetValue($name) }
        })
    [ordered]@{ names = @($Names); values = $values }
    foreach ($name in $Key.GetSubKeyNames()) {
        Get-Tree ($Key.OpenSubKey($name)) (@($Names) + $name)
    }
}

# The folder above, made where it is missing.
function Initialize-Parent([string] $Path) {
    $parent = $Path.Substring(0, $Path.LastIndexOf('\'))
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent | Out-Null }
}
try {
    $key = 'HKLM:\SOFTWARE\Microsoft\SQL Server Cryptographic Provider'
    $step.code = 'registry.missing'
    if (-not (Test-Path -LiteralPath $key)) { throw "$key does not exist." }
    $step.code = 'registry.read'
    $tree = @(Get-Tree (Get-Item -LiteralPath $key) @())
    $export = [ordered]@{ key = $key; sddl = (Get-Acl -LiteralPath $key).Sddl; keys = $tree }
    $text = ConvertTo-Json -InputObject $export -Compress -Depth 8
    $there = Test-Path -LiteralPath $ask.to
    if (-not $there) {
        $step.code = 'file.write'
        Initialize-Parent $ask.to
        Set-Content -LiteralPath $ask.to -Value $text -Encoding UTF8
    }
    $step.code = 'file.exists'
    $is = (Get-Content -LiteralPath $ask.to -Encoding UTF8) -join ''
    if ($is -ne $text) { throw "$($ask.to) holds something else, and is not overwritten." }
    $answer = [ordered]@{ done = $true; already = $there; keys = $tree.Count }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
