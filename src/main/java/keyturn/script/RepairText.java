package keyturn.script;

import keyturn.domain.azure.VaultAddress;
import keyturn.plan.next.HandRepair;
import keyturn.script.powershell.PowerShell;

/** One statement that repairs something, as it is sent: T-SQL at the server, PowerShell with Az.KeyVault at a vault. */
public final class RepairText {

    private RepairText() {}

    public static String of(HandRepair repair) {
        return switch (repair) {
            case HandRepair.EnableLogin one ->
                "ALTER LOGIN " + TSql.name(one.login().value()) + " ENABLE;";
            case HandRepair.OpenDatabase one ->
                "ALTER DATABASE " + TSql.name(one.database().value()) + " SET ONLINE;";
            case HandRepair.EnableVersion one ->
                "Update-AzKeyVaultKey" + at(one.vault()) + " -Name " + PowerShell.literal(one.key()) + " -Version "
                        + PowerShell.literal(one.version()) + " -Enable $true";
            case HandRepair.RecoverKey one ->
                "Undo-AzKeyVaultKeyRemoval" + at(one.vault()) + " -Name " + PowerShell.literal(one.key());
        };
    }

    private static String at(VaultAddress vault) {
        String option = vault.store() == VaultAddress.Store.MANAGED_HSM ? " -HsmName " : " -VaultName ";
        return option + PowerShell.literal(vault.name());
    }
}
