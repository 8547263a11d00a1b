# Looks in the vault for the key that a step is to create. A key that such a step created means that the step is done;
# any other key with the name stops the script. If the key owner creates the key, any key with the name counts as done.
function Find-KeyturnVaultKey {
    param(
        [Parameter(Mandatory = $true)] [string] $VaultName,
        [Parameter(Mandatory = $true)] [string] $Name,
        [switch] $ByKeyOwner
    )
    if ($null -eq (Get-Command -Name Get-AzKeyVaultKey -ErrorAction SilentlyContinue)) {
        throw 'This step needs the module Az.KeyVault (Install-Module Az.KeyVault) and an account that may create keys (Connect-AzAccount).'
    }
    $key = Get-AzKeyVaultKey -VaultName $VaultName -Name $Name
    $own = $null -ne $key -and ($ByKeyOwner -or ($null -ne $key.Tags -and $key.Tags.ContainsKey('keyturn-run')))
    $moved = [System.DBNull]::Value
    if ($null -ne $key -and -not $own) {
        $moved = "The key name $Name in vault $VaultName was not taken, is taken"
    } elseif ($null -eq $key -and $null -ne (Get-AzKeyVaultKey -VaultName $VaultName -Name $Name -InRemovedState)) {
        $moved = "The key name $Name in vault $VaultName was not taken, is taken by a deleted key that can be recovered"
    }
    [pscustomobject] @{ done = $own; moved = $moved }
}
