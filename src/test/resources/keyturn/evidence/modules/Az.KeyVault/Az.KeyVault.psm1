# Az.KeyVault for tests: the commands that Keyturn's scripts call, with the parameters and sets of the real ones, before the
# vault of a practice range. What is not asked for here is refused. A further command: its parameters as in the table of real
# cmdlets, which a test compares, and its name in the manifest.
Import-Module PracticeDoor

# As PSKeyVaultKey has it.
function ConvertTo-Key {
    param([string] $VaultName, $Answer)
    $id = [System.Uri] $Answer.key.kid
    $names = $id.AbsolutePath.Trim('/').Split('/')
    $tags = @{}
    if ($null -ne $Answer.tags) {
        foreach ($tag in $Answer.tags.PSObject.Properties) { $tags[$tag.Name] = $tag.Value }
    }
    [pscustomobject] @{
        VaultName = $VaultName
        Name = $names[1]
        Version = $names[2]
        Id = [string] $id
        KeyType = $Answer.key.kty
        KeySize = if ($Answer.key.n) { ([Convert]::FromBase64String((ConvertTo-Base64 $Answer.key.n))).Length * 8 } else { $null }
        Enabled = [bool] $Answer.attributes.enabled
        Expires = $Answer.attributes.exp
        NotBefore = $Answer.attributes.nbf
        Key = [pscustomobject] @{
            N = if ($Answer.key.n) { [Convert]::FromBase64String((ConvertTo-Base64 $Answer.key.n)) } else { $null }
            E = if ($Answer.key.e) { [Convert]::FromBase64String((ConvertTo-Base64 $Answer.key.e)) } else { $null }
        }
        Created = ConvertTo-Date $Answer.attributes.created
        Updated = ConvertTo-Date $Answer.attributes.updated
        RecoveryLevel = $Answer.attributes.recoveryLevel
        Tags = if ($tags.Count) { $tags } else { $null }
        DeletedDate = $Answer.deletedDate
        ScheduledPurgeDate = $Answer.scheduledPurgeDate
    }
}

# In UTC, as the real one gives it.
function ConvertTo-Date {
    param($Seconds)
    if ($null -eq $Seconds) { return $null }
    [DateTimeOffset]::FromUnixTimeSeconds([long] $Seconds).UtcDateTime
}

function ConvertTo-Base64 {
    param([string] $Url)
    $text = $Url.Replace('-', '+').Replace('_', '/')
    $text + '=' * ((4 - $text.Length % 4) % 4)
}

function ConvertFrom-Bytes {
    param([byte[]] $Value)
    [Convert]::ToBase64String($Value).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

# One after the other, without what they are made of.
function Get-KeyVersion {
    param([string] $VaultName, [string] $Name)
    $page = Send-VaultRequest -VaultName $VaultName -Path "keys/$Name/versions"
    if ($page.nextLink) {
        throw "The test's Get-AzKeyVaultKey knows one page of versions only."
    }
    foreach ($item in $page.value) {
        [pscustomobject] @{
            VaultName = $VaultName
            Name = $Name
            Version = ([System.Uri] $item.kid).AbsolutePath.Trim('/').Split('/')[2]
            Enabled = [bool] $item.attributes.enabled
            Created = ConvertTo-Date $item.attributes.created
            Updated = ConvertTo-Date $item.attributes.updated
        }
    }
}

function Get-AzKeyVaultKey {
    [CmdletBinding(DefaultParameterSetName = 'ByVaultName')]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'HsmByKeyName', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmByVaultName', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmByKeyVersions', Mandatory = $true)]
        [string] $HsmName,
        [Parameter(ParameterSetName = 'HsmByInputObjectVaultName', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Parameter(ParameterSetName = 'HsmByInputObjectKeyName', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Parameter(ParameterSetName = 'HsmByInputObjectKeyVersions', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $HsmObject,
        [Parameter(ParameterSetName = 'HsmByResourceIdVaultName', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'HsmByResourceIdKeyName', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'HsmByResourceIdKeyVersions', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $HsmResourceId,
        [Parameter(ParameterSetName = 'ByVaultName')]
        [Parameter(ParameterSetName = 'HsmByVaultName')]
        [Parameter(ParameterSetName = 'ByInputObjectVaultName')]
        [Parameter(ParameterSetName = 'HsmByInputObjectVaultName')]
        [Parameter(ParameterSetName = 'ByResourceIdVaultName')]
        [Parameter(ParameterSetName = 'HsmByResourceIdVaultName')]
        [switch] $InRemovedState,
        [Parameter(ParameterSetName = 'ByKeyVersions')]
        [Parameter(ParameterSetName = 'HsmByKeyVersions')]
        [Parameter(ParameterSetName = 'ByInputObjectKeyVersions')]
        [Parameter(ParameterSetName = 'HsmByInputObjectKeyVersions')]
        [Parameter(ParameterSetName = 'ByResourceIdKeyVersions')]
        [Parameter(ParameterSetName = 'HsmByResourceIdKeyVersions')]
        [switch] $IncludeVersions,
        [Parameter(ParameterSetName = 'ByInputObjectVaultName', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Parameter(ParameterSetName = 'ByInputObjectKeyName', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Parameter(ParameterSetName = 'ByInputObjectKeyVersions', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'ByKeyName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'ByKeyVersions', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByKeyName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByKeyVersions', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'ByInputObjectKeyName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'ByInputObjectKeyVersions', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByInputObjectKeyName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByInputObjectKeyVersions', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'ByResourceIdKeyName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'ByResourceIdKeyVersions', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByResourceIdKeyName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByResourceIdKeyVersions', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'ByVaultName', Position = 1)]
        [Parameter(ParameterSetName = 'HsmByVaultName', Position = 1)]
        [Parameter(ParameterSetName = 'ByInputObjectVaultName', Position = 1)]
        [Parameter(ParameterSetName = 'HsmByInputObjectVaultName', Position = 1)]
        [Parameter(ParameterSetName = 'ByResourceIdVaultName', Position = 1)]
        [Parameter(ParameterSetName = 'HsmByResourceIdVaultName', Position = 1)]
        [Alias('KeyName')]
        [string] $Name,
        [string] $OutFile,
        [Parameter(ParameterSetName = 'ByResourceIdVaultName', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ByResourceIdKeyName', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ByResourceIdKeyVersions', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceId,
        [Parameter(ParameterSetName = 'ByVaultName', Mandatory = $true, Position = 0)]
        [Parameter(ParameterSetName = 'ByKeyName', Mandatory = $true, Position = 0)]
        [Parameter(ParameterSetName = 'ByKeyVersions', Mandatory = $true, Position = 0)]
        [string] $VaultName,
        [Parameter(ParameterSetName = 'ByKeyName', Mandatory = $true, Position = 2)]
        [Parameter(ParameterSetName = 'HsmByKeyName', Mandatory = $true, Position = 2)]
        [Parameter(ParameterSetName = 'ByInputObjectKeyName', Mandatory = $true, Position = 2)]
        [Parameter(ParameterSetName = 'HsmByInputObjectKeyName', Mandatory = $true, Position = 2)]
        [Parameter(ParameterSetName = 'ByResourceIdKeyName', Mandatory = $true, Position = 2)]
        [Parameter(ParameterSetName = 'HsmByResourceIdKeyName', Mandatory = $true, Position = 2)]
        [Alias('KeyVersion')]
        [string] $Version
    )
    if ($OutFile -or $PSCmdlet.ParameterSetName -notin 'ByVaultName', 'ByKeyName', 'ByKeyVersions') {
        throw "The test's Get-AzKeyVaultKey does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $Name -or $Name -match '[*?]') {
        throw "The test's Get-AzKeyVaultKey wants one name."
    }
    if ($IncludeVersions) {
        return Get-KeyVersion -VaultName $VaultName -Name $Name
    }
    $path = if ($InRemovedState) { "deletedkeys/$Name" } else { "keys/$Name/$Version" }
    # Nothing, and no error, where there is no such key.
    $answer = Send-VaultRequest -VaultName $VaultName -Path $path -NoneAt 404
    if ($null -ne $answer) {
        ConvertTo-Key $VaultName $answer
    }
}

function Add-AzKeyVaultKey {
    [CmdletBinding(DefaultParameterSetName = 'InteractiveCreate', SupportsShouldProcess = $true)]
    param(
        [Parameter(ParameterSetName = 'InteractiveCreate')]
        [Parameter(ParameterSetName = 'InteractiveImport')]
        [Parameter(ParameterSetName = 'HsmInteractiveCreate')]
        [Parameter(ParameterSetName = 'InputObjectCreate')]
        [Parameter(ParameterSetName = 'InputObjectImport')]
        [Parameter(ParameterSetName = 'HsmInputObjectCreate')]
        [Parameter(ParameterSetName = 'ResourceIdCreate')]
        [Parameter(ParameterSetName = 'ResourceIdImport')]
        [Parameter(ParameterSetName = 'HsmResourceIdCreate')]
        [string] $CurveName,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'InteractiveCreate', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InputObjectCreate', Mandatory = $true)]
        [Parameter(ParameterSetName = 'ResourceIdCreate', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InteractiveImport')]
        [Parameter(ParameterSetName = 'InputObjectImport')]
        [Parameter(ParameterSetName = 'ResourceIdImport')]
        [ValidateSet('HSM', 'Software')]
        [string] $Destination,
        [switch] $Disable,
        [System.Nullable[datetime]] $Expires,
        [Parameter(ParameterSetName = 'InteractiveCreate')]
        [Parameter(ParameterSetName = 'HsmInteractiveCreate')]
        [Parameter(ParameterSetName = 'InputObjectCreate')]
        [Parameter(ParameterSetName = 'HsmInputObjectCreate')]
        [Parameter(ParameterSetName = 'ResourceIdCreate')]
        [Parameter(ParameterSetName = 'HsmResourceIdCreate')]
        [switch] $Exportable,
        [Parameter(ParameterSetName = 'HsmInteractiveCreate', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmInteractiveImport', Mandatory = $true)]
        [string] $HsmName,
        [Parameter(ParameterSetName = 'HsmInputObjectCreate', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Parameter(ParameterSetName = 'HsmInputObjectImport', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $HsmObject,
        [Parameter(ParameterSetName = 'HsmResourceIdCreate', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'HsmResourceIdImport', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $HsmResourceId,
        [Parameter(ParameterSetName = 'InteractiveCreate')]
        [Parameter(ParameterSetName = 'HsmInteractiveCreate')]
        [Parameter(ParameterSetName = 'InputObjectCreate')]
        [Parameter(ParameterSetName = 'HsmInputObjectCreate')]
        [Parameter(ParameterSetName = 'ResourceIdCreate')]
        [Parameter(ParameterSetName = 'HsmResourceIdCreate')]
        [switch] $Immutable,
        [Parameter(ParameterSetName = 'InputObjectCreate', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Parameter(ParameterSetName = 'InputObjectImport', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'InteractiveImport')]
        [Parameter(ParameterSetName = 'HsmInteractiveImport')]
        [Parameter(ParameterSetName = 'InputObjectImport')]
        [Parameter(ParameterSetName = 'HsmInputObjectImport')]
        [Parameter(ParameterSetName = 'ResourceIdImport')]
        [Parameter(ParameterSetName = 'HsmResourceIdImport')]
        [securestring] $KeyFilePassword,
        [Parameter(ParameterSetName = 'InteractiveImport', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmInteractiveImport', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InputObjectImport', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmInputObjectImport', Mandatory = $true)]
        [Parameter(ParameterSetName = 'ResourceIdImport', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmResourceIdImport', Mandatory = $true)]
        [string] $KeyFilePath,
        [string[]] $KeyOps,
        [Parameter(ParameterSetName = 'HsmInteractiveCreate', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmInputObjectCreate', Mandatory = $true)]
        [Parameter(ParameterSetName = 'HsmResourceIdCreate', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InteractiveCreate')]
        [Parameter(ParameterSetName = 'InteractiveImport')]
        [Parameter(ParameterSetName = 'InputObjectCreate')]
        [Parameter(ParameterSetName = 'InputObjectImport')]
        [Parameter(ParameterSetName = 'ResourceIdCreate')]
        [Parameter(ParameterSetName = 'ResourceIdImport')]
        [string] $KeyType,
        [Parameter(Mandatory = $true, Position = 1)]
        [Alias('KeyName')]
        [string] $Name,
        [System.Nullable[datetime]] $NotBefore,
        [Parameter(ParameterSetName = 'InteractiveCreate')]
        [Parameter(ParameterSetName = 'HsmInteractiveCreate')]
        [Parameter(ParameterSetName = 'InputObjectCreate')]
        [Parameter(ParameterSetName = 'HsmInputObjectCreate')]
        [Parameter(ParameterSetName = 'ResourceIdCreate')]
        [Parameter(ParameterSetName = 'HsmResourceIdCreate')]
        [string] $ReleasePolicyPath,
        [Parameter(ParameterSetName = 'ResourceIdCreate', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceIdImport', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceId,
        [Parameter(ParameterSetName = 'InteractiveCreate')]
        [Parameter(ParameterSetName = 'HsmInteractiveCreate')]
        [Parameter(ParameterSetName = 'InputObjectCreate')]
        [Parameter(ParameterSetName = 'HsmInputObjectCreate')]
        [Parameter(ParameterSetName = 'ResourceIdCreate')]
        [Parameter(ParameterSetName = 'HsmResourceIdCreate')]
        [System.Nullable[int]] $Size,
        [Alias('Tags')]
        [hashtable] $Tag,
        [Parameter(ParameterSetName = 'InteractiveCreate')]
        [Parameter(ParameterSetName = 'HsmInteractiveCreate')]
        [Parameter(ParameterSetName = 'InputObjectCreate')]
        [Parameter(ParameterSetName = 'HsmInputObjectCreate')]
        [Parameter(ParameterSetName = 'ResourceIdCreate')]
        [Parameter(ParameterSetName = 'HsmResourceIdCreate')]
        [switch] $UseDefaultCVMPolicy,
        [Parameter(ParameterSetName = 'InteractiveCreate', Mandatory = $true, Position = 0)]
        [Parameter(ParameterSetName = 'InteractiveImport', Mandatory = $true, Position = 0)]
        [string] $VaultName
    )
    if ($PSCmdlet.ParameterSetName -ne 'InteractiveCreate') {
        throw "The test's Add-AzKeyVaultKey does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $PSCmdlet.ShouldProcess($Name, 'Add key')) {
        return
    }
    $type = if ($KeyType) { $KeyType } else { 'RSA' }
    $wish = @{ kty = if ($Destination -eq 'HSM') { "$type-HSM" } else { $type }; attributes = @{ enabled = -not $Disable } }
    if ($null -ne $Size) { $wish['key_size'] = $Size }
    if ($null -ne $Tag) { $wish['tags'] = $Tag }
    if ($KeyOps) { $wish['key_ops'] = $KeyOps }
    if ($null -ne $Expires) { $wish.attributes['exp'] = [DateTimeOffset]::new($Expires).ToUnixTimeSeconds() }
    if ($null -ne $NotBefore) { $wish.attributes['nbf'] = [DateTimeOffset]::new($NotBefore).ToUnixTimeSeconds() }
    ConvertTo-Key $VaultName (Send-VaultRequest -VaultName $VaultName -Path "keys/$Name/create" -Body $wish)
}

function Backup-AzKeyVaultKey {
    [CmdletBinding(DefaultParameterSetName = 'ByKeyName', SupportsShouldProcess = $true)]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [switch] $Force,
        [Parameter(ParameterSetName = 'HsmByKeyName', Mandatory = $true)]
        [string] $HsmName,
        [Parameter(ParameterSetName = 'ByKey', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Alias('Key')]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'ByKeyName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByKeyName', Mandatory = $true, Position = 1)]
        [Alias('KeyName')]
        [string] $Name,
        [Parameter(Position = 2)]
        [string] $OutputFile,
        [Parameter(ParameterSetName = 'ByKeyName', Mandatory = $true, Position = 0)]
        [string] $VaultName
    )
    if ($PSCmdlet.ParameterSetName -ne 'ByKeyName') {
        throw "The test's Backup-AzKeyVaultKey does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $PSCmdlet.ShouldProcess($Name, 'Backup key')) {
        return
    }
    if (-not $OutputFile) {
        $OutputFile = "$VaultName-$Name-$([DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds())"
    }
    $file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFile)
    if ((Test-Path -LiteralPath $file) -and -not $Force -and -not $PSCmdlet.ShouldContinue("Overwrite $file?", 'Overwrite file')) {
        return
    }
    $blob = (Send-VaultRequest -VaultName $VaultName -Path "keys/$Name/backup" -Post).value
    [System.IO.File]::WriteAllBytes($file, [Convert]::FromBase64String((ConvertTo-Base64 $blob)))
    $file
}

function Restore-AzKeyVaultKey {
    [CmdletBinding(DefaultParameterSetName = 'ByVaultName', SupportsShouldProcess = $true)]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'HsmByVaultName', Mandatory = $true)]
        [string] $HsmName,
        [Parameter(ParameterSetName = 'HsmByInputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $HsmObject,
        [Parameter(ParameterSetName = 'HsmByResourceId', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [string] $HsmResourceId,
        [Parameter(Mandatory = $true, Position = 1)]
        [string] $InputFile,
        [Parameter(ParameterSetName = 'ByInputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'ByResourceId', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceId,
        [Parameter(ParameterSetName = 'ByVaultName', Mandatory = $true, Position = 0)]
        [string] $VaultName
    )
    if ($PSCmdlet.ParameterSetName -ne 'ByVaultName') {
        throw "The test's Restore-AzKeyVaultKey does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $PSCmdlet.ShouldProcess($VaultName, 'Restore key')) {
        return
    }
    $file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($InputFile)
    $value = ConvertFrom-Bytes ([System.IO.File]::ReadAllBytes($file))
    ConvertTo-Key $VaultName (Send-VaultRequest -VaultName $VaultName -Path 'keys/restore' -Body @{ value = $value })
}

function Undo-AzKeyVaultKeyRemoval {
    [CmdletBinding(DefaultParameterSetName = 'Default', SupportsShouldProcess = $true)]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'HsmInteractive', Mandatory = $true)]
        [string] $HsmName,
        [Parameter(ParameterSetName = 'InputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'Default', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmInteractive', Mandatory = $true, Position = 1)]
        [Alias('KeyName')]
        [string] $Name,
        [Parameter(ParameterSetName = 'Default', Mandatory = $true, Position = 0)]
        [string] $VaultName
    )
    if ($PSCmdlet.ParameterSetName -ne 'Default') {
        throw "The test's Undo-AzKeyVaultKeyRemoval does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if ($PSCmdlet.ShouldProcess($Name, 'Recover key')) {
        ConvertTo-Key $VaultName (Send-VaultRequest -VaultName $VaultName -Path "deletedkeys/$Name/recover" -Post)
    }
}

function Update-AzKeyVaultKey {
    [CmdletBinding(DefaultParameterSetName = 'Default', SupportsShouldProcess = $true)]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Nullable[bool]] $Enable,
        [Nullable[datetime]] $Expires,
        [Parameter(ParameterSetName = 'HsmInteractive', Mandatory = $true)]
        [string] $HsmName,
        [Parameter(ParameterSetName = 'HsmInteractive')]
        [switch] $Immutable,
        [Parameter(ParameterSetName = 'InputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $InputObject,
        [string[]] $KeyOps,
        [Parameter(ParameterSetName = 'Default', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmInteractive', Mandatory = $true, Position = 1)]
        [Alias('KeyName')]
        [string] $Name,
        [Nullable[datetime]] $NotBefore,
        [switch] $PassThru,
        [Parameter(ParameterSetName = 'HsmInteractive')]
        [string] $ReleasePolicyPath,
        [Alias('Tags')]
        [hashtable] $Tag,
        [Parameter(ParameterSetName = 'Default', Mandatory = $true, Position = 0)]
        [string] $VaultName,
        [Parameter(Position = 2)]
        [Alias('KeyVersion')]
        [string] $Version
    )
    if ($PSCmdlet.ShouldProcess($Name, 'Update key')) {
        ConvertTo-Key $VaultName (Send-VaultRequest -VaultName $VaultName -Path "keys/$Name/$Version" -Patch -Body @{ attributes = @{ enabled = $Enable } })
    }
}

function Remove-AzKeyVaultKey {
    [CmdletBinding(DefaultParameterSetName = 'ByVaultName', SupportsShouldProcess = $true)]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [switch] $Force,
        [Parameter(ParameterSetName = 'HsmByVaultName', Mandatory = $true)]
        [string] $HsmName,
        [switch] $InRemovedState,
        [Parameter(ParameterSetName = 'ByInputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'ByVaultName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'HsmByVaultName', Mandatory = $true, Position = 1)]
        [Alias('KeyName')]
        [string] $Name,
        [switch] $PassThru,
        [Parameter(ParameterSetName = 'ByVaultName', Mandatory = $true, Position = 0)]
        [string] $VaultName
    )
    throw "The test's Remove-AzKeyVaultKey deletes nothing."
}

function Invoke-AzKeyVaultKeyOperation {
    [CmdletBinding(DefaultParameterSetName = 'ByVaultName', SupportsShouldProcess = $true)]
    param(
        [Parameter(Mandatory = $true)]
        [Alias('EncryptionAlgorithm', 'WrapAlgorithm')]
        [string] $Algorithm,
        [Parameter(Mandatory = $true)]
        [byte[]] $ByteArrayValue,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'ByHsmName', Mandatory = $true, Position = 0)]
        [string] $HsmName,
        [Parameter(ParameterSetName = 'ByKeyInputObject', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [Alias('Key')]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'ByVaultName', Mandatory = $true, Position = 1)]
        [Parameter(ParameterSetName = 'ByHsmName', Mandatory = $true, Position = 1)]
        [Alias('KeyName')]
        [string] $Name,
        [Parameter(Mandatory = $true)]
        [string] $Operation,
        [Parameter(ParameterSetName = 'ByVaultName', Mandatory = $true, Position = 0)]
        [string] $VaultName,
        [Alias('KeyVersion')]
        [string] $Version
    )
    if ($PSCmdlet.ParameterSetName -ne 'ByVaultName' -or $Operation -notin 'Wrap', 'Unwrap') {
        throw "The test's Invoke-AzKeyVaultKeyOperation does not know $Operation of the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $PSCmdlet.ShouldProcess($Name, $Operation)) {
        return
    }
    $one = if ($Version) { $Version } else { (Get-AzKeyVaultKey -VaultName $VaultName -Name $Name).Version }
    $body = @{ alg = $Algorithm; value = ConvertFrom-Bytes $ByteArrayValue }
    $path = "keys/$Name/$one/$($Operation.ToLowerInvariant())key"
    $answer = Send-VaultRequest -VaultName $VaultName -Path $path -Body $body
    $result = [Convert]::FromBase64String((ConvertTo-Base64 $answer.value))
    [pscustomobject] @{ KeyId = $answer.kid; RawResult = $result; Algorithm = $Algorithm }
}
function Get-AzKeyVault {
    [CmdletBinding(DefaultParameterSetName = 'GetVaultByName')]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'ByDeletedVault')]
        [Parameter(ParameterSetName = 'ListAllDeletedVaultsInSubscription')]
        [switch] $InRemovedState,
        [Parameter(ParameterSetName = 'ByDeletedVault', Mandatory = $true, Position = 1, ValueFromPipelineByPropertyName = $true)]
        [string] $Location,
        [Parameter(ParameterSetName = 'GetVaultByName', Position = 1, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceGroupName,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $SubscriptionId,
        [Parameter(ParameterSetName = 'GetVaultByName', ValueFromPipelineByPropertyName = $true)]
        [hashtable] $Tag,
        [Parameter(ParameterSetName = 'ByDeletedVault', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'GetVaultByName', Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Alias('Name')]
        [string] $VaultName
    )
    if ($PSCmdlet.ParameterSetName -eq 'ListAllDeletedVaultsInSubscription') {
        foreach ($gone in (Send-ManagerRequest -Path 'providers/Microsoft.KeyVault/deletedVaults').value) {
            [pscustomobject] @{
                VaultName = $gone.name
                Location = $gone.properties.location
                ResourceId = $gone.properties.vaultId
                DeletionDate = $gone.properties.deletionDate
            }
        }
        return
    }
    if ($PSCmdlet.ParameterSetName -ne 'GetVaultByName' -or -not $VaultName) {
        throw "The test's Get-AzKeyVault does not know the set $($PSCmdlet.ParameterSetName)."
    }
    foreach ($vault in (Send-ManagerRequest -Path 'providers/Microsoft.KeyVault/vaults').value) {
        if ($vault.name -eq $VaultName) {
            [pscustomobject] @{
                VaultName = $vault.name
                ResourceId = $vault.id
                Location = $vault.location
                TenantId = $vault.properties.tenantId
                EnableRbacAuthorization = [bool] $vault.properties.enableRbacAuthorization
                AccessPolicies = @(foreach ($policy in $vault.properties.accessPolicies) {
                    [pscustomobject] @{ ObjectId = $policy.objectId; PermissionsToKeys = @($policy.permissions.keys) }
                })
            }
        }
    }
}

function Undo-AzKeyVaultRemoval {
    [CmdletBinding(DefaultParameterSetName = 'Default', SupportsShouldProcess = $true)]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'InputObject', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'Default', Mandatory = $true, Position = 2)]
        [string] $Location,
        [Parameter(ParameterSetName = 'Default', Mandatory = $true, Position = 1)]
        [string] $ResourceGroupName,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $SubscriptionId,
        [hashtable] $Tag,
        [Parameter(ParameterSetName = 'Default', Mandatory = $true, Position = 0)]
        [string] $VaultName
    )
    if ($PSCmdlet.ParameterSetName -ne 'Default') {
        throw "The test's Undo-AzKeyVaultRemoval does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $PSCmdlet.ShouldProcess($VaultName, 'Recover vault')) {
        return
    }
    $body = @{
        location = $Location
        properties = @{ tenantId = (Get-Ready).tenant; createMode = 'recover'; sku = @{ family = 'A'; name = 'standard' } }
    }
    $back = Send-ManagerRequest -Path "resourceGroups/$ResourceGroupName/providers/Microsoft.KeyVault/vaults/$VaultName" -Body $body
    [pscustomobject] @{ VaultName = $back.name; ResourceId = $back.id; Location = $back.location }
}

function Test-AzKeyVaultNameAvailability {
    [CmdletBinding(DefaultParameterSetName = 'CheckExpanded', SupportsShouldProcess = $true)]
    param(
        [switch] $Break,
        [Alias('AzureRMContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [object] $HttpPipelineAppend,
        [object] $HttpPipelinePrepend,
        [Parameter(ParameterSetName = 'CheckViaJsonFilePath', Mandatory = $true)]
        [string] $JsonFilePath,
        [Parameter(ParameterSetName = 'CheckViaJsonString', Mandatory = $true)]
        [string] $JsonString,
        [Parameter(ParameterSetName = 'CheckExpanded', Mandatory = $true)]
        [string] $Name,
        [object] $Proxy,
        [object] $ProxyCredential,
        [switch] $ProxyUseDefaultCredentials,
        [string] $SubscriptionId
    )
    if ($PSCmdlet.ParameterSetName -ne 'CheckExpanded') {
        throw "The test's Test-AzKeyVaultNameAvailability does not know the set $($PSCmdlet.ParameterSetName)."
    }
    $body = @{ name = $Name; type = 'Microsoft.KeyVault/vaults' }
    $answer = Send-ManagerRequest -Path 'providers/Microsoft.KeyVault/checkNameAvailability' -Body $body -Post
    [pscustomobject] @{ NameAvailable = [bool] $answer.nameAvailable; Reason = $answer.reason; Message = $answer.message }
}

function New-AzKeyVault {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [switch] $DisableRbacAuthorization,
        [switch] $EnablePurgeProtection,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [switch] $EnabledForDeployment,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [switch] $EnabledForDiskEncryption,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [switch] $EnabledForTemplateDeployment,
        [Parameter(Mandatory = $true, Position = 2, ValueFromPipelineByPropertyName = $true)]
        [string] $Location,
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Alias('VaultName')]
        [string] $Name,
        [object] $NetworkRuleSet,
        [string] $PublicNetworkAccess,
        [Parameter(Mandatory = $true, Position = 1, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceGroupName,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $Sku,
        [int] $SoftDeleteRetentionInDays,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $SubscriptionId,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [Alias('Tags')]
        [hashtable] $Tag
    )
    if (-not $PSCmdlet.ShouldProcess($Name, 'Create vault')) {
        return
    }
    $properties = @{
        tenantId = (Get-Ready).tenant
        sku = @{ family = 'A'; name = if ($Sku) { $Sku.ToLowerInvariant() } else { 'standard' } }
        enableRbacAuthorization = -not $DisableRbacAuthorization
        accessPolicies = @()
    }
    if ($EnablePurgeProtection) { $properties['enablePurgeProtection'] = $true }
    $path = "resourceGroups/$ResourceGroupName/providers/Microsoft.KeyVault/vaults/$Name"
    $made = Send-ManagerRequest -Path $path -Body @{ location = $Location; properties = $properties }
    [pscustomobject] @{ VaultName = $made.name; ResourceId = $made.id; Location = $made.location }
}

function Set-AzKeyVaultAccessPolicy {
    [CmdletBinding(DefaultParameterSetName = 'ByUserPrincipalName', SupportsShouldProcess = $true)]
    param(
        [Parameter(ParameterSetName = 'ByObjectId')]
        [Parameter(ParameterSetName = 'InputObjectByObjectId')]
        [Parameter(ParameterSetName = 'ResourceIdByObjectId')]
        [object] $ApplicationId,
        [Parameter(ParameterSetName = 'ByObjectId')]
        [Parameter(ParameterSetName = 'InputObjectByObjectId')]
        [Parameter(ParameterSetName = 'ResourceIdByObjectId')]
        [switch] $BypassObjectIdValidation,
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object] $DefaultProfile,
        [Parameter(ParameterSetName = 'ByEmailAddress', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InputObjectByEmailAddress', Mandatory = $true)]
        [Parameter(ParameterSetName = 'ResourceIdByEmailAddress', Mandatory = $true)]
        [string] $EmailAddress,
        [Parameter(ParameterSetName = 'ForVault')]
        [Parameter(ParameterSetName = 'InputObjectForVault')]
        [Parameter(ParameterSetName = 'ResourceIdForVault')]
        [switch] $EnabledForDeployment,
        [Parameter(ParameterSetName = 'ForVault')]
        [Parameter(ParameterSetName = 'InputObjectForVault')]
        [Parameter(ParameterSetName = 'ResourceIdForVault')]
        [switch] $EnabledForDiskEncryption,
        [Parameter(ParameterSetName = 'ForVault')]
        [Parameter(ParameterSetName = 'InputObjectForVault')]
        [Parameter(ParameterSetName = 'ResourceIdForVault')]
        [switch] $EnabledForTemplateDeployment,
        [Parameter(ParameterSetName = 'InputObjectByObjectId', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'InputObjectByServicePrincipalName', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'InputObjectByUserPrincipalName', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'InputObjectByEmailAddress', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'InputObjectForVault', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [object] $InputObject,
        [Parameter(ParameterSetName = 'ByObjectId', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InputObjectByObjectId', Mandatory = $true)]
        [Parameter(ParameterSetName = 'ResourceIdByObjectId', Mandatory = $true)]
        [string] $ObjectId,
        [switch] $PassThru,
        [Parameter(ParameterSetName = 'ByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ByObjectId')]
        [Parameter(ParameterSetName = 'ByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ByEmailAddress')]
        [Parameter(ParameterSetName = 'InputObjectByObjectId')]
        [Parameter(ParameterSetName = 'InputObjectByServicePrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByUserPrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByEmailAddress')]
        [Parameter(ParameterSetName = 'ResourceIdByObjectId')]
        [Parameter(ParameterSetName = 'ResourceIdByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByEmailAddress')]
        [string[]] $PermissionsToCertificates,
        [Parameter(ParameterSetName = 'ByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ByObjectId')]
        [Parameter(ParameterSetName = 'ByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ByEmailAddress')]
        [Parameter(ParameterSetName = 'InputObjectByObjectId')]
        [Parameter(ParameterSetName = 'InputObjectByServicePrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByUserPrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByEmailAddress')]
        [Parameter(ParameterSetName = 'ResourceIdByObjectId')]
        [Parameter(ParameterSetName = 'ResourceIdByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByEmailAddress')]
        [string[]] $PermissionsToKeys,
        [Parameter(ParameterSetName = 'ByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ByObjectId')]
        [Parameter(ParameterSetName = 'ByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ByEmailAddress')]
        [Parameter(ParameterSetName = 'InputObjectByObjectId')]
        [Parameter(ParameterSetName = 'InputObjectByServicePrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByUserPrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByEmailAddress')]
        [Parameter(ParameterSetName = 'ResourceIdByObjectId')]
        [Parameter(ParameterSetName = 'ResourceIdByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByEmailAddress')]
        [string[]] $PermissionsToSecrets,
        [Parameter(ParameterSetName = 'ByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ByObjectId')]
        [Parameter(ParameterSetName = 'ByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ByEmailAddress')]
        [Parameter(ParameterSetName = 'InputObjectByObjectId')]
        [Parameter(ParameterSetName = 'InputObjectByServicePrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByUserPrincipalName')]
        [Parameter(ParameterSetName = 'InputObjectByEmailAddress')]
        [Parameter(ParameterSetName = 'ResourceIdByObjectId')]
        [Parameter(ParameterSetName = 'ResourceIdByServicePrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByUserPrincipalName')]
        [Parameter(ParameterSetName = 'ResourceIdByEmailAddress')]
        [string[]] $PermissionsToStorage,
        [Parameter(ParameterSetName = 'ByUserPrincipalName', Position = 1)]
        [Parameter(ParameterSetName = 'ByObjectId', Position = 1)]
        [Parameter(ParameterSetName = 'ByServicePrincipalName', Position = 1)]
        [Parameter(ParameterSetName = 'ByEmailAddress', Position = 1)]
        [Parameter(ParameterSetName = 'ForVault', Position = 1)]
        [string] $ResourceGroupName,
        [Parameter(ParameterSetName = 'ResourceIdByObjectId', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceIdByServicePrincipalName', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceIdByUserPrincipalName', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceIdByEmailAddress', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'ResourceIdForVault', Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [string] $ResourceId,
        [Parameter(ParameterSetName = 'ByServicePrincipalName', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InputObjectByServicePrincipalName', Mandatory = $true)]
        [Parameter(ParameterSetName = 'ResourceIdByServicePrincipalName', Mandatory = $true)]
        [Alias('SPN')]
        [string] $ServicePrincipalName,
        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [string] $SubscriptionId,
        [Parameter(ParameterSetName = 'ByUserPrincipalName', Mandatory = $true)]
        [Parameter(ParameterSetName = 'InputObjectByUserPrincipalName', Mandatory = $true)]
        [Parameter(ParameterSetName = 'ResourceIdByUserPrincipalName', Mandatory = $true)]
        [Alias('UPN')]
        [string] $UserPrincipalName,
        [Parameter(ParameterSetName = 'ByUserPrincipalName', Mandatory = $true, Position = 0)]
        [Parameter(ParameterSetName = 'ByObjectId', Mandatory = $true, Position = 0)]
        [Parameter(ParameterSetName = 'ByServicePrincipalName', Mandatory = $true, Position = 0)]
        [Parameter(ParameterSetName = 'ByEmailAddress', Mandatory = $true, Position = 0)]
        [Parameter(ParameterSetName = 'ForVault', Mandatory = $true, Position = 0)]
        [string] $VaultName
    )
    if ($PSCmdlet.ParameterSetName -ne 'ByObjectId' -or -not $BypassObjectIdValidation -or -not $PermissionsToKeys) {
        throw "The test's Set-AzKeyVaultAccessPolicy does not know the set $($PSCmdlet.ParameterSetName)."
    }
    if (-not $PSCmdlet.ShouldProcess($VaultName, 'Set access policy')) {
        return
    }
    $vault = Get-AzKeyVault -VaultName $VaultName
    $policy = @{ tenantId = (Get-Ready).tenant; objectId = $ObjectId; permissions = @{ keys = @($PermissionsToKeys) } }
    $path = $vault.ResourceId -replace '^/subscriptions/[^/]+/', ''
    Send-ManagerRequest -Path "$path/accessPolicies/replace" -Body @{ properties = @{ accessPolicies = @($policy) } } | Out-Null
    if ($PassThru) { $vault }
}

