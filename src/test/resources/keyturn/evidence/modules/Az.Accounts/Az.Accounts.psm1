# Az.Accounts for tests: who is signed in is the practice application. What is not asked for here is refused.
Import-Module PracticeDoor

function Get-AzContext {
    [CmdletBinding(DefaultParameterSetName = 'GetSingleContext')]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'ListAllContexts')]
        [switch] $ListAvailable,
        [Parameter(ParameterSetName = 'GetSingleContext', Position = 0)]
        [string] $Name,
        [Parameter(ParameterSetName = 'ListAllContexts')]
        [switch] $RefreshContextFromTokenCache
    )
    if ($ListAvailable -or $Name) {
        throw "The test's Get-AzContext knows the present context only."
    }
    [pscustomobject] @{ Account = [pscustomobject] @{ Id = (Get-Ready).client; Type = 'ServicePrincipal' } }
}

Export-ModuleMember -Function Get-AzContext
