package keyturn.plan.flow.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.DatabaseName;
import keyturn.domain.InvalidValue;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;

/**
 * The keys that are backed up.
 *
 * @param keys vault by vault
 * @param unmatched keys of the server of which no vault that was looked at shows the public half
 * @param missing names that were chosen and that no such vault has
 */
record ChosenKeys(List<ChosenKey> keys, List<AsymmetricKeyName> unmatched, List<KeyName> missing) {

    ChosenKeys {
        keys = List.copyOf(keys);
        unmatched = List.copyOf(unmatched);
        missing = List.copyOf(missing);
    }

    /**
     * One of them.
     *
     * @param neededBy the databases that it protects
     */
    record ChosenKey(VaultSight vault, VaultSight.Key key, KeyName name, List<DatabaseName> neededBy) {

        /** How many versions it has, as far as they were listed. */
        int versions() {
            return key.versions().value().map(List::size).orElse(0);
        }
    }

    private record InVault(String vault, String key) {}

    static ChosenKeys of(BackupKeysSituation situation) {
        List<AsymmetricKeyName> unmatched = new ArrayList<>();
        Map<InVault, List<DatabaseName>> needed = needed(situation, unmatched);
        return switch (situation.choices().keys()) {
            case KeySelection.Needed only ->
                new ChosenKeys(keys(situation, needed, key -> needed.containsKey(key)), unmatched, List.of());
            case KeySelection.All all -> new ChosenKeys(keys(situation, needed, key -> true), unmatched, List.of());
            case KeySelection.Named named -> named(situation, needed, named);
        };
    }

    private static ChosenKeys named(
            BackupKeysSituation situation, Map<InVault, List<DatabaseName>> needed, KeySelection.Named named) {
        List<ChosenKey> keys = keys(
                situation,
                needed,
                key -> named.names().stream().anyMatch(name -> name.value().equalsIgnoreCase(key.key())));
        List<KeyName> missing = named.names().stream()
                .filter(name ->
                        keys.stream().noneMatch(key -> key.name().value().equalsIgnoreCase(name.value())))
                .toList();
        return new ChosenKeys(keys, List.of(), missing);
    }

    private static List<ChosenKey> keys(
            BackupKeysSituation situation, Map<InVault, List<DatabaseName>> needed, Predicate<InVault> wanted) {
        List<ChosenKey> keys = new ArrayList<>();
        for (VaultSight vault : situation.vaults()) {
            for (VaultSight.Key key : vault.keys().value().orElse(List.of())) {
                InVault place = new InVault(vault.address().uri(), key.name());
                Optional<KeyName> name = usable(key);
                if (name.isPresent() && wanted.test(place)) {
                    keys.add(new ChosenKey(vault, key, name.get(), needed.getOrDefault(place, List.of())));
                }
            }
        }
        return keys;
    }

    /** One of a certificate goes with that; one with a longer name no connector can use. */
    private static Optional<KeyName> usable(VaultSight.Key key) {
        try {
            return key.ofCertificate() ? Optional.empty() : Optional.of(new KeyName(key.name()));
        } catch (InvalidValue longer) {
            return Optional.empty();
        }
    }

    /** The vault keys behind the provider's keys on the server, each with the databases that it protects. */
    private static Map<InVault, List<DatabaseName>> needed(
            BackupKeysSituation situation, List<AsymmetricKeyName> unmatched) {
        Map<InVault, List<DatabaseName>> needed = new LinkedHashMap<>();
        Inspection.Facts facts = situation.inspection().facts();
        for (AsymmetricKey key : facts.asymmetricKeys().value().orElse(List.of())) {
            if (situation
                    .provider()
                    .filter(row -> row.guid().equalsIgnoreCase(key.providerGuid()))
                    .isEmpty()) {
                continue;
            }
            Optional<VaultMatch> match = VaultMatch.of(key.name(), facts);
            if (match.isEmpty()) {
                unmatched.add(key.name());
                continue;
            }
            needed.computeIfAbsent(
                            new InVault(
                                    match.get().vault().address().uri(),
                                    match.get().key().name()),
                            place -> new ArrayList<>())
                    .addAll(databases(facts, key));
        }
        return needed;
    }

    private static List<DatabaseName> databases(Inspection.Facts facts, AsymmetricKey key) {
        return facts.databases().value().orElse(List.of()).stream()
                .filter(row -> row.key().value().stream()
                        .flatMap(Optional::stream)
                        .anyMatch(dek -> dek.thumbprint().equals(key.thumbprint())))
                .map(Database::name)
                .toList();
    }
}
