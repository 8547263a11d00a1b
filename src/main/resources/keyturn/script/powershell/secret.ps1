# A secret as it is: handed in by name, else prompted for, once.
function Read-KeyturnSecret {
    param([Parameter(Mandatory = $true)] [string] $Name)
    if (-not $Secret.ContainsKey($Name)) {
        $Secret[$Name] = Read-Host -Prompt $Name -AsSecureString
    }
    (New-Object System.Net.NetworkCredential('', $Secret[$Name])).Password
}
