# Backs vault keys up, each time into new files. For a scheduled task on a host that is not the host of SQL Server:
#   Register-ScheduledTask -TaskName 'Vault key backup' -Trigger (New-ScheduledTaskTrigger -Weekly -DaysOfWeek Sunday -At 03:00) `
#       -Action (New-ScheduledTaskAction -Execute 'powershell.exe' -Argument '-NoProfile -File C:\path\schedule.ps1 -TenantId ... -ApplicationId ... -CertificateThumbprint ...')
# The application needs to read and back up keys, nothing else. In a vault with roles, once:
#   New-AzRoleDefinition -InputFile backup-role.json
#   New-AzRoleAssignment -ApplicationId ... -RoleDefinitionName 'Key Vault key backup (read and back up only)' -Scope (Get-AzKeyVault -VaultName ...).ResourceId
# In a vault with access policies:
#   Set-AzKeyVaultAccessPolicy -VaultName ... -ServicePrincipalName ... -PermissionsToKeys get,list,backup
# Keep the files as long as the SQL Server backups that need the keys. Check them with: keyturn verify-backup FOLDER
#Requires -Version 5.1
param(
    [string] $Folder = 'D:\keys',
    [string] $SubscriptionId = '11111111-2222-3333-4444-555555555555',
    [string] $TenantId,
    [string] $ApplicationId,
    [string] $CertificateThumbprint
)
$ErrorActionPreference = 'Stop'

# With a certificate of the application; on an Azure virtual machine its managed identity. No secret is kept anywhere.
if ($CertificateThumbprint) {
    Connect-AzAccount -ServicePrincipal -Tenant $TenantId -ApplicationId $ApplicationId -CertificateThumbprint $CertificateThumbprint | Out-Null
} else {
    Connect-AzAccount -Identity | Out-Null
}
if ($SubscriptionId) {
    Set-AzContext -Subscription $SubscriptionId | Out-Null
}
$stamp = [System.DateTime]::UtcNow.ToString('yyyyMMddTHHmmssZ')

[System.IO.Directory]::CreateDirectory($Folder) | Out-Null
$sums = foreach ($one in @(
    @{ Name = 'tde-key'; Stem = 'contoso.tde-key.' + $stamp; NeededBy = @() }
    @{ Name = 'old-key'; Stem = 'contoso.old-key.' + $stamp; NeededBy = @() }
)) {
    $file = [System.IO.Path]::Combine($Folder, $one.Stem + '.keybackup')
    $manifest = [System.IO.Path]::Combine($Folder, $one.Stem + '.json')
    if ((Test-Path -LiteralPath $file) -and (Test-Path -LiteralPath "$manifest.part")) {
        [System.IO.File]::Move("$manifest.part", $manifest)
    }
    if (-not (Test-Path -LiteralPath $manifest)) {
        if (Test-Path -LiteralPath $file) {
            throw "$file already exists. It was left unchanged."
        }
        $versions = foreach ($version in @(Get-AzKeyVaultKey -VaultName 'contoso' -Name $one.Name -IncludeVersions)) {
            $key = Get-AzKeyVaultKey -VaultName 'contoso' -Name $one.Name -Version $version.Version
            [ordered] @{
                id = $key.Version
                enabled = [bool] $key.Enabled
                created = $key.Created.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
                updated = $key.Updated.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
                type = [string] $key.KeyType
                modulus = [System.BitConverter]::ToString($key.Key.N).Replace('-', '').ToLowerInvariant()
                exponent = [System.BitConverter]::ToString($key.Key.E).Replace('-', '').ToLowerInvariant()
            }
        }
        [System.IO.File]::Delete("$file.part")
        Backup-AzKeyVaultKey -VaultName 'contoso' -Name $one.Name -OutputFile "$file.part" | Out-Null
        $text = [ordered] @{
            format = 1
            vault = 'https://contoso.vault.azure.net'
            name = $one.Name
            subscription = '11111111-2222-3333-4444-555555555555'
            region = 'westeurope'
            geography = 'Europe'
            takenAt = [System.DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
            file = $one.Stem + '.keybackup'
            bytes = (Get-Item -LiteralPath "$file.part").Length
            sha256 = (Get-FileHash -Algorithm SHA256 -LiteralPath "$file.part").Hash.ToLowerInvariant()
            neededBy = @($one.NeededBy)
            versions = @($versions)
        } | ConvertTo-Json -Depth 4
        [System.IO.File]::WriteAllText("$manifest.part", $text)
        [System.IO.File]::Move("$file.part", $file)
        [System.IO.File]::Move("$manifest.part", $manifest)
    }
    foreach ($whole in @($file, $manifest)) {
        (Get-FileHash -Algorithm SHA256 -LiteralPath $whole).Hash.ToLowerInvariant() + '  ' + [System.IO.Path]::GetFileName($whole)
    }
}
[System.IO.File]::WriteAllText(([System.IO.Path]::Combine($Folder, 'keys-' + $stamp + '-contoso.sha256') + '.part'), ($sums -join "`n") + "`n")
[System.IO.File]::Move(([System.IO.Path]::Combine($Folder, 'keys-' + $stamp + '-contoso.sha256') + '.part'), [System.IO.Path]::Combine($Folder, 'keys-' + $stamp + '-contoso.sha256'))
