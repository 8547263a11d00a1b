package keyturn.plan.flow.restore;

import java.util.List;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Restore vault keys from their backups.
 *
 * @param copies one of each key
 * @param into empty: each into the vault that it was backed up from
 * @param engine the application that SQL Server signs in as, to try the restored keys; empty: they are not tried as that
 */
public record RestoreKeysChoices(
        ProviderName provider,
        List<KeyCopy> copies,
        Optional<VaultAddress> into,
        RestorePurpose purpose,
        DeletedKeyChoice deleted,
        Optional<ClientId> engine,
        Assurances assurances)
        implements Choices {

    public RestoreKeysChoices {
        copies = List.copyOf(copies);
    }

    @Override
    public Flow flow() {
        return new RestoreKeysFlow();
    }

    @Override
    public RestoreKeysChoices with(Assurances others) {
        return new RestoreKeysChoices(provider, copies, into, purpose, deleted, engine, others);
    }

    /** Databases are not chosen one by one. */
    @Override
    public RestoreKeysChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public Optional<ClientId> application() {
        return engine;
    }

    /** The vault that a key is restored into. */
    VaultAddress target(KeyCopy copy) {
        return into.orElseGet(() -> copy.manifest().vault());
    }

    @Override
    public RestoreKeysSituation situation(Inspection inspection) {
        return RestoreKeysSituation.of(inspection, this);
    }
}
