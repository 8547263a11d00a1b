# A secret: taken from -Secret by name, otherwise prompted for once.
function Read-KeyturnSecret {
    param([Parameter(Mandatory = $true)] [string] $Name)
    if (-not $Secret.ContainsKey($Name)) {
        $Secret[$Name] = Read-Host -Prompt $Name -AsSecureString
    }
    (New-Object System.Net.NetworkCredential('', $Secret[$Name])).Password
}
