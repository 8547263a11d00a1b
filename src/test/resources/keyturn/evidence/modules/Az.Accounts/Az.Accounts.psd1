@{
    RootModule = 'Az.Accounts.psm1'
    ModuleVersion = '5.3.0'
    GUID = '2f1c6f7e-7072-4163-8469-636500000003'
    Description = 'The commands of Az.Accounts that Keyturn''s scripts call, before a practice range.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @('Get-AzContext')
    CmdletsToExport = @()
    AliasesToExport = @()
}
