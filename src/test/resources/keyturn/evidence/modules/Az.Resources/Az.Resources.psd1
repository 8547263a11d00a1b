@{
    RootModule = 'Az.Resources.psm1'
    ModuleVersion = '8.1.1'
    GUID = '2f1c6f7e-7072-4163-8469-636500000002'
    Description = 'The commands of Az.Resources that Keyturn''s scripts call, before a practice range.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @('Get-AzADServicePrincipal', 'Get-AzADAppCredential', 'Remove-AzADAppCredential', 'Get-AzRoleAssignment', 'New-AzRoleAssignment')
    CmdletsToExport = @()
    AliasesToExport = @()
}
