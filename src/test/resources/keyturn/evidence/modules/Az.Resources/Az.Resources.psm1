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

Export-ModuleMember -Function Get-AzADAppCredential, Remove-AzADAppCredential
