package keyturn.plan.flow.backup;

import keyturn.domain.DatabaseName;
import keyturn.domain.LocalPath;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Back vault keys up.
 *
 * @param folder on the machine that Keyturn runs on
 */
public record BackupKeysChoices(ProviderName provider, KeySelection keys, LocalPath folder, Assurances assurances)
        implements Choices {

    @Override
    public Flow flow() {
        return new BackupKeysFlow();
    }

    @Override
    public BackupKeysChoices with(Assurances others) {
        return new BackupKeysChoices(provider, keys, folder, others);
    }

    /** Databases are not chosen one by one. */
    @Override
    public BackupKeysChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public BackupKeysSituation situation(Inspection inspection) {
        return BackupKeysSituation.of(inspection, this);
    }
}
