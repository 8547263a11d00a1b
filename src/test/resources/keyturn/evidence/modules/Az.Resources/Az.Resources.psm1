# Az.Resources for tests: the commands that Keyturn's scripts call, with the parameters and sets of the real ones, before the
# directory of a practice range. What is not asked for here is refused.
Import-Module PracticeDoor

function Get-AzADAppCredential {
    [CmdletBinding(DefaultParameterSetName = 'ApplicationObjectIdParameterSet', SupportsShouldProcess = $true)]
    param(
        [Parameter(ParameterSetName = 'ApplicationIdParameterSet', Mandatory = $true)]
        [guid] $ApplicationId,
        [Parameter(ParameterSetName = 'ApplicationObjectParameterSet', Mandatory = $true, ValueFromPipeline = $true)]
        [object] $ApplicationObject,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'DisplayNameParameterSet', Mandatory = $true)]
        [string] $DisplayName,
        [Parameter(ParameterSetName = 'ApplicationObjectIdParameterSet', Mandatory = $true)]
        [Alias('Id')]
        [string] $ObjectId
    )
    if ($PSCmdlet.ParameterSetName -ne 'ApplicationIdParameterSet') {
        throw "The test's Get-AzADAppCredential does not know the set $($PSCmdlet.ParameterSetName)."
    }
    $application = Send-GraphRequest -Path "applications(appId='$ApplicationId')"
    foreach ($secret in $application.passwordCredentials) {
        [pscustomobject] @{
            DisplayName = $secret.displayName
            EndDateTime = [DateTime] $secret.endDateTime
            Hint = $secret.hint
            KeyId = $secret.keyId
            StartDateTime = [DateTime] $secret.startDateTime
        }
    }
}

function Remove-AzADAppCredential {
    [CmdletBinding(DefaultParameterSetName = 'ApplicationObjectIdWithKeyIdParameterSet', SupportsShouldProcess = $true)]
    param(
        [Parameter(ParameterSetName = 'ApplicationIdWithKeyIdParameterSet', Mandatory = $true)]
        [guid] $ApplicationId,
        [Parameter(ParameterSetName = 'ApplicationObjectWithKeyIdParameterSet', Mandatory = $true, ValueFromPipeline = $true)]
        [object] $ApplicationObject,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'ApplicationDisplayNameParameterSet', Mandatory = $true)]
        [string] $DisplayName,
        [guid] $KeyId,
        [Parameter(ParameterSetName = 'ApplicationObjectIdWithKeyIdParameterSet', Mandatory = $true)]
        [Alias('Id')]
        [string] $ObjectId,
        [switch] $PassThru
    )
    if ($PSCmdlet.ParameterSetName -ne 'ApplicationIdWithKeyIdParameterSet' -or -not $PSBoundParameters.ContainsKey('KeyId')) {
        throw "The test's Remove-AzADAppCredential does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $PSCmdlet.ShouldProcess($KeyId, 'Remove credential')) {
        return
    }
    Send-GraphRequest -Path "applications(appId='$ApplicationId')/removePassword" -Body @{ keyId = [string] $KeyId } | Out-Null
    if ($PassThru) { $true }
}

function Get-AzADServicePrincipal {
    [CmdletBinding(DefaultParameterSetName = 'EmptyParameterSet')]
    param(
        [switch] $AppendSelected,
        [Parameter(ParameterSetName = 'ApplicationIdParameterSet', Mandatory = $true)]
        [Alias('AppId')]
        [guid] $ApplicationId,
        [Parameter(ParameterSetName = 'ApplicationObjectParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [object] $ApplicationObject,
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [string] $ConsistencyLevel,
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [switch] $Count,
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [string] $CountVariable,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'DisplayNameParameterSet', Mandatory = $true)]
        [string] $DisplayName,
        [Parameter(ParameterSetName = 'SearchStringParameterSet', Mandatory = $true)]
        [Alias('DisplayNameStartsWith', 'SearchString')]
        [string] $DisplayNameBeginsWith,
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [string] $Filter,
        [object] $First,
        [Parameter(ParameterSetName = 'ObjectIdParameterSet', Mandatory = $true)]
        [Alias('ServicePrincipalId', 'Id')]
        [string] $ObjectId,
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [string[]] $Orderby,
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [string] $Search,
        [string[]] $Select,
        [Parameter(ParameterSetName = 'SPNParameterSet', Mandatory = $true)]
        [Alias('SPN')]
        [string] $ServicePrincipalName,
        [object] $Skip
    )
    if ($PSCmdlet.ParameterSetName -ne 'ApplicationIdParameterSet') {
        throw "The test's Get-AzADServicePrincipal does not know the set $($PSCmdlet.ParameterSetName)."
    }
    $principal = Send-GraphRequest -Path "servicePrincipals(appId='$ApplicationId')"
    [pscustomobject] @{ Id = $principal.id; AppId = $principal.appId; DisplayName = $principal.displayName }
}

Export-ModuleMember -Function Get-AzADServicePrincipal, Get-AzADAppCredential, Remove-AzADAppCredential
