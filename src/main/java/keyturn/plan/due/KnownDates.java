package keyturn.plan.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.LocalPath;

/** Dates that no inspection shows: those of this machine's runs. */
public record KnownDates(List<VaultKeyBackup> backups, List<OldKeyNeed> needs, List<RestoreDrill> drills) {

    public static final KnownDates NONE = new KnownDates(List.of(), List.of());

    public KnownDates {
        backups = List.copyOf(backups);
        needs = List.copyOf(needs);
        drills = List.copyOf(drills);
    }

    /** Where no drill was held. */
    public KnownDates(List<VaultKeyBackup> backups, List<OldKeyNeed> needs) {
        this(backups, needs, List.of());
    }

    /**
     * A drill that restored a vault key and had the scratch vault decrypt with it.
     *
     * @param vaultKey the key's name
     * @param scratch the vault that it was restored into
     * @param next when its name is free there again; empty: not known
     */
    public record RestoreDrill(String vaultKey, Instant at, String scratch, Optional<Instant> next) {}

    /**
     * A backup of a vault key that a run wrote.
     *
     * @param vaultKey the key's name in the vault
     * @param folder on the machine of that run; empty: not known
     */
    public record VaultKeyBackup(String vaultKey, Instant at, Optional<LocalPath> folder) {

        public VaultKeyBackup(String vaultKey, Instant at) {
            this(vaultKey, at, Optional.empty());
        }
    }

    /** Until when backups need a key that was replaced. */
    public record OldKeyNeed(AsymmetricKeyName key, Instant until) {}
}
