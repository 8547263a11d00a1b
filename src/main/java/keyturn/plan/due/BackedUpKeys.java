package keyturn.plan.due;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.KeysInUse;

/** The keys that protect databases, and when a run backed each up in the vault. */
public record BackedUpKeys(List<One> keys) {

    public BackedUpKeys {
        keys = List.copyOf(keys);
    }

    /** @param last empty: no run is known to have backed it up since this version was made */
    public record One(AsymmetricKeyName key, Optional<Instant> last) {}

    public static BackedUpKeys of(Inspection seen, KnownDates dates) {
        return new BackedUpKeys(KeysInUse.of(seen.facts()).stream()
                .map(key -> new One(key, VaultMatch.of(key, seen.facts()).flatMap(match -> last(match, dates))))
                .toList());
    }

    private static Optional<Instant> last(VaultMatch match, KnownDates dates) {
        return dates.backups().stream()
                .filter(backup -> backup.vaultKey().equalsIgnoreCase(match.key().name()))
                .map(KnownDates.VaultKeyBackup::at)
                .filter(at -> match.version().created().filter(at::isBefore).isEmpty())
                .max(Comparator.naturalOrder());
    }

    /** Those of which no backup is known. */
    public List<AsymmetricKeyName> missing() {
        return keys.stream().filter(one -> one.last().isEmpty()).map(One::key).toList();
    }

    /** The oldest of the last backups; empty where one is missing, or there is no key. */
    public Optional<Instant> oldest() {
        return missing().isEmpty()
                ? keys.stream().flatMap(one -> one.last().stream()).min(Comparator.naturalOrder())
                : Optional.empty();
    }
}
