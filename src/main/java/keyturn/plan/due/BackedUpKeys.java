package keyturn.plan.due;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.due.KnownDates.VaultKeyBackup;
import keyturn.plan.fact.KeysInUse;

/** The keys that protect databases, and when a run backed each up in the vault. */
public record BackedUpKeys(List<One> keys) {

    public BackedUpKeys {
        keys = List.copyOf(keys);
    }

    /**
     * One of them.
     *
     * @param last empty: no run is known to have backed it up since this version was made
     * @param changed when the vault last changed a version of it, where that was after its last backup: it is due again
     */
    public record One(AsymmetricKeyName key, Optional<VaultKeyBackup> last, Optional<Instant> changed) {}

    public static BackedUpKeys of(Inspection seen, KnownDates dates) {
        return new BackedUpKeys(KeysInUse.of(seen.facts()).stream()
                .map(key -> one(key, VaultMatch.of(key, seen.facts()), dates))
                .toList());
    }

    private static One one(AsymmetricKeyName key, Optional<VaultMatch> match, KnownDates dates) {
        Optional<VaultKeyBackup> last = match.flatMap(found -> last(found, dates));
        return new One(key, last, last.flatMap(backup -> match.flatMap(found -> changed(found, backup.at()))));
    }

    private static Optional<VaultKeyBackup> last(VaultMatch match, KnownDates dates) {
        return dates.backups().stream()
                .filter(backup -> backup.vaultKey().equalsIgnoreCase(match.key().name()))
                .filter(backup ->
                        match.version().created().filter(backup.at()::isBefore).isEmpty())
                .max(Comparator.comparing(VaultKeyBackup::at));
    }

    /** Versions that were made later count: they are not in the backup. */
    private static Optional<Instant> changed(VaultMatch match, Instant backedUp) {
        return match.key().versions().value().stream()
                .flatMap(List::stream)
                .flatMap(version -> Stream.concat(
                        version.created().filter(made -> made.isAfter(backedUp)).stream(), updated(version, backedUp)))
                .max(Comparator.naturalOrder());
    }

    /** A vault tells whole seconds: what changed within the second of the backup may have changed after it. */
    private static Stream<Instant> updated(Version version, Instant backedUp) {
        return version
                .updated()
                .filter(at -> !at.isBefore(backedUp.truncatedTo(ChronoUnit.SECONDS)))
                .filter(at -> !version.created().equals(Optional.of(at)))
                .stream();
    }

    /** Those of which no backup is known. */
    public List<AsymmetricKeyName> missing() {
        return keys.stream().filter(one -> one.last().isEmpty()).map(One::key).toList();
    }

    /** Those that were changed in the vault after their last backup. */
    public List<AsymmetricKeyName> changed() {
        return keys.stream()
                .filter(one -> one.changed().isPresent())
                .map(One::key)
                .toList();
    }

    /** Where the last backups are. */
    public List<LocalPath> folders() {
        return keys.stream()
                .flatMap(one -> one.last().stream())
                .flatMap(backup -> backup.folder().stream())
                .distinct()
                .toList();
    }

    /** The oldest of the last backups; empty where one is missing, or there is no key. */
    public Optional<Instant> oldest() {
        return missing().isEmpty()
                ? keys.stream()
                        .flatMap(one -> one.last().stream())
                        .map(VaultKeyBackup::at)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }
}
