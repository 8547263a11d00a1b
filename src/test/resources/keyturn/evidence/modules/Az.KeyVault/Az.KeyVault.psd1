@{
    RootModule = 'Az.KeyVault.psm1'
    ModuleVersion = '6.4.0'
    GUID = '2f1c6f7e-7072-4163-8469-636500000001'
    Description = 'The commands of Az.KeyVault that Keyturn''s scripts call, before a practice range.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @('Get-AzKeyVault', 'New-AzKeyVault', 'Test-AzKeyVaultNameAvailability', 'Undo-AzKeyVaultRemoval', 'Set-AzKeyVaultAccessPolicy', 'Get-AzKeyVaultKey', 'Add-AzKeyVaultKey', 'Backup-AzKeyVaultKey', 'Restore-AzKeyVaultKey', 'Undo-AzKeyVaultKeyRemoval', 'Update-AzKeyVaultKey', 'Remove-AzKeyVaultKey', 'Invoke-AzKeyVaultKeyOperation')
    CmdletsToExport = @()
    AliasesToExport = @()
}
