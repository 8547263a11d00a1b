package keyturn.script;

import java.util.List;
import keyturn.domain.VaultAddress;
import keyturn.plan.KeyStep;

/** Acts in the vault, and the PowerShell lines that do the same (documents: Add-AzKeyVaultKey, Get-AzKeyVaultKey; wrap key, unwrap key). */
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

    /** Any key of the name where a colleague makes it; else one that such a step has made; anything else is in the way. */
    static String find(KeyStep.CreateVaultKey create) {
        return "Find-KeyturnVaultKey -VaultName "
                + PowerShell.literal(create.vault().name()) + " -Name "
                + PowerShell.literal(create.name().value()) + (create.custodian() ? " -ByColleague" : "");
    }

    /** As the application: no cmdlet does that without a sign-in that stays. */
    static Act tryOut(KeyStep.TryVaultKey attempt) {
        VaultAddress vault = attempt.vault();
        String lines = """
                Test-KeyturnVaultKey -Vault %s -Name %s -Version %s `
                    -Login %s -ClientId %s -SecretName %s""".formatted(
                        PowerShell.literal(vault.uri()),
                        PowerShell.literal(attempt.key().name().value()),
                        PowerShell.literal(attempt.key().version().orElse("")),
                        PowerShell.literal(vault.cloud().login()),
                        PowerShell.literal(attempt.application().toString()),
                        PowerShell.literal(Script.secretName(KeyActs.APPLICATION_SECRET)));
        Script secret = new Script(List.of(new Script.Slot(KeyActs.APPLICATION_SECRET)));
        return new Act.TryVaultKey(attempt.vault(), attempt.key(), attempt.application(), secret, lines);
    }
}
