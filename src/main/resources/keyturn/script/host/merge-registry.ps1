# Keyturn host script merge-registry: puts back what is missing of the connector's registry keys, and replaces nothing.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
try {
    $key = 'HKLM:\SOFTWARE\Microsoft\SQL Server Cryptographic Provider'
    $step.code = 'file.missing'
    if (-not (Test-Path -LiteralPath $ask.from -PathType Leaf)) { throw "$($ask.from) does not exist." }
    $step.code = 'file.read'
    $saved = ConvertFrom-Json -InputObject ((Get-Content -LiteralPath $ask.from -Encoding UTF8) -join '')
    $step.code = 'registry.write'
    $fresh = -not (Test-Path -LiteralPath $key)
    if ($fresh) {
        New-Item -Path $key | Out-Null
        $acl = Get-Acl -LiteralPath $key
        $acl.SetSecurityDescriptorSddlForm($saved.sddl)
        Set-Acl -LiteralPath $key -AclObject $acl
    }
    $root = (Get-Item -LiteralPath 'HKLM:\SOFTWARE\Microsoft').OpenSubKey('SQL Server Cryptographic Provider', $true)
    $added = 0
    $differs = @()
    foreach ($one in $saved.keys) {
        $at = $root
        foreach ($name in $one.names) {
            $below = $at.OpenSubKey($name, $true)
            if (-not $below) { $below = $at.CreateSubKey($name) }
            $at = $below
        }
        foreach ($value in $one.values) {
            if ($at.GetValueNames() -notcontains $value.name) {
                $at.SetValue($value.name, $value.value, $value.kind)
                $added++
            }
            elseif ([string] $at.GetValue($value.name) -ne [string] $value.value) { $differs += @($one.names) -join '\' }
        }
    }
    $answer = [ordered]@{ done = $true; added = $added; differs = $differs; recreated = $fresh }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
