# Keyturn host script look-host: reads services, programs, files, registry and events of the connector. It changes nothing.
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
try {
    $key = 'HKLM:\SOFTWARE\Microsoft\SQL Server Cryptographic Provider'
    $uninstall = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'
    $source = 'SQL Server Connector for Microsoft Azure Key Vault'
    $filter = "Name = 'MSSQLSERVER' OR Name LIKE 'MSSQL$%' OR DisplayName LIKE '%SQL Server Connector%'"
    $services = @(Get-CimInstance -ClassName Win32_Service -Filter $filter | ForEach-Object {
            $modules = @()
            if ($_.ProcessId -gt 0) {
                $modules = @(Get-Process -Id $_.ProcessId | ForEach-Object { $_.Modules } |
                        Where-Object { $_.ModuleName -like '*EKM*.dll' } | ForEach-Object { $_.FileName })
            }
            [ordered]@{
                name = $_.Name
                displayName = $_.DisplayName
                state = [string] $_.State
                startMode = [string] $_.StartMode
                account = $_.StartName
                dependents = @(Get-Service -Name $_.Name -DependentServices | ForEach-Object {
                        [ordered]@{ name = $_.Name; state = [string] $_.Status }
                    })
                modules = $modules
            }
        })
    $programs = @(Get-ChildItem -LiteralPath $uninstall | ForEach-Object { Get-ItemProperty -LiteralPath $_.PSPath } |
            Where-Object { $_.PSObject.Properties['DisplayName'] -and $_.DisplayName -like '*SQL Server Connector*Key Vault*' } |
            ForEach-Object {
                [ordered]@{
                    name = $_.DisplayName
                    version = $_.DisplayVersion
                    productCode = $_.PSChildName
                    installed = $_.InstallDate
                }
            })
    $account = ''
    if ($ask.PSObject.Properties['account']) { $account = $ask.account }
    $files = @(foreach ($folder in $ask.folders) {
            if (Test-Path -LiteralPath $folder) {
                Get-ChildItem -LiteralPath $folder -Recurse -Force -File |
                    Where-Object { $_.Name -like '*.dll' -or $_.Name -like '*.msi' } |
                    ForEach-Object { Get-FileFact $_.FullName $account }
            }
        })
    $registry = $null
    if (Test-Path -LiteralPath $key) {
        $acl = Get-Acl -LiteralPath $key
        $registry = [ordered]@{
            sddl = $acl.Sddl
            writable = Get-Reach $acl $account 'KA|KW|GA|GW' 'SetValue|WriteKey|FullControl' 6
            keys = @(Get-Tree (Get-Item -LiteralPath $key) @())
        }
    }
    $runtimes = @(foreach ($one in '12.0', '14.0') {
            $at = "HKLM:\SOFTWARE\Microsoft\VisualStudio\$one\VC\Runtimes\X64"
            if (Test-Path -LiteralPath $at) {
                $found = Get-ItemProperty -LiteralPath $at
                if ($found.Installed -eq 1) { [ordered]@{ family = $one; version = $found.Version } }
            }
        })
    $net = 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full'
    $release = $null
    if (Test-Path -LiteralPath $net) { $release = (Get-ItemProperty -LiteralPath $net).Release }
    $session = Get-ItemProperty -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    $pending = @()
    if ($session.PSObject.Properties['PendingFileRenameOperations']) {
        $pending = @($session.PendingFileRenameOperations | Where-Object { $_ })
    }
    $events = @()
    try {
        $events = @(Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = $source } -MaxEvents 50 |
                ForEach-Object {
                    [ordered]@{
                        at = $_.TimeCreated.ToUniversalTime().ToString('s') + 'Z'
                        id = $_.Id
                        level = [string] $_.LevelDisplayName
                        message = [string] $_.Message
                    }
                })
    }
    catch {
        if ($_.FullyQualifiedErrorId -notlike 'NoMatching*Found*') { throw }
    }
    $answer = [ordered]@{
        done = $true
        computer = (Get-CimInstance -ClassName Win32_ComputerSystem).Name
        services = $services
        programs = $programs
        files = $files
        registry = $registry
        runtimes = $runtimes
        dotNet = $release
        pending = $pending
        events = $events
    }
}
catch {
    $answer = [ordered]@{ error = [ordered]@{ code = $step.code; message = $_.Exception.Message } }
}
ConvertTo-Json -InputObject $answer -Compress -Depth 8
