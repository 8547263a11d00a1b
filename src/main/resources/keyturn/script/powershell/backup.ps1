[System.IO.Directory]::CreateDirectory(%1$s) | Out-Null
$sums = foreach ($one in @(
%2$s
)) {
    $file = [System.IO.Path]::Combine(%1$s, $one.Stem + '.keybackup')
    $manifest = [System.IO.Path]::Combine(%1$s, $one.Stem + '.json')
    if ((Test-Path -LiteralPath $file) -and (Test-Path -LiteralPath "$manifest.part")) {
        [System.IO.File]::Move("$manifest.part", $manifest)
    }
    if (-not (Test-Path -LiteralPath $manifest)) {
        if (Test-Path -LiteralPath $file) {
            throw "$file %3$s"
        }
        $versions = foreach ($version in @(Get-AzKeyVaultKey %4$s -Name $one.Name -IncludeVersions)) {
            $key = Get-AzKeyVaultKey %4$s -Name $one.Name -Version $version.Version
            [ordered] @{
                id = $key.Version
                enabled = [bool] $key.Enabled
                created = $key.Created.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
                updated = $key.Updated.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
                type = [string] $key.KeyType
                modulus = [System.BitConverter]::ToString($key.Key.N).Replace('-', '').ToLowerInvariant()
                exponent = [System.BitConverter]::ToString($key.Key.E).Replace('-', '').ToLowerInvariant()
            }
        }
        [System.IO.File]::Delete("$file.part")
        Backup-AzKeyVaultKey %4$s -Name $one.Name -OutputFile "$file.part" | Out-Null
        $text = [ordered] @{
            format = 1
            vault = %5$s
            name = $one.Name
            subscription = %6$s
            region = %7$s
            geography = %8$s
            takenAt = [System.DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
            file = $one.Stem + '.keybackup'
            bytes = (Get-Item -LiteralPath "$file.part").Length
            sha256 = (Get-FileHash -Algorithm SHA256 -LiteralPath "$file.part").Hash.ToLowerInvariant()
            neededBy = @($one.NeededBy)
            versions = @($versions)
        } | ConvertTo-Json -Depth 4
        [System.IO.File]::WriteAllText("$manifest.part", $text)
        [System.IO.File]::Move("$file.part", $file)
        [System.IO.File]::Move("$manifest.part", $manifest)
    }
    foreach ($whole in @($file, $manifest)) {
        (Get-FileHash -Algorithm SHA256 -LiteralPath $whole).Hash.ToLowerInvariant() + '  ' + [System.IO.Path]::GetFileName($whole)
    }
}
[System.IO.File]::WriteAllText(%9$s, ($sums -join "`n") + "`n")
[System.IO.File]::Move(%9$s, %10$s)
