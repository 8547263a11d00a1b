package keyturn.plan.flow.backup;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.Permission;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.Situation;

/** What a backup of vault keys is planned from. It concerns no database: none is touched. */
public record BackupKeysSituation(
        Inspection inspection, ByDatabase each, BackupKeysChoices choices, Optional<Inspection.Provider> provider)
        implements Situation {

    static BackupKeysSituation of(Inspection inspection, BackupKeysChoices choices) {
        return new BackupKeysSituation(
                inspection, new ByDatabase(inspection), choices, Situation.row(inspection, choices.provider()));
    }

    @Override
    public ConcernedDatabases databases() {
        return ConcernedDatabases.NONE;
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    /** A run's lock is one of dbo in master. */
    @Override
    public List<Permission> rights() {
        return List.of(Permission.OWNER_OF_MASTER);
    }

    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        return new TreeMap<>();
    }

    /** The vaults that were looked at. */
    List<VaultSight> vaults() {
        return inspection.facts().azure().map(AzureSight::vaults).orElse(List.of());
    }

    /** The keys that the choice means, as far as they were seen. */
    ChosenKeys chosenKeys() {
        return ChosenKeys.of(this);
    }
}
