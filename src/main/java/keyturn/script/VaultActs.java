package keyturn.script;

import java.util.List;
import keyturn.plan.KeyStep;

/** Acts in the vault, and the Az.KeyVault lines that do the same (documents: Add-AzKeyVaultKey, Get-AzKeyVaultKey). */
final class VaultActs {

    private VaultActs() {}

    static Act create(KeyStep.CreateVaultKey create) {
        String lines = lines(create);
        return create.custodian()
                ? new Act.OperatorTask(lines)
                : new Act.CreateVaultKey(create.vault(), create.name(), create.hsm(), create.bits(), lines);
    }

    /** The cmdlet would give a key that is there a new version, so the name is looked up first. */
    private static String lines(KeyStep.CreateVaultKey create) {
        String vault = PowerShell.literal(create.vault().name());
        String name = PowerShell.literal(create.name().value());
        String taken = PowerShell.literal("The vault has a key of this name, or a deleted one; nothing was made.");
        return """
                if ($null -ne (Get-AzKeyVaultKey -VaultName %1$s -Name %2$s) -or
                    $null -ne (Get-AzKeyVaultKey -VaultName %1$s -Name %2$s -InRemovedState)) {
                    throw %3$s
                }
                Add-AzKeyVaultKey -VaultName %1$s -Name %2$s -Destination %4$s -KeyType 'RSA' -Size %5$d -Tag @{ 'keyturn-run' = 'by script' } | Out-Null""".formatted(vault, name, taken, create.hsm() ? "'HSM'" : "'Software'", create.bits());
    }

    static Act tryOut(KeyStep.TryVaultKey attempt) {
        String version = attempt.key()
                .version()
                .map(id -> " -Version " + PowerShell.literal(id))
                .orElse("");
        String lines = """
                $key = Get-AzKeyVaultKey -VaultName %s -Name %s%s
                if ($null -eq $key -or -not $key.Enabled) {
                    throw %s
                }""".formatted(
                        PowerShell.literal(attempt.vault().name()),
                        PowerShell.literal(attempt.key().name().value()),
                        version,
                        PowerShell.literal("The vault key is not there, or disabled."));
        Script secret = new Script(List.of(new Script.Slot(KeyActs.APPLICATION_SECRET)));
        return new Act.TryVaultKey(attempt.vault(), attempt.key(), attempt.application(), secret, lines);
    }
}
