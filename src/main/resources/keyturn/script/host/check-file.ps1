# Keyturn host script check-file: refuses unless a file has the planned version and hash, is signed, and the service account may read it.
# It reads one line of JSON from $input and writes one line of JSON. It may be sent again: it looks first.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-StrictMode -Version 2
$ask = ConvertFrom-Json -InputObject (@($input) -join '')
$step = @{ code = 'host.failed' }
# Whether an account has a right: $true, $false, or $null where a group decides whose members are not known here.
function Get-Reach([object] $Acl, [string] $Account, [string] $Letters, [string] $Words, [int] $Bit) {
    $rules = @($Acl.Access | Where-Object { $_.IdentityReference.Value -eq $Account })
    $property = 'FileSystemRights'
    if ($rules.Count -gt 0 -and $rules[0].PSObject.Properties['RegistryRights']) { $property = 'RegistryRights' }
    $own = @($rules | Where-Object { [string] $_.$property -match $Words })
    if (@($own | Where-Object { [string] $_.AccessControlType -eq 'Deny' }).Count -gt 0) { return $false }
    if ($own.Count -gt 0) { return $true }
    $everybody = 'WD', 'AU', 'BU', 'S-1-5-80-0'
    if ($Account -eq 'LocalSystem') { $everybody += 'SY' }
    $others = 0
    foreach ($entry in [regex]::Matches($Acl.Sddl, '\((A|D);[^;]*;([^;]*);[^;]*;[^;]*;([^;)]*)\)')) {
        $rights = $entry.Groups[2].Value
        $has = $rights -match $Letters
        if ($rights -like '0x*') { $has = ([Convert]::ToInt64($rights, 16) -band $Bit) -eq $Bit }
        if (-not $has) { continue }
        if ($everybody -contains $entry.Groups[3].Value) { return $entry.Groups[1].Value -eq 'A' }
        if ('SY', 'BA', 'CO', 'NS', 'LS' -notcontains $entry.Groups[3].Value -and $entry.Groups[3].Value -notlike 'S-1-5-80-*') { $others++ }
    }
    if ($others -gt 0) { return $null }
    return $false
}

function Get-FileFact([string] $Path, [string] $Account) {
    $item = Get-Item -LiteralPath $Path
    $version = $item.VersionInfo
    $signature = Get-AuthenticodeSignature -LiteralPath $Path
    $signer = $null
    if ($signature.SignerCertificate) { $signer = $signature.SignerCertificate.Subject }
    $readable = $null
    if ($Account) { $readable = Get-Reach (Get-Acl -LiteralPath $Path) $Account 'FA|FR|GA|GR' 'Read|Modify|FullControl' 1 }
    [ordered]@{
        path = $item.FullName
        version = '{0}.{1}.{2}.{3}' -f $version.FileMajorPart, $version.FileMinorPart, $version.FileBuildPart, $version.FilePrivatePart
        date = $item.LastWriteTimeUtc.ToString('s') + 'Z'
        bytes = $item.Length
        sha256 = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant()
        signature = [string] $signature.Status
        signer = $signer
        readable = $readable
    }
}
try {
    $step.code = 'file.missing'
    if (-not (Test-Path -LiteralPath $ask.path -PathType Leaf)) { throw "$($ask.path) does not exist." }
    $step.code = 'host.failed'
    $account = ''
    if ($ask.PSObject.Properties['account']) { $account = $ask.account }
    $file = Get-FileFact $ask.path $account
    $differences = @()
    if ($ask.PSObject.Properties['version'] -and $file.version -ne $ask.version) { $differences += "version $($file.version)" }
    if ($ask.PSObject.Properties['date'] -and $file.date.Substring(0, 10) -ne $ask.date) { $differences += "date $($file.date)" }
    if ($ask.PSObject.Properties['sha256'] -and $file.sha256 -ne $ask.sha256) { $differences += "SHA-256 $($file.sha256)" }
    if ($file.signature -ne 'Valid') { $differences += "signature $($file.signature)" }
    if ($file.readable -eq $false) { $differences += "not readable for $account" }
    if ($differences.Count -gt 0) {
        $step.code = 'file.differs'
        throw "$($ask.path) is another file than was planned: $($differences -join ', ')."
    }
    $answer = [ordered]@{ done = $true; file = $file }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
