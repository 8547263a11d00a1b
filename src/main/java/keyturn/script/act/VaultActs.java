package keyturn.script.act;

import java.util.List;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.KeyStep;
import keyturn.script.Script;
import keyturn.script.powershell.PowerShell;

/** Acts in the vault, and the PowerShell lines that do the same (documents: Add-AzKeyVaultKey, Backup-AzKeyVaultKey, Get-AzKeyVaultKey; wrap key, unwrap key). */
public final class VaultActs {

    private VaultActs() {}

    static Act create(KeyStep.CreateVaultKey create) {
        String lines = lines(create);
        return create.custodian()
                ? new OperatorTask(lines)
                : new VaultAct.CreateKey(create.vault(), create.name(), create.hsm(), create.bits(), lines);
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
    public static String find(KeyStep.CreateVaultKey create) {
        return "Find-KeyturnVaultKey -VaultName "
                + PowerShell.literal(create.vault().name()) + " -Name "
                + PowerShell.literal(create.name().value()) + (create.custodian() ? " -ByColleague" : "");
    }

    static Act backUp(KeyStep.BackUpVaultKey backUp) {
        String lines = lines(backUp);
        return backUp.custodian()
                ? new OperatorTask(lines)
                : new VaultAct.BackUpKey(backUp.vault(), backUp.name(), backUp.file(), lines);
    }

    /** The cmdlet would ask whether to write over a file, so that is looked up first; a file of the name itself is whole. */
    private static String lines(KeyStep.BackUpVaultKey backUp) {
        boolean hsm = backUp.vault().store() == VaultAddress.Store.MANAGED_HSM;
        return """
                if (Test-Path -LiteralPath %1$s) {
                    throw %2$s
                }
                [System.IO.Directory]::CreateDirectory(%3$s) | Out-Null
                [System.IO.File]::Delete(%7$s)
                Backup-AzKeyVaultKey %4$s %5$s -Name %6$s -OutputFile %7$s | Out-Null
                [System.IO.File]::Move(%7$s, %1$s)""".formatted(
                        PowerShell.literal(backUp.file().value()),
                        PowerShell.literal("There is a file of this name; it was left as it is."),
                        PowerShell.literal(backUp.file().folder().value()),
                        hsm ? "-HsmName" : "-VaultName",
                        PowerShell.literal(backUp.vault().name()),
                        PowerShell.literal(backUp.name().value()),
                        PowerShell.literal(backUp.file().value() + ".part"));
    }

    /** A file of the name is what the step has written before. */
    public static String find(KeyStep.BackUpVaultKey backUp) {
        return "[pscustomobject] @{ done = Test-Path -LiteralPath "
                + PowerShell.literal(backUp.file().value()) + "; moved = [System.DBNull]::Value }";
    }

    /** As the application: no cmdlet does that without a sign-in that stays. */
    static Act tryOut(KeyStep.TryVaultKey attempt) {
        VaultAddress vault = attempt.vault();
        String once = """
                Test-KeyturnVaultKey -Vault %s -Name %s -Version %s `
                    -Login %s -ClientId %s -SecretName %s""".formatted(
                        PowerShell.literal(vault.uri()),
                        PowerShell.literal(attempt.key().name().value()),
                        PowerShell.literal(attempt.key().version().orElse("")),
                        PowerShell.literal(vault.cloud().login()),
                        PowerShell.literal(attempt.application().toString()),
                        PowerShell.literal(Script.secretName(KeyActs.APPLICATION_SECRET)));
        String lines = attempt.times() == 1 ? once : DirectoryActs.spread(once, attempt.times());
        Script secret = new Script(List.of(new Script.Slot(KeyActs.APPLICATION_SECRET)));
        return new VaultAct.TryKey(
                attempt.vault(), attempt.key(), attempt.application(), secret, attempt.times(), lines);
    }
}
