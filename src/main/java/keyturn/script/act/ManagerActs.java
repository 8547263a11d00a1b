package keyturn.script.act;

import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.KeyRole;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.plan.step.RebuildStep;
import keyturn.script.powershell.PowerShell;

/**
 * Acts at the resource manager, and the PowerShell lines that do the same (documents: Undo-AzKeyVaultRemoval, New-AzKeyVault,
 * New-AzRoleAssignment, Set-AzKeyVaultAccessPolicy). Nothing is purged.
 */
public final class ManagerActs {

    /** A person, or a service principal. */
    private static final String SIGNED_IN =
            "if ((Get-AzContext).Account.Type -eq 'User') { (Get-AzADUser -SignedIn).Id } else {"
                    + " (Get-AzADServicePrincipal -ApplicationId (Get-AzContext).Account.Id).Id }";

    private ManagerActs() {}

    public static ManagerAct recover(VaultAddress vault) {
        String lines = """
                $gone = Get-AzKeyVault -InRemovedState | Where-Object { $_.VaultName -eq %1$s }
                if ($null -eq $gone) {
                    throw 'No deleted vault has this name; nothing was recovered.'
                }
                $group = $gone.ResourceId.Split('/')[4]
                Undo-AzKeyVaultRemoval -VaultName %1$s -ResourceGroupName $group -Location $gone.Location | Out-Null""".formatted(PowerShell.literal(vault.name()));
        return new ManagerAct.RecoverVault(vault, lines);
    }

    /** Az.KeyVault gives new vaults roles unless it is told otherwise. */
    public static ManagerAct create(VaultAddress vault, VaultHome home) {
        String lines = """
                if (-not (Test-AzKeyVaultNameAvailability -Name %1$s).NameAvailable) {
                    throw 'This name is taken, perhaps by a deleted vault; nothing was created.'
                }
                New-AzKeyVault -Name %1$s -ResourceGroupName %2$s -Location %3$s -Sku %4$s `
                    -SubscriptionId %5$s -EnablePurgeProtection | Out-Null""".formatted(
                        PowerShell.literal(vault.name()),
                        PowerShell.literal(home.group()),
                        PowerShell.literal(home.region()),
                        home.premium() ? "Premium" : "Standard",
                        PowerShell.literal(home.subscription()));
        return new ManagerAct.CreateVault(vault, home, lines);
    }

    public static ManagerAct grant(VaultAddress vault, Optional<ClientId> application) {
        KeyRole role = KeyRole.of(application.isPresent());
        String who = application
                .map(client ->
                        "(Get-AzADServicePrincipal -ApplicationId " + PowerShell.literal(client.value()) + ").Id")
                .orElse(SIGNED_IN);
        String lines = """
                $vault = Get-AzKeyVault -VaultName %1$s
                $who = %2$s
                if ($vault.EnableRbacAuthorization) {
                    $there = Get-AzRoleAssignment -ObjectId $who -RoleDefinitionName %3$s -Scope $vault.ResourceId
                    if ($null -eq $there) {
                        New-AzRoleAssignment -ObjectId $who -RoleDefinitionName %3$s -Scope $vault.ResourceId | Out-Null
                    }
                } else {
                    $old = @($vault.AccessPolicies | Where-Object { $_.ObjectId -eq $who } |
                        ForEach-Object { $_.PermissionsToKeys })
                    Set-AzKeyVaultAccessPolicy -VaultName %1$s -ObjectId $who -BypassObjectIdValidation `
                        -PermissionsToKeys @($old + @(%4$s) | Select-Object -Unique)
                }""".formatted(
                        PowerShell.literal(vault.name()),
                        who,
                        PowerShell.literal(role.title()),
                        role.rights().stream()
                                .map(KeyRight::permission)
                                .map(PowerShell::literal)
                                .collect(Collectors.joining(", ")));
        return new ManagerAct.GrantKeyRights(vault, application, lines);
    }

    /**
     * Run on the host, as its administrator. The connector names a key of the registry after the vault's address, whose slashes
     * PowerShell's own paths do not know; what a key is of, its {@code KeyUri} says.
     */
    static String clear(VaultAddress vault) {
        return """
                $tree = 'SOFTWARE\\Microsoft\\SQL Server Cryptographic Provider'
                $root = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey("$tree\\Azure Key Vault", $true)
                if ($null -eq $root) {
                    Write-Warning 'This machine has no such entry. Have it removed on the host of SQL Server.'
                } else {
                    $saved = "$env:TEMP\\connector-$(Get-Date -Format yyyyMMddHHmmss).reg"
                    & "$env:SystemRoot\\System32\\reg.exe" export "HKLM\\$tree" $saved
                    if ($LASTEXITCODE -ne 0) {
                        throw 'The registry was not exported; nothing was removed.'
                    }
                    foreach ($name in $root.GetSubKeyNames()) {
                        $key = $root.OpenSubKey($name)
                        $uris = @(foreach ($one in $key.GetSubKeyNames()) { $key.OpenSubKey($one).GetValue('KeyUri') })
                        $key.Close()
                        if (@($uris | Where-Object { $_ -like %s }).Count -gt 0) {
                            $root.DeleteSubKeyTree($name)
                        }
                    }
                }""".formatted(PowerShell.literal(vault.uri() + "/*"));
    }

    /** What shows that a step is done, asked on the machine of the script. */
    static Optional<String> find(RebuildStep step) {
        return switch (step) {
            case RebuildStep.RecoverVault recover -> Optional.of(there(recover.vault()));
            case RebuildStep.CreateVault create -> Optional.of(there(create.vault()));
            case RebuildStep.GrantKeyRights grant -> Optional.empty();
            case RebuildStep.ClearRegistry clear -> Optional.empty();
            case RebuildStep.SwapCredential swap -> Optional.empty();
            case RebuildStep.OpenInScratch open -> Optional.empty();
            case RebuildStep.DropScratch drop -> Optional.empty();
            case RebuildStep.PointCredential point -> Optional.empty();
        };
    }

    private static String there(VaultAddress vault) {
        return "[pscustomobject] @{ done = $null -ne (Get-AzKeyVault -VaultName " + PowerShell.literal(vault.name())
                + "); moved = [System.DBNull]::Value }";
    }
}
