# What the vault has under a name that a step is to make: a key that such a step made is done, any other one is in its way.
# Where a colleague makes the key, any key of the name is his.
function Find-KeyturnVaultKey {
    param(
        [Parameter(Mandatory = $true)] [string] $VaultName,
        [Parameter(Mandatory = $true)] [string] $Name,
        [switch] $ByColleague
    )
    if ($null -eq (Get-Command -Name Get-AzKeyVaultKey -ErrorAction SilentlyContinue)) {
        throw 'This step needs the module Az.KeyVault (Install-Module Az.KeyVault) and an account that may make keys (Connect-AzAccount).'
    }
    $key = Get-AzKeyVaultKey -VaultName $VaultName -Name $Name
    $own = $null -ne $key -and ($ByColleague -or ($null -ne $key.Tags -and $key.Tags.ContainsKey('keyturn-run')))
    $moved = [System.DBNull]::Value
    if ($null -ne $key -and -not $own) {
        $moved = "The key name $Name in vault $VaultName was not taken, is taken"
    } elseif ($null -eq $key -and $null -ne (Get-AzKeyVaultKey -VaultName $VaultName -Name $Name -InRemovedState)) {
        $moved = "The key name $Name in vault $VaultName was not taken, is taken by a deleted key that can be recovered"
    }
    [pscustomobject] @{ done = $own; moved = $moved }
}
