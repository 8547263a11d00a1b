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

# Built-in roles by the ids under which Azure documents them.
$Roles = @{
    'e147488a-f6f5-4113-8e2d-b22465e65bf6' = 'Key Vault Crypto Service Encryption User'
    '14b46e9e-c2b7-41b4-b07b-48a6ebf60603' = 'Key Vault Crypto Officer'
}

function Get-RoleName {
    param([string] $Definition)
    $id = $Definition.Split('/')[-1]
    if ($Roles.ContainsKey($id)) { $Roles[$id] } else { $id }
}

# The scope without its subscription, as requests to the range have it.
function ConvertTo-Path {
    param([string] $Scope)
    $Scope -replace '^/subscriptions/[^/]+/', ''
}

function Get-AzRoleAssignment {
    [CmdletBinding(DefaultParameterSetName = 'EmptyParameterSet')]
    param(
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeParameterSet', ValueFromPipelineByPropertyName = $true)]
        [switch] $AtScope,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'ObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'SignInNameParameterSet')]
        [switch] $ExpandPrincipalGroups,
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [Parameter(ParameterSetName = 'ObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet')]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet')]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet')]
        [Parameter(ParameterSetName = 'SignInNameParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet')]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet')]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet')]
        [Parameter(ParameterSetName = 'SPNParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupParameterSet')]
        [Parameter(ParameterSetName = 'ResourceParameterSet')]
        [Parameter(ParameterSetName = 'ScopeParameterSet')]
        [switch] $IncludeClassicAdministrators,
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Id', 'PrincipalId')]
        [string] $ObjectId,
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $ParentResource,
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceGroupName,
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceName,
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceType,
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [guid] $RoleDefinitionId,
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'SignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'SPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $RoleDefinitionName,
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $Scope,
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'SPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('SPN', 'ApplicationId')]
        [string] $ServicePrincipalName,
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'SignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Email', 'UserPrincipalName')]
        [string] $SignInName,
        [switch] $SkipClientSideScopeValidation
    )
    if ($PSCmdlet.ParameterSetName -ne 'ScopeWithObjectIdParameterSet') {
        throw "The test's Get-AzRoleAssignment does not know the set $($PSCmdlet.ParameterSetName)."
    }
    $path = "$(ConvertTo-Path $Scope)/providers/Microsoft.Authorization/roleAssignments"
    $filter = "principalId eq '$ObjectId'"
    foreach ($one in (Send-ManagerRequest -Path $path -ApiVersion '2022-04-01' -Filter $filter).value) {
        $role = Get-RoleName $one.properties.roleDefinitionId
        if (-not $RoleDefinitionName -or $role -eq $RoleDefinitionName) {
            [pscustomobject] @{ ObjectId = $one.properties.principalId; RoleDefinitionName = $role; Scope = $one.properties.scope }
        }
    }
}

function New-AzRoleAssignment {
    [CmdletBinding(DefaultParameterSetName = 'EmptyParameterSet')]
    param(
        [switch] $AllowDelegation,
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('SPN', 'ServicePrincipalName')]
        [string] $ApplicationId,
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $Condition,
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $ConditionVersion,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $Description,
        [Parameter(ParameterSetName = 'InputFileParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $InputFile,
        [Parameter(ParameterSetName = 'EmptyParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Id', 'PrincipalId')]
        [string] $ObjectId,
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Alias('PrincipalType')]
        [string] $ObjectType,
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $ParentResource,
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceGroupName,
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceName,
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceType,
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [guid] $RoleDefinitionId,
        [Parameter(ParameterSetName = 'EmptyParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $RoleDefinitionName,
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName = $true)]
        [string] $Scope,
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Email', 'UserPrincipalName')]
        [string] $SignInName,
        [switch] $SkipClientSideScopeValidation
    )
    if ($PSCmdlet.ParameterSetName -ne 'EmptyParameterSet' -or -not $Scope) {
        throw "The test's New-AzRoleAssignment does not know the set $($PSCmdlet.ParameterSetName)."
    }
    $id = $Roles.Keys | Where-Object { $Roles[$_] -eq $RoleDefinitionName }
    if (-not $id) {
        throw "Cannot find role definition with name '$RoleDefinitionName'."
    }
    $path = "$(ConvertTo-Path $Scope)/providers/Microsoft.Authorization/roleAssignments/$([guid]::NewGuid())"
    $properties = @{ roleDefinitionId = "/providers/Microsoft.Authorization/roleDefinitions/$id"; principalId = $ObjectId }
    $made = Send-ManagerRequest -Path $path -ApiVersion '2022-04-01' -Body @{ properties = $properties }
    [pscustomobject] @{ ObjectId = $made.properties.principalId; RoleDefinitionName = $RoleDefinitionName; Scope = $made.properties.scope }
}

Export-ModuleMember -Function Get-AzADServicePrincipal, Get-AzADAppCredential, Remove-AzADAppCredential, Get-AzRoleAssignment, New-AzRoleAssignment
