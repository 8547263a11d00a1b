package keyturn.script.act;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.KeyManifest.KeptVersion;
import keyturn.domain.azure.KeyManifest.PublicHalf;
import keyturn.domain.azure.VaultAddress;
import keyturn.script.powershell.PowerShell;

/**
 * Acts that bring keys back, and the PowerShell lines that do the same (documents: Restore-AzKeyVaultKey, Undo-AzKeyVaultKeyRemoval,
 * Remove-AzKeyVaultKey, Invoke-AzKeyVaultKeyOperation). Nothing is purged, nothing is written over.
 */
public final class RestoreActs {

    private RestoreActs() {}

    public static RecoveryAct restore(VaultAddress vault, KeyCopy copy) {
        String store = store(vault);
        String name = PowerShell.literal(copy.name().value());
        String file = PowerShell.literal(copy.file().value());
        String lines = """
                if ((Get-FileHash -Algorithm SHA256 -LiteralPath %3$s).Hash -ne %4$s) {
                    throw 'The backup is not the file that was written; nothing was restored.'
                }
                if ($null -ne (Get-AzKeyVaultKey %1$s -Name %2$s) -or
                    $null -ne (Get-AzKeyVaultKey %1$s -Name %2$s -InRemovedState)) {
                    throw 'The vault has a key of this name, or a deleted one; nothing was restored.'
                }
                Restore-AzKeyVaultKey %1$s -InputFile %3$s | Out-Null
                %5$s""".formatted(
                        store, name, file, PowerShell.literal(copy.manifest().sha256()), compared(store, copy));
        return new RecoveryAct.RestoreKey(vault, copy, lines);
    }

    public static RecoveryAct recover(VaultAddress vault, KeyCopy copy) {
        String store = store(vault);
        String lines = """
                Undo-AzKeyVaultKeyRemoval %1$s -Name %2$s | Out-Null
                for ($try = 0; $try -lt 60 -and $null -eq (Get-AzKeyVaultKey %1$s -Name %2$s); $try++) {
                    Start-Sleep -Seconds 1
                }
                %3$s""".formatted(store, PowerShell.literal(copy.name().value()), compared(store, copy));
        return new RecoveryAct.RecoverKey(vault, copy, lines);
    }

    /** RSA-OAEP with SHA-1 is what Windows PowerShell 5.1 encrypts by without another library. */
    public static RecoveryAct rehearse(VaultAddress vault, KeyCopy copy) {
        String lines = """
                foreach ($version in @(
                %1$s
                )) {
                    $rsa = New-Object System.Security.Cryptography.RSACryptoServiceProvider
                    $half = New-Object System.Security.Cryptography.RSAParameters
                    $half.Modulus = [System.Convert]::FromBase64String($version.Modulus)
                    $half.Exponent = [System.Convert]::FromBase64String($version.Exponent)
                    $rsa.ImportParameters($half)
                    $bytes = New-Object byte[] 32
                    [System.Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($bytes)
                    $plain = (Invoke-AzKeyVaultKeyOperation -Operation Unwrap -Algorithm RSA-OAEP %2$s -Name %3$s `
                        -Version $version.Id -ByteArrayValue $rsa.Encrypt($bytes, $true)).RawResult
                    if ([System.Convert]::ToBase64String($plain) -ne [System.Convert]::ToBase64String($bytes)) {
                        throw "Version $($version.Id) did not decrypt what was encrypted for it."
                    }
                }""".formatted(
                halves(copy), store(vault), PowerShell.literal(copy.name().value()));
        return new RecoveryAct.RehearseKey(vault, copy, lines);
    }

    public static RecoveryAct delete(VaultAddress vault, KeyCopy copy) {
        String store = store(vault);
        String lines = """
                %3$s
                Remove-AzKeyVaultKey %1$s -Name %2$s -Force | Out-Null""".formatted(store, PowerShell.literal(copy.name().value()), compared(store, copy));
        return new RecoveryAct.DeleteKey(vault, copy, lines);
    }

    /** What shows that the key is there: each version with its public half. */
    static String there(VaultAddress vault, KeyCopy copy) {
        return "[pscustomobject] @{ done = $null -ne (Get-AzKeyVaultKey " + store(vault) + " -Name "
                + PowerShell.literal(copy.name().value()) + "); moved = [System.DBNull]::Value }";
    }

    private static String compared(String store, KeyCopy copy) {
        return """
                foreach ($version in @(
                %1$s
                )) {
                    $key = Get-AzKeyVaultKey %2$s -Name %3$s -Version $version.Id
                    if ($null -eq $key -or [System.Convert]::ToBase64String($key.Key.N) -ne $version.Modulus) {
                        throw "Version $($version.Id) is missing in the vault, or is another key."
                    }
                }""".formatted(halves(copy), store, PowerShell.literal(copy.name().value()));
    }

    private static String store(VaultAddress vault) {
        boolean hsm = vault.store() == VaultAddress.Store.MANAGED_HSM;
        return (hsm ? "-HsmName " : "-VaultName ") + PowerShell.literal(vault.name());
    }

    private static String halves(KeyCopy copy) {
        return copy.versions().stream()
                .flatMap(version -> version.half().map(half -> half(version, half)).stream())
                .collect(Collectors.joining("\n"));
    }

    private static String half(KeptVersion version, PublicHalf half) {
        return "    @{ Id = " + PowerShell.literal(version.id()) + "; Modulus = '" + base64(half.modulus())
                + "'; Exponent = '" + base64(half.exponent()) + "' }";
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getEncoder().encodeToString(plain);
    }
}
