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
    [string] $Folder = %1$s,
    [string] $SubscriptionId = %2$s,
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

%3$s
