package keyturn.script.powershell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.azure.BackupOrder;
import keyturn.domain.azure.Geography;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultAddress;
import keyturn.plan.Plan;
import keyturn.plan.step.RecoveryStep;
import keyturn.script.Marked;

/**
 * The backup of a plan as a script that a scheduled task repeats, each time into files of their own, and the custom role that it
 * needs: read and back up, nothing else (documents: Azure RBAC for Key Vault; New-AzRoleDefinition).
 */
public final class ScheduledBackup {

    private ScheduledBackup() {}

    /** By the names of the files; none for a plan that backs no keys up. */
    public static Map<String, String> files(Plan plan) {
        List<BackupOrder> orders = RecoveryStep.backups(plan.steps())
                .map(RecoveryStep.BackUpKeys::order)
                .toList();
        return orders.isEmpty() ? Map.of() : Map.of("schedule.ps1", script(orders), "backup-role.json", role(orders));
    }

    private static String script(List<BackupOrder> orders) {
        SequencedMap<VaultAddress, List<BackupOrder>> vaults = new LinkedHashMap<>();
        orders.forEach(order -> vaults.merge(order.vault(), List.of(order), ScheduledBackup::joined));
        String parts = vaults.values().stream().map(ScheduledBackup::vault).collect(Collectors.joining("\n\n"));
        BackupOrder first = orders.getFirst();
        return Marked.text(PowerShellHead.schedule()
                        .formatted(
                                PowerShell.literal(first.folder().value()),
                                PowerShell.literal(first.site().subscription().orElse("")),
                                parts)
                + "\n");
    }

    private static List<BackupOrder> joined(List<BackupOrder> before, List<BackupOrder> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }

    /** The same lines as a step has, with a time and a folder that are chosen when it runs. */
    private static String vault(List<BackupOrder> orders) {
        BackupOrder order = orders.getFirst();
        boolean hsm = order.vault().store() == VaultAddress.Store.MANAGED_HSM;
        String keys = orders.stream()
                .flatMap(one -> one.keys().stream())
                .map(key -> "    @{ Name = " + PowerShell.literal(key.name().value()) + "; Stem = "
                        + PowerShell.literal(order.vault().name() + "." + key.name() + ".") + " + $stamp; NeededBy = @("
                        + key.neededBy().stream()
                                .map(DatabaseName::value)
                                .map(PowerShell::literal)
                                .collect(Collectors.joining(", "))
                        + ") }")
                .collect(Collectors.joining("\n"));
        String list = "[System.IO.Path]::Combine($Folder, 'keys-' + $stamp + '-"
                + order.vault().name() + ".sha256')";
        return PowerShellHead.backup()
                .formatted(
                        "$Folder",
                        keys,
                        "already exists. It was left unchanged.",
                        (hsm ? "-HsmName " : "-VaultName ")
                                + PowerShell.literal(order.vault().name()),
                        PowerShell.literal(order.vault().uri()),
                        PowerShell.literal(order.site().subscription().orElse("")),
                        PowerShell.literal(order.site().region().orElse("")),
                        PowerShell.literal(
                                order.site().geography().map(Geography::name).orElse("")),
                        "(" + list + " + '.part')",
                        list);
    }

    private static String role(List<BackupOrder> orders) {
        String scopes = orders.stream()
                .flatMap(order -> order.site().subscription().stream())
                .distinct()
                .map(subscription -> "\"/subscriptions/" + subscription + "\"")
                .collect(Collectors.joining(", "));
        return """
                {
                  "Name": "Key Vault key backup (read and back up only)",
                  "IsCustom": true,
                  "Description": "Lists keys and backs them up. Cannot use, change, restore or delete them.",
                  "Actions": [],
                  "NotActions": [],
                  "DataActions": ["%s", "%s"],
                  "NotDataActions": [],
                  "AssignableScopes": [%s]
                }
                """.formatted(KeyRight.GET.action(), KeyRight.BACKUP.action(), scopes);
    }
}
