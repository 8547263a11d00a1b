package keyturn.plan.flow.backup;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.azure.VaultSite;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.flow.backup.ChosenKeys.ChosenKey;

/** What is looked at before vault keys are backed up. */
final class BackupKeysChecks {

    /** More than these past versions a vault may not back up (document: Azure Key Vault backup and restore). */
    static final int MOST_VERSIONS = 500;

    private static final List<Function<BackupKeysSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            CallerChecks::mayRun,
            InstanceChecks::provider,
            BackupKeysChecks::vaults,
            BackupKeysChecks::keys,
            BackupKeysChecks::unmatched,
            BackupKeysChecks::versions,
            BackupKeysChecks::rights,
            BackupKeysChecks::sites);

    private BackupKeysChecks() {}

    static List<Finding> findings(BackupKeysSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    private static Stream<Finding> vaults(BackupKeysSituation situation) {
        if (situation.vaults().isEmpty()) {
            return Findings.blocked(Area.KEY_BACKUP, "key-backup.no-vault");
        }
        return situation.vaults().stream()
                .flatMap(vault -> vault.keys().value().isPresent()
                        ? Stream.empty()
                        : Findings.blockedUnknown(
                                Area.KEY_BACKUP, "key-backup.vault-unseen", vault.keys(), vault.address()));
    }

    private static Stream<Finding> keys(BackupKeysSituation situation) {
        ChosenKeys chosen = situation.chosenKeys();
        if (!chosen.missing().isEmpty()) {
            return Findings.blocked(Area.KEY_BACKUP, "key-backup.missing", joined(chosen.missing()));
        }
        if (chosen.keys().isEmpty()) {
            return situation.vaults().isEmpty()
                    ? Stream.empty()
                    : Findings.blocked(Area.KEY_BACKUP, "key-backup.no-key");
        }
        return Findings.fine(
                Area.KEY_BACKUP,
                "key-backup.keys",
                chosen.keys().size(),
                joined(chosen.keys().stream().map(ChosenKey::name).toList()),
                situation.choices().folder());
    }

    /** Its key may be in another vault, or its public half may not be known here. */
    private static Stream<Finding> unmatched(BackupKeysSituation situation) {
        ChosenKeys chosen = situation.chosenKeys();
        return chosen.unmatched().isEmpty()
                ? Stream.empty()
                : Findings.attention(Area.KEY_BACKUP, "key-backup.unmatched", joined(chosen.unmatched()));
    }

    private static Stream<Finding> versions(BackupKeysSituation situation) {
        return situation.chosenKeys().keys().stream()
                .filter(key -> key.versions() > MOST_VERSIONS)
                .flatMap(key -> Findings.attention(Area.KEY_BACKUP, "key-backup.versions", key.name(), key.versions()));
    }

    private static Stream<Finding> rights(BackupKeysSituation situation) {
        return situation.chosenKeys().keys().stream()
                .map(ChosenKey::vault)
                .distinct()
                .filter(BackupKeysChecks::isRefused)
                .flatMap(vault -> Findings.attention(
                        Area.KEY_BACKUP, "key-backup.operator", vault.address(), KeyRight.BACKUP.permission()));
    }

    /** This sign-in is known to lack the right. */
    static boolean isRefused(VaultSight vault) {
        return vault.may(KeyRight.BACKUP).value().filter(held -> !held).isPresent();
    }

    /** Later nobody may know where the vault was. */
    private static Stream<Finding> sites(BackupKeysSituation situation) {
        return situation.chosenKeys().keys().stream()
                .map(ChosenKey::vault)
                .distinct()
                .filter(vault -> VaultSite.of(vault).subscription().isEmpty()
                        || VaultSite.of(vault).geography().isEmpty())
                .flatMap(vault -> Findings.attention(Area.KEY_BACKUP, "key-backup.site", vault.address()));
    }

    private static String joined(List<?> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
