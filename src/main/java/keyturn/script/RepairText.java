package keyturn.script;

import keyturn.domain.azure.VaultAddress;
import keyturn.plan.next.HandRepair;
import keyturn.script.powershell.PowerShell;
import keyturn.script.powershell.WindowsAccount;

/** One statement that repairs something, as it is sent: T-SQL at the server, PowerShell with Az.KeyVault at a vault. */
public final class RepairText {

    /** 1638: a newer one is there; 3010: done, and Windows wants a restart. */
    private static final String INSTALL = """
            # VC_redist.x64.exe is at https://aka.ms/vs/17/release/vc_redist.x64.exe
            $file = 'C:\\Install\\VC_redist.x64.exe'
            if ((Get-AuthenticodeSignature -LiteralPath $file).Status -ne 'Valid') { throw "$file has no valid signature." }
            $ended = Start-Process -FilePath $file -ArgumentList '/install', '/quiet', '/norestart' -Wait -PassThru
            if (@(0, 1638, 3010) -notcontains $ended.ExitCode) { throw "The installer ended with $($ended.ExitCode)." }""";

    private static final String GRANT = """
            $key = 'HKLM:\\SOFTWARE\\Microsoft\\SQL Server Cryptographic Provider'
            if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key -Force | Out-Null }
            $acl = Get-Acl -LiteralPath $key
            $rule = ACCOUNT, 'FullControl', 'ContainerInherit, ObjectInherit', 'None', 'Allow'
            $acl.SetAccessRule((New-Object System.Security.AccessControl.RegistryAccessRule $rule))
            Set-Acl -LiteralPath $key -AclObject $acl
            # On a failover cluster instance also, with the name of its resource:
            # Add-ClusterCheckpoint -ResourceName 'SQL Server' -RegistryCheckpoint 'SOFTWARE\\Microsoft\\SQL Server Cryptographic Provider'
            # Then restart SQL Server, once the forecast says that a restart succeeds.""";

    private static final String GUESSED =
            "# The only deleted key of this vault. Find out first whether it is the one that SQL Server needs.\n";

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
                (one.guessed() ? GUESSED : "") + "Undo-AzKeyVaultKeyRemoval" + at(one.vault()) + " -Name "
                        + PowerShell.literal(one.key());
            case HandRepair.GrantRegistry one -> grant(one.account());
            case HandRepair.InstallRuntime one -> INSTALL;
        };
    }

    private static String grant(String account) {
        return GRANT.replace("ACCOUNT", WindowsAccount.expression(account));
    }

    private static String at(VaultAddress vault) {
        String option = vault.store() == VaultAddress.Store.MANAGED_HSM ? " -HsmName " : " -VaultName ";
        return option + PowerShell.literal(vault.name());
    }
}
