package keyturn.script.act;

import java.util.List;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.step.VaultStep;
import keyturn.script.Script;
import keyturn.script.powershell.PowerShell;

/** Acts in the vault, and the PowerShell lines that do the same (documents: Add-AzKeyVaultKey, Backup-AzKeyVaultKey, Get-AzKeyVaultKey; wrap key, unwrap key). */
public final class VaultActs {

    private VaultActs() {}

    static Act of(VaultStep step) {
        return switch (step) {
            case VaultStep.CreateVaultKey create -> create(create);
            case VaultStep.BackUpVaultKey backUp -> backUp(backUp);
            case VaultStep.TryVaultKey attempt -> tryOut(attempt);
        };
    }

    private static Act create(VaultStep.CreateVaultKey create) {
        VaultAct.CreateKey act = create(create.vault(), create.name(), create.hsm(), create.bits());
        return create.operator() ? new OperatorTask(act.shown()) : act;
    }

    /** The act with the lines that do the same. */
    public static VaultAct.CreateKey create(VaultAddress vault, KeyName name, boolean hsm, int bits) {
        return new VaultAct.CreateKey(vault, name, hsm, bits, lines(vault.name(), name.value(), hsm, bits));
    }

    /** The cmdlet would give a key that is there a new version, so the name is looked up first. */
    private static String lines(String vaultName, String keyName, boolean hsm, int bits) {
        String vault = PowerShell.literal(vaultName);
        String name = PowerShell.literal(keyName);
        String taken = PowerShell.literal("The vault has a key of this name, or a deleted one; nothing was made.");
        return """
                if ($null -ne (Get-AzKeyVaultKey -VaultName %1$s -Name %2$s) -or
                    $null -ne (Get-AzKeyVaultKey -VaultName %1$s -Name %2$s -InRemovedState)) {
                    throw %3$s
                }
                Add-AzKeyVaultKey -VaultName %1$s -Name %2$s -Destination %4$s -KeyType 'RSA' -Size %5$s -Tag @{ 'keyturn-run' = 'by script' } | Out-Null""".formatted(vault, name, taken, hsm ? "'HSM'" : "'Software'", bits);
    }

    /** Any key of the name where an operator makes it; else one that such a step has made; anything else is in the way. */
    public static String find(VaultStep.CreateVaultKey create) {
        return "Find-KeyturnVaultKey -VaultName "
                + PowerShell.literal(create.vault().name()) + " -Name "
                + PowerShell.literal(create.name().value()) + (create.operator() ? " -ByKeyOwner" : "");
    }

    private static Act backUp(VaultStep.BackUpVaultKey backUp) {
        VaultAct.BackUpKey act = backUp(backUp.vault(), backUp.name(), backUp.file());
        return backUp.operator() ? new OperatorTask(act.shown()) : act;
    }

    /** The act with the lines that do the same. */
    public static VaultAct.BackUpKey backUp(VaultAddress vault, KeyName name, LocalPath file) {
        return new VaultAct.BackUpKey(vault, name, file, lines(vault, name, file));
    }

    /** The cmdlet would ask whether to write over a file, so that is looked up first; a file of the name itself is whole. */
    private static String lines(VaultAddress vault, KeyName name, LocalPath file) {
        boolean hsm = vault.store() == VaultAddress.Store.MANAGED_HSM;
        return """
                if (Test-Path -LiteralPath %1$s) {
                    throw %2$s
                }
                [System.IO.Directory]::CreateDirectory(%3$s) | Out-Null
                [System.IO.File]::Delete(%7$s)
                Backup-AzKeyVaultKey %4$s %5$s -Name %6$s -OutputFile %7$s | Out-Null
                [System.IO.File]::Move(%7$s, %1$s)""".formatted(
                        PowerShell.literal(file.value()),
                        PowerShell.literal("The file already exists. It was left unchanged."),
                        PowerShell.literal(file.folder().value()),
                        hsm ? "-HsmName" : "-VaultName",
                        PowerShell.literal(vault.name()),
                        PowerShell.literal(name.value()),
                        PowerShell.literal(file.value() + ".part"));
    }

    /** A file of the name is what the step has written before. */
    public static String find(VaultStep.BackUpVaultKey backUp) {
        return "[pscustomobject] @{ done = Test-Path -LiteralPath "
                + PowerShell.literal(backUp.file().value()) + "; moved = [System.DBNull]::Value }";
    }

    /** As the application: no cmdlet does that without a sign-in that stays. */
    private static Act tryOut(VaultStep.TryVaultKey attempt) {
        return tryOut(
                attempt.vault(),
                attempt.key(),
                attempt.application(),
                KeyActs.APPLICATION_SECRET,
                attempt.times(),
                false);
    }

    /**
     * The act with the lines that do the same.
     *
     * @param slot the number of the application's secret
     * @param here the value is encrypted on this machine
     */
    public static VaultAct.TryKey tryOut(
            VaultAddress vault, KeyReference key, ClientId application, int slot, int times, boolean here) {
        String once = """
                Test-KeyturnVaultKey -Vault %s -Name %s -Version %s `
                    -Login %s -ClientId %s -SecretName %s%s""".formatted(
                        PowerShell.literal(vault.uri()),
                        PowerShell.literal(key.name().value()),
                        PowerShell.literal(key.version().orElse("")),
                        PowerShell.literal(vault.cloud().login()),
                        PowerShell.literal(application.toString()),
                        PowerShell.literal(Script.secretName(slot)),
                        here ? " -EncryptHere" : "");
        String lines = times == 1 ? once : DirectoryActs.spread(once, times);
        Script secret = new Script(List.of(new Script.Slot(slot)));
        return new VaultAct.TryKey(vault, key, application, secret, times, here, lines);
    }
}
